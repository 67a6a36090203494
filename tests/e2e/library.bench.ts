// How long it takes from a key in the search field to the painted hits, at four times CPU throttling, and how many
// taps and how much time a plan takes. Prints medians; asserts nothing about time.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test, expect, type Page } from "./fixture";
import { daysFromNow, openApp } from "./app";

const QUERIES: Record<string, { words: string[]; misspelt: string }> = JSON.parse(
  readFileSync(fileURLToPath(new URL("../fixtures/library/queries.json", import.meta.url)), "utf8"),
);

test.use({ trace: "off" });
test.setTimeout(600_000);

/** How often each query is typed. */
const ROUNDS = 3;

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

async function throttle(page: Page, rate: number) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

test("searching the library", async ({ page }) => {
  await openApp(page, "./?screen=library");
  const field = page.getByRole("searchbox", { name: "Search the library" });
  await field.fill("compstat");
  await expect(page.getByRole("region", { name: /hits?$/ })).toBeVisible();
  const queries = Object.values(QUERIES).flatMap(({ words, misspelt }) => [...words, misspelt]);
  for (const rate of [1, 4]) {
    await throttle(page, rate);
    // Each key in every round: what a single one takes is also what else the machine had to do.
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const times: number[] = [];
      for (const query of queries) {
        await field.fill("");
        times.push(...(await page.evaluate(typeAndTime, query)));
      }
      rounds.push(times);
    }
    const say = (times: number[]) => {
      const all = sorted(times);
      const at = (share: number) => all[Math.floor((all.length - 1) * share)].toFixed(1);
      return `median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, 99 % below ${at(0.99)} ms, longest ${at(1)} ms`;
    };
    const typical = rounds[0].map((_, key) => sorted(rounds.map((times) => times[key]))[Math.floor(ROUNDS / 2)]);
    console.log(
      `search, ${rate}× throttling: ${typical.length} keys, from the key to the painted hits, ` +
        `each key by the median of ${ROUNDS} rounds: ${say(typical)}; all: ${say(rounds.flat())}`,
    );
  }
});

// Types a query and returns what each key took until the hits were painted.
async function typeAndTime(query: string) {
  const field = document.querySelector<HTMLInputElement>("input[type=search]")!;
  // Painted: the frame after the one in which it was drawn.
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  // What the emptied field brought back is there before anybody types.
  await painted();
  await painted();
  const taken: number[] = [];
  for (let at = 1; at <= query.length; at += 1) {
    const from = performance.now();
    field.value = query.slice(0, at);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await painted();
    taken.push(performance.now() - from);
  }
  return taken;
}

test("from the home screen to a plan", async ({ page }) => {
  await openApp(page);
  const from = Date.now();
  let taps = 0;
  const tap = async (what: ReturnType<Page["locator"]>) => {
    taps += 1;
    await what.click();
  };
  const type = async (what: ReturnType<Page["locator"]>, text: string) => {
    await tap(what);
    await what.fill(text);
  };
  await tap(page.getByRole("link", { name: "New exchange" }));
  await tap(page.getByRole("radio", { name: /^Body-worn cameras/ }));
  await tap(page.getByRole("button", { name: "Next: organizations" }));
  await type(page.getByRole("textbox", { name: /^Name of the host/ }), "Lakeside PD");
  await type(page.getByRole("textbox", { name: "Visiting organization 1" }), "Riverton PD");
  await tap(page.getByRole("button", { name: "Next: dates" }));
  await type(page.getByLabel("First day"), daysFromNow(60));
  await type(page.getByLabel("Last day"), daysFromNow(61));
  await tap(page.getByRole("button", { name: "Next: goal" }));
  await tap(page.getByRole("button", { name: "Create the exchange" }));
  await expect(page.getByRole("heading", { name: "Thread" })).toBeVisible();
  console.log(`a plan from a topic: ${taps} taps, ${((Date.now() - from) / 1000).toFixed(1)} s by a machine's hand`);
});
