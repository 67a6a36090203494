// The first seconds of a slow device: what paints first is what stays, and nothing holds the page up after that.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test, expect, expectStarted, DIST, type Page } from "./fixture";

// Notes the id of what was the largest that the page had painted so far, each time that it became another.
async function watchLargest(page: Page) {
  await page.addInitScript(() => {
    const largest: string[] = ((self as any).largest = []);
    new PerformanceObserver((list) => {
      for (const { id } of list.getEntries() as any[]) largest.push(id);
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

// A device that is four times slower.
async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

// Returns how many milliseconds of work each task over 50 ms was that the page did since its first paint: of work, not of
// waiting for a processor that does something else.
function longTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString());
  const painted = traceEvents.filter(({ name }: any) => name === "firstContentfulPaint").at(-1);
  const isOfPage = ({ pid, tid, ts }: any) => pid === painted.pid && tid === painted.tid && ts >= painted.ts;
  const tasks = traceEvents.filter((event: any) => event.name === "RunTask" && isOfPage(event));
  expect(tasks.length).toBeGreaterThan(0);
  return tasks.map(({ tdur }: any) => tdur / 1000).filter((duration: number) => duration > 50);
}

// A task of 50 ms is none that anybody notices; one of 500 ms is ten of them. Before the rest of the program came as
// one file in its time there were more than twenty. The limit leaves room for a machine that is slow itself.
const PORTIONS = 14;

test("on a slow device no long task stands between the first paint and rest", async ({ page, browser, trouble }) => {
  // The browser finds its fonts once, whatever the page; but the program is new to it.
  trouble.allow(/favicon|404/);
  await page.goto("./agency.json");
  await slowDown(page);
  await browser.startTracing(page, { categories: ["-*", "loading", "disabled-by-default-devtools.timeline"] });
  const rest = page.waitForResponse("**/split_rest.wasm");
  await page.goto("./");
  // Nothing is asked of the page meanwhile: that takes tasks too.
  await (await rest).finished();
  await page.waitForTimeout(3_000);
  const tasks = longTasks(await browser.stopTracing());
  const portions = tasks.reduce((sum, duration) => sum + Math.floor(duration / 50), 0);
  console.log(`tasks over 50 ms at 4×, from the first paint to rest: ${tasks.map(Math.round).join(", ") || "none"}`);
  expect(portions, tasks.join(", ")).toBeLessThanOrEqual(PORTIONS);
});

test("what is painted first is the largest text of the first screen, and stays", async ({ page }) => {
  await watchLargest(page);
  await page.goto("./");
  await expectStarted(page);
  const rest = () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("split_rest.wasm"));
  await expect.poll(async () => (await page.evaluate(rest)).length).toBe(1);
  await page.waitForLoadState("networkidle");
  // It is the shell's: the program has no element of this id.
  expect(await page.evaluate(() => (self as any).largest)).toEqual(["shell-text"]);
  const { first_title, first_text } = JSON.parse(readFileSync("locales/en/home.json", "utf8"));
  await expect(page.getByRole("heading", { name: first_title })).toBeVisible();
  await expect(page.getByText(first_text)).toBeVisible();
  const shell = readFileSync(join(DIST, "index.html"), "utf8").replace(/\s+/g, " ");
  for (const text of [first_title, first_text]) expect(shell).toContain(text);
});

test("what the shell says does not move when the program takes its place", async ({ newProfile, trouble }) => {
  trouble.allow(/ERR_FAILED|Failed to fetch/);
  for (const [width, height] of [[1180, 820], [820, 1180], [390, 844]]) {
    const [shell, home] = [await newProfile(), await newProfile()];
    await shell.route("**/*_bg.wasm", (route) => route.abort());
    const boxes = [];
    for (const page of [shell, home]) {
      await page.setViewportSize({ width, height });
      await page.goto("./");
      if (page === home) await expectStarted(page);
      boxes.push((await page.locator("p", { hasText: "Plan the visit, take notes on a tablet" }).boundingBox({ timeout: 20_000 }))!);
    }
    for (const side of ["x", "y", "width", "height"] as const) {
      expect(Math.abs(boxes[0][side] - boxes[1][side]), `${side} at ${width}`).toBeLessThanOrEqual(2);
    }
  }
});

test("who has stored something, or asks for another screen, is not told what a newcomer is", async ({ page }) => {
  await page.route("**/*_bg.wasm", () => {}); // the program is on its way for ever
  await page.goto("./?screen=help");
  await expect(page.getByText("Loading…")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeHidden();
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeVisible();
  await page.evaluate(() => localStorage.setItem("pe1/index", "{}"));
  await page.reload();
  await expect(page.getByText("Loading…")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeHidden();
});

test("in the background the first screen is drawn at once", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
    // A turn a second, as browsers give it there.
    const wait = self.setTimeout;
    let turn = Promise.resolve();
    const slowly = (act: () => void) => (turn = turn.then(() => new Promise((done) => wait(done, 1000))).then(act));
    (self as any).turns = 0;
    (self as any).setTimeout = (act: () => void, after = 0, ...rest: []) => {
      if (after > 0) return wait(act, after, ...rest);
      (self as any).turns += 1;
      return void slowly(act);
    };
  });
  await page.goto("./");
  await expectStarted(page);
  expect(await page.evaluate(() => (self as any).turns)).toBeLessThanOrEqual(4);
});
