// A visit with 60 people, 200 questions and 300 tasks: the browser's tasks of over 50 ms while its lists are
// opened, scrolled and written, as the machine is and four times slower. Prints; asserts nothing about time.
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

// Scrolls down and up again by the wheel, two to three windows each second.
async function scroll(page: Page) {
  await page.mouse.move(590, 500);
  const reached: number[] = [];
  for (const by of [60, -60]) {
    for (let at = 0; at < 100; at += 1) {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(25);
    }
    reached.push(await page.evaluate(() => scrollY));
  }
  expect(reached[0] - reached[1], "it scrolls").toBeGreaterThan(3000);
}

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

const SECTIONS: [Section, RegExp][] = [
  ["Team", /^Name of Sgt. Person 31$/],
  ["Questions", /^Question 100$/],
  ["Preparation", /^The visitors' tasks: task 50$/],
];

test("long lists", async ({ page }) => {
  await fill(page);
  const session = await page.context().newCDPSession(page);
  await watch(page);
  // By keys alone: what the test itself looks for in the page takes longer than what it measures.
  const focus = (selector: string) =>
    page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.focus(), selector);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const rows = () => page.evaluate(() => document.querySelectorAll("li.item, li.member").length);
  for (const [section, middle] of SECTIONS) {
    await goTo(page, section);
    // It is called after what is typed.
    const id = await page.getByRole("textbox", { name: middle }).getAttribute("id");
    const field = `[id="${id}"]`;
    await goTo(page, "Overview");
    for (const rate of [1, 4]) {
      await session.send("Emulation.setCPUThrottlingRate", { rate });
      const say = (what: string, tasks: number[]) => console.log(`${section}, ${rate}× throttling, ${what}: ${said(tasks)}`);
      say("opening", await during(page, () => goTo(page, section)));
      say("scrolling", await during(page, () => scroll(page)));
      // Across half of the list at once: all rows that come into sight are laid out.
      say("going to the middle", await during(page, () => focus(field)));
      let keys: number[] = [];
      const typing = await during(page, async () => (keys = await type(page, " And who is told of it first?")));
      const [median, longest] = [keys[keys.length >> 1], keys.at(-1)!].map((ms) => ms.toFixed(1));
      say(`typing, a key painted after ${median} ms (median), ${longest} ms (longest)`, typing);
      const before = await rows();
      say("Enter for the next row", await during(page, () => press("Enter")));
      expect(await rows()).toBe(before + 1);
      await focus(`li:has(${field}) .menu > summary`);
      say("moving it up", await during(page, () => press("Enter", "Tab", "Enter")));
      if (section === "Preparation") {
        await focus(`li:has(${field}) input[type=checkbox]`);
        say("a tick", await during(page, () => press("Space")));
      }
      await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      await goTo(page, "Overview");
    }
  }
});
