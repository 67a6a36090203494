// How long it takes in a browser to open the reference workspace, and to write in it. Prints medians; asserts
// nothing about time.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test, expect, type Page } from "./fixture";
import { agree, expectFolded, openApp, openFile } from "./app";

// Fifty exchanges with 1,250 sessions and 2,500 notes, and a full one: `make bench` writes them.
const file = (name: string) => fileURLToPath(new URL(`../results/bench/${name}.json`, import.meta.url));
const WORKSPACE = file("workspace");
const FULL = file("full");
const ROUNDS = 15;

test.use({ trace: "off" });
test.setTimeout(600_000);

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (numbers: number[]) => `${median(numbers).toFixed(1)} ms`;

async function throttle(page: Page, rate: number) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

// From the moment at which the program is there to the list with all its rows.
const watchOpening = (page: Page) =>
  page.addInitScript(() => {
    const state = Object.assign(self as any, { from: 0, opened: 0 });
    for (const name of ["instantiate", "instantiateStreaming"] as const) {
      const whole = WebAssembly[name] as any;
      (WebAssembly as any)[name] = async (...all: any[]) => {
        const made = await whole.apply(WebAssembly, all);
        state.from ||= performance.now();
        return made;
      };
    }
    const look = () => {
      if (state.opened === 0 && document.querySelectorAll("li.exchange").length === 50) state.opened = performance.now() - state.from;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });

// The browser's own reading of the same texts, and the same list built anew from elements.
const yardstick = (page: Page) =>
  page.evaluate(() => {
    const texts = Object.keys(localStorage).filter((key) => key.startsWith("pe1/doc/"));
    const from = performance.now();
    const read = texts.map((key) => JSON.parse(localStorage.getItem(key)!));
    const parsed = performance.now() - from;
    const build = (node: Node): Node => {
      if (!(node instanceof Element)) return document.createTextNode(node.textContent ?? "");
      const made = document.createElementNS(node.namespaceURI, node.localName);
      for (const { name, value } of node.attributes) made.setAttribute(name, value);
      for (const child of node.childNodes) made.append(build(child));
      return made;
    };
    const lists = [...document.querySelectorAll("ul.rows")];
    const start = performance.now();
    for (const list of lists) list.after(build(list));
    const built = performance.now() - start;
    for (const list of lists) list.nextSibling!.remove();
    return { parsed, built, characters: read.length && texts.reduce((sum, key) => sum + localStorage.getItem(key)!.length, 0) };
  });

test("opening the reference workspace", async ({ page }) => {
  expect(existsSync(WORKSPACE), "make bench writes the files").toBe(true);
  await openApp(page);
  await openFile(page, WORKSPACE);
  await page.getByRole("button", { name: "Add 50", exact: true }).click();
  await expect(page.locator("li.exchange")).toHaveCount(50, { timeout: 60_000 });
  await expectFolded(page);
  await openApp(page);
  await page.waitForTimeout(2_000);
  await watchOpening(page);
  for (const rate of [1, 4]) {
    await throttle(page, rate);
    const [ours, parsed, built] = [[], [], []] as number[][];
    let characters = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await openApp(page);
      await expect.poll(() => page.evaluate(() => (self as any).opened), { timeout: 30_000 }).toBeGreaterThan(0);
      ours.push(await page.evaluate(() => (self as any).opened));
      const own = await yardstick(page);
      parsed.push(own.parsed);
      built.push(own.built);
      characters = own.characters;
    }
    const both = parsed.map((time, at) => time + built[at]);
    console.log(
      `opening 50 exchanges (${characters} characters), CPU at 1/${rate}: ${ms(ours)}; JSON.parse alone ${ms(parsed)}, ` +
        `with the list built ${ms(both)}; ratio ${(median(ours) / median(both)).toFixed(2)}`,
    );
  }
});

test("a keystroke in the full exchange", async ({ page }) => {
  await page.addInitScript(() => {
    const state = Object.assign(self as any, { tails: [], folds: [] });
    const wait = self.setTimeout;
    let keys: string[] = [];
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      keys.push(key);
      return set.call(this, key, text);
    };
    (self as any).setTimeout = (act: any, ...rest: any[]) =>
      wait(() => {
        keys = [];
        const from = performance.now();
        act();
        const time = performance.now() - from;
        if (keys.some((key) => key.startsWith("pe1/doc/"))) state.folds.push(time);
        else if (keys.some((key) => key.startsWith("pe1/tail/"))) state.tails.push(time);
      }, ...rest);
  });
  await openApp(page);
  await openFile(page, FULL);
  await agree(page, "Add 1");
  const field = page.getByRole("textbox", { name: "Goal", exact: true });
  await expect(field).toBeVisible();
  await page.waitForTimeout(3_000);
  for (const rate of [1, 4]) {
    await throttle(page, rate);
    const { keys, tails, folds } = await field.evaluate(async (box: HTMLTextAreaElement) => {
      const state = self as any;
      [state.tails, state.folds] = [[], []];
      const keys: number[] = [];
      for (let count = 0; count < 200; count += 1) {
        box.value += "x";
        const from = performance.now();
        box.dispatchEvent(new Event("input", { bubbles: true }));
        keys.push(performance.now() - from);
        await new Promise((done) => setTimeout(done, 60));
      }
      return { keys, tails: state.tails as number[], folds: state.folds as number[] };
    });
    console.log(
      `a keystroke in the full exchange, CPU at 1/${rate}: ${ms(keys)}; put down in tail and journal ${ms(tails)}; ` +
        `with the whole document stored ${ms(folds)} (every two seconds)`,
    );
  }
});
