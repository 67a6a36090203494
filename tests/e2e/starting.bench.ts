// How long the first screen takes once the program has come, and the longest tasks from the first paint to rest, each
// time in a browser that has never seen the page. Prints medians; asserts nothing about time.
import { test, type Page } from "./fixture";

const ROUNDS = 9;

test.setTimeout(600_000);

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// Notes when the program is there, when the first screen has taken the place of the shell, and all tasks over 50 ms.
const watch = (page: Page) =>
  page.addInitScript(() => {
    const state = Object.assign(self as any, { came: 0, stood: 0, painted: 0, tasks: [] });
    const { instantiate } = WebAssembly;
    (WebAssembly as any).instantiate = async (...all: any[]) => {
      const made = await (instantiate as any).apply(WebAssembly, all);
      state.came ||= performance.now();
      return made;
    };
    new MutationObserver(() => {
      if (state.came > 0 && state.stood === 0 && !document.getElementById("status")) state.stood = performance.now();
    }).observe(document, { childList: true, subtree: true });
    const see = (type: string, note: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    see("paint", ({ startTime }) => (state.painted = startTime));
    see("longtask", ({ startTime, duration }) => state.tasks.push({ startTime, duration }));
  });

test("the first screen", async ({ newProfile, trouble }) => {
  trouble.allow(/favicon|404/);
  for (const rate of [1, 4]) {
    const [stood, longest, counts] = [[], [], []] as number[][];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await newProfile();
      // The browser finds its fonts once, whatever the page.
      await page.goto("./schema/topic-v1.json");
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate });
      await watch(page);
      await page.goto("./");
      await page.waitForTimeout(rate * 1_500);
      const state = await page.evaluate(() => {
        const { came, stood, painted, tasks } = self as any;
        return { came, stood, painted, tasks } as { came: number; stood: number; painted: number; tasks: any[] };
      });
      const later = state.tasks.filter(({ startTime }) => startTime >= state.painted).map(({ duration }) => duration);
      stood.push(state.stood - state.came);
      longest.push(Math.max(0, ...later));
      counts.push(later.length);
      await page.close();
    }
    console.log(
      `the first screen, CPU at 1/${rate}: stands ${Math.round(median(stood))} ms after the program has come; from the ` +
        `first paint to rest ${median(counts)} tasks over 50 ms, the longest ${Math.round(median(longest))} ms`,
    );
  }
});
