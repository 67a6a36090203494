// What every spec imports instead of "@playwright/test".
//
//   import { test, expect } from "./fixture";
//
// It serves dist/ on a free port (`page.goto("./?screen=…")` is relative to it) and fails a test on any
// console error or warning, uncaught error, policy violation, or request to another origin. A test that
// provokes one says so first: `trouble.allow(/what it says/)`.
import { fileURLToPath } from "node:url";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";

export { expect };
export type { Page };

export const DIST = fileURLToPath(new URL(process.env.DIST ?? "../../dist", import.meta.url));

type Site = { origin: string; url: string; stop: () => Promise<void> };
type Hosting = { prefix?: string; types?: Record<string, string>; instead?: Record<string, string> };

class Trouble {
  private readonly seen: string[] = [];
  // Playwright's own word on what its configuration says.
  private readonly allowed: RegExp[] = [/Service Worker registration blocked by Playwright/];
  readonly origins = new Set<string>();

  // Expect messages that match, in this test only.
  allow(pattern: RegExp) {
    this.allowed.push(pattern);
  }

  // What went wrong so far and was not allowed.
  get left() {
    return this.seen.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }

  async watch(context: BrowserContext) {
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    context.on("console", (message) => {
      if (["error", "warning", "assert"].includes(message.type())) {
        this.seen.push(`console ${message.type()}: ${message.text()}`);
      }
    });
    context.on("weberror", (event) => this.seen.push(`uncaught: ${event.error().message}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      const isLocal = url.protocol === "blob:" || url.protocol === "data:";
      if (!isLocal && !this.origins.has(url.origin)) {
        this.seen.push(`request to another origin: ${request.url()}`);
      }
    });
  }
}

export const test = base.extend<
  {
    trouble: Trouble;
    // Serves dist/ once more, another way; resolves to its address.
    host: (hosting: Hosting) => Promise<string>;
    // A page in a browser profile that has never seen this site.
    newProfile: () => Promise<Page>;
  },
  { site: Site }
>({
  site: [
    async ({}, use) => {
      const site = await serve({ folder: DIST });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ site }, use) => use(site.url),

  trouble: [
    async ({ site }, use) => {
      const trouble = new Trouble();
      trouble.origins.add(site.origin);
      await use(trouble);
      expect(trouble.left, "the page must stay free of errors, warnings and foreign requests").toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, trouble }, use) => {
    await trouble.watch(context);
    await use(context);
  },

  // Automatic, so that it is there before the page and stops serving only after the page has closed.
  host: [
    async ({ trouble }, use) => {
      const sites: Site[] = [];
      await use(async (hosting) => {
        const site = await serve({ folder: DIST, ...hosting });
        sites.push(site);
        trouble.origins.add(site.origin);
        return site.url;
      });
      await Promise.all(sites.map((site) => site.stop()));
    },
    { auto: true },
  ],

  newProfile: async ({ browser, contextOptions, baseURL, viewport, locale, timezoneId, trouble }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL, viewport, locale, timezoneId });
      contexts.push(context);
      await trouble.watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

// Waits until the program has taken the place of the static page.
export async function expectStarted(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("#status")).toHaveCount(0);
}
