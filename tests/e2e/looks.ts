// The looks every screen must stand up to, and the check for accessibility.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "./fixture";

export const THEMES = ["light", "dark"] as const;
export const VIEWPORTS = {
  "tablet 1180×820": { width: 1180, height: 820 },
  "phone 390×844": { width: 390, height: 844 },
} as const;

// Runs `check` in every theme and at every size; the page stays loaded. `look` names it for messages.
export async function inEveryLook(page: Page, check: (look: string) => Promise<void>) {
  for (const [name, size] of Object.entries(VIEWPORTS)) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await check(`${theme}, ${name}`);
    }
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// No violation of axe-core's rules as the page is now: WCAG 2.2 A and AA, good practice, target size,
// and 7:1 contrast for text.
export async function expectAccessible(page: Page, look = "") {
  const isLoaded = await page.evaluate(() => "axe" in window);
  if (!isLoaded) await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    // A colour on its way to that of another theme is neither.
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
    const { violations } = await (window as any).axe.run(document, {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
    });
    return violations.map((violation: any) => ({
      rule: `${violation.id}: ${violation.help}`,
      where: violation.nodes.map(
        (node: any) => `${node.target.join(" ")}\n      ${node.failureSummary?.replaceAll("\n", "\n      ")}`,
      ),
    }));
  });
  const report = violations
    .map(({ rule, where }: { rule: string; where: string[] }) => `  ${rule}\n    ${where.join("\n    ")}`)
    .join("\n");
  expect(report, `accessibility of ${page.url()} ${look}`).toBe("");
}

// The screen in every look: accessible, and nothing runs over the right edge.
export async function expectSound(page: Page) {
  await inEveryLook(page, async (look) => {
    // What lies under the bar by chance of scrolling is not too small.
    await page.evaluate(() => scrollTo(0, 0));
    await expectAccessible(page, look);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `pixels over the right edge of ${page.url()} (${look})`).toBeLessThanOrEqual(0);
  });
}
