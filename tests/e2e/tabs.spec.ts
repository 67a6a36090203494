// Several tabs on the same exchange at once.
import { test, expect, type Page } from "./fixture";
import { expectFolded, expectSaved, newExchange, openApp, storage } from "./app";

const FIELDS = ["Goal", "Need", "Why this host"];
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

// Lets a tab add a letter to its own field each time it sees that another tab has added one, or nobody
// has for a while, until its field has so many. Runs in the page, so that nothing waits for this test.
async function answer(page: Page, own: string, others: string[], times: number) {
  await field(page, own).focus();
  await page.evaluate(
    ([own, others, times]) => {
      const box = (name: string) =>
        [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input")].find(
          (it) => it.labels?.[0]?.textContent?.trim().startsWith(name) || it.getAttribute("aria-label") === name,
        )!;
      const state = Object.assign(self as any, { added: 0, quietSince: 0 });
      const add = () => {
        const mine = box(own);
        mine.focus();
        mine.value += "x";
        mine.dispatchEvent(new Event("input", { bubbles: true }));
        state.added += 1;
      };
      const seen = () => others.map((name) => box(name).value.length).join();
      let before = seen();
      let waited = 0;
      const tick = setInterval(() => {
        const now = seen();
        waited += 1;
        if (now !== before || waited > 20) {
          before = now;
          waited = 0;
          add();
        }
        if (state.added >= times) clearInterval(tick);
      }, 5);
    },
    [own, others, times] as const,
  );
}

const lengths = (page: Page) =>
  Promise.all(FIELDS.map(async (name) => (await field(page, name).inputValue()).length));

async function answerEachOther(pages: Page[], times: number) {
  await Promise.all(
    pages.map((page, at) => answer(page, FIELDS[at], FIELDS.filter((_, other) => other !== at), times)),
  );
  await expect
    .poll(() => Promise.all(pages.map((page) => page.evaluate(() => (self as any).added))), { timeout: 600_000 })
    .toEqual(pages.map(() => times));
  const rest = Date.now();
  const whole = FIELDS.map(() => times);
  for (const page of pages) await expect.poll(() => lengths(page), { intervals: [10] }).toEqual(whole);
  return Date.now() - rest;
}

for (const [times, title] of [
  [100, "three tabs that answer each other 100 times and are closed at once"],
  [1000, "@long three tabs that answer each other 1,000 times and are closed at once"],
] as const) {
  test(`${title} lose nothing`, async ({ page, context }) => {
    test.setTimeout(300_000 + times * 600);
    await openApp(page);
    await newExchange(page, { title: "Written in three tabs" });
    await expectSaved(page);
    const pages = [page, await context.newPage(), await context.newPage()];
    for (const other of pages.slice(1)) await openApp(other, page.url());

    const equalAfter = await answerEachOther(pages, times);
    console.log(`three tabs, ${times} answers each: equal ${equalAfter} ms after the last`);

    const address = page.url();
    await Promise.all(
      pages.map(async (page) => {
        const closed = page.waitForEvent("close");
        await page.close({ runBeforeUnload: true });
        await closed;
      }),
    );
    const later = await context.newPage();
    await openApp(later, address);
    for (const name of FIELDS) await expect(field(later, name)).toHaveValue("x".repeat(times));
  });
}

test("local storage that was rewound is brought up to date, and no number is used twice", async ({ page, context }) => {
  await openApp(page);
  await newExchange(page, { title: "Rewound" });
  await field(page, "Goal").fill("Before");
  await expectSaved(page);
  await expectFolded(page);
  const snapshot = await storage(page);
  await field(page, "Goal").fill("After the snapshot");
  await expectSaved(page);
  await expectFolded(page);
  const address = page.url();
  const stamps = async (tab: Page) => {
    await expectFolded(tab);
    const [text] = Object.entries(await storage(tab)).filter(([key]) => key.startsWith("pe1/doc/")).map((it) => it[1]);
    return JSON.parse(text).history;
  };
  const before = await stamps(page);
  await page.close({ runBeforeUnload: true });

  const later = await context.newPage();
  await later.addInitScript((texts) => {
    if (sessionStorage.rewound) return;
    sessionStorage.rewound = "1";
    localStorage.clear();
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    // And the clock was set back by an hour.
    const now = Date.now;
    Date.now = () => now() - 3_600_000;
  }, snapshot);
  await openApp(later, address);
  await expect(field(later, "Goal")).toHaveValue("After the snapshot");
  await field(later, "Need").fill("Written after that");
  await expectSaved(later);
  const after = await stamps(later);
  expect(after.stamps.goal).toEqual(before.stamps.goal);
  expect(Object.keys(before.seen)).not.toContain(after.stamps.need[0]);
  // What the earlier page had written stays the earlier page's, up to its last number.
  for (const [replica, upTo] of Object.entries(before.seen)) expect(after.seen[replica]).toEqual(upTo);
});

test("an older text that another tab stores replaces nothing that was written since", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Left and returned" });
  await field(page, "Goal").fill("First");
  await expectSaved(page);
  await expectFolded(page);
  const key = Object.keys(await storage(page)).find((key) => key.startsWith("pe1/doc/"))!;
  const older = (await storage(page))[key];
  await field(page, "Goal").fill("Second");
  await expectSaved(page);
  await expectFolded(page);
  // Another tab that slept stores what it knew long ago.
  const other = await page.context().newPage();
  await openApp(other, "./?screen=help");
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [key, older]);
  await expect.poll(async () => JSON.parse((await storage(page))[key]).document.goal).toBe("Second");
  await expect(field(page, "Goal")).toHaveValue("Second");
});
