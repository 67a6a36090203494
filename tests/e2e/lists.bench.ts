// A visit with 60 people, 200 questions and 300 tasks, at four times CPU throttling: how long its lists take to
// open, and the longest task of the browser while they are scrolled and written. Prints; asserts nothing about time.
import { test, expect, type Page } from "./fixture";
import { expectSaved, goTo, newExchange, openApp, paste, type Section } from "./app";

test.use({ trace: "off" });
test.setTimeout(300_000);

const VISITORS = "Riverton PD";
const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at + 1)).join("\n");

async function fill(page: Page) {
  await openApp(page);
  await newExchange(page, { topic: "CompStat", host: "Lakeside PD", visitors: [{ name: VISITORS }] });
  await goTo(page, "Team");
  await page.getByRole("region", { name: VISITORS, exact: true }).getByRole("button", { name: /^Add a person to/ }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Name of Person/);
  await paste(page, `Agency\tName\tPosition\n${lines(60, (at) => `${at % 2 ? VISITORS : "Lakeside PD"}\tSgt. Person ${at}\tAnalyst, real-time desk`)}`);
  await expect(page.getByText("60 people pasted")).toBeVisible();
  await goTo(page, "Questions");
  await page.getByRole("button", { name: "Add a question" }).click();
  await paste(page, lines(200, (at) => `${at}. Who decides which video is released, and what is said to the family before that?`));
  await goTo(page, "Preparation");
  for (const side of ["host", "visitors", "liaison"]) {
    const possessive = { host: "host's", visitors: "visitors'", liaison: "liaison's" }[side];
    const list = page.getByRole("region", { name: `The ${possessive} tasks` });
    await list.getByRole("button", { name: "Add a task" }).click();
    await expect(page.locator(":focus")).toHaveAccessibleName(/task \d+$/);
    await paste(page, lines(100, (at) => `${at}. Send the floor plan and the names for the gate to the desk`));
    await expect(list).toContainText(/of 1\d\d done/);
  }
  await expectSaved(page);
  await goTo(page, "Overview");
}

// Notes the browser's long tasks (over 50 ms) from now on.
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((it) => it.duration))).observe({ type: "longtask" });
  });

// Does something and returns the long tasks it took.
async function during(page: Page, act: () => Promise<unknown>) {
  await page.evaluate(() => void ((window as any).longTasks.length = 0));
  await act();
  // The observer is told after the task.
  await page.waitForTimeout(300);
  return page.evaluate(() => [...(window as any).longTasks] as number[]);
}

const said = (tasks: number[]) =>
  tasks.length === 0 ? "no task over 50 ms" : `${tasks.length} tasks over 50 ms, the longest ${Math.max(...tasks).toFixed(0)} ms`;

// Scrolls to the end and back as a finger does, a part of the window in each frame.
const scroll = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (const by of [240, -240]) {
      for (let before = -1; scrollY !== before; ) {
        before = scrollY;
        scrollBy(0, by);
        await frame();
        await frame();
      }
    }
  });

// Types into what has the focus, and returns how long each key takes until it is painted.
async function type(page: Page, text: string) {
  const times: number[] = [];
  for (const letter of text) {
    times.push(
      await page.evaluate(async (letter) => {
        const from = performance.now();
        document.execCommand("insertText", false, letter);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - from;
      }, letter),
    );
  }
  return times.sort((a, b) => a - b);
}

test("long lists", async ({ page }) => {
  await fill(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await watch(page);
  const sections: [Section, RegExp][] = [
    ["Team", /^Name of Sgt. Person 31$/],
    ["Questions", /^Question 100$/],
    ["Preparation", /^The visitors' tasks: task 50$/],
  ];
  for (const [section, middle] of sections) {
    const from = Date.now();
    const opening = await during(page, () => goTo(page, section));
    const open = Date.now() - from - 300;
    console.log(`${section}: drawn after ${open} ms, ${said(opening)}`);
    // By its id: it is called after what is typed.
    const id = await page.getByRole("textbox", { name: middle }).getAttribute("id");
    const field = page.locator(`[id="${id}"]`);
    console.log(`${section}, scrolling: ${said(await during(page, () => scroll(page)))}`);
    let keys: number[] = [];
    const typing = await during(page, async () => {
      await field.focus();
      keys = await type(page, " And who is told of it before?");
    });
    console.log(
      `${section}, typing: from a key to its painting median ${keys[keys.length >> 1].toFixed(1)} ms, ` +
        `longest ${keys.at(-1)!.toFixed(1)} ms; ${said(typing)}`,
    );
    const rows = page.locator("li.item, li.member");
    const count = await rows.count();
    const adding = await during(page, async () => {
      await field.press("Enter");
      await expect(rows).toHaveCount(count + 1);
    });
    console.log(`${section}, Enter for the next row: ${said(adding)}`);
    const row = rows.filter({ has: field });
    const moving = await during(page, async () => {
      await row.locator("summary").last().press("Enter");
      await page.getByRole("button", { name: "Move up" }).filter({ visible: true }).click();
    });
    console.log(`${section}, moving a row: ${said(moving)}`);
    if (section === "Preparation") {
      const tick = row.getByRole("checkbox");
      console.log(`${section}, a tick: ${said(await during(page, () => tick.check()))}`);
    }
  }
});
