// A browser that is killed while someone types: what was typed is there when it is opened again. What is
// typed says itself when: each word is a moment.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Screen } from "./screen.mjs";

export const name = "a browser killed while someone types has lost no more than the last moment";
export const engines = ["firefox"];

// Meant are 300 ms, and the figures are printed; a machine on which everything is slow gets more.
const MOST_LOST = 1_000;

const goal = (screen) => screen.run(() => document.querySelector("textarea[aria-label=Goal], textarea")?.value ?? "");
const lastMoment = (text) => Number.parseInt(text.trim().split(" ").at(-1), 36);

export default async function (_screen, site) {
  const profile = mkdtempSync(join(tmpdir(), "killed-"));
  const launch = async () => {
    const browser = await site.start({ profile });
    return { browser, screen: new Screen(browser.driver, site.url, site.parts) };
  };
  let { browser, screen } = await launch();
  await screen.blankExchange("Killed");
  const address = (await screen.address()).href;
  await sleep(3_000);

  const lost = [];
  const lostByStorage = [];
  for (let round = 0; round < (site.long ? 50 : 5); round += 1) {
    await screen.run(() => {
      const field = document.querySelector("textarea[aria-label=Goal], textarea");
      field.focus();
      field.value = "";
      setInterval(() => {
        field.value += `${Date.now().toString(36)} `;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }, 10);
    });
    await sleep(600 + 1_400 * Math.random());
    const killed = Date.now();
    browser.kill();
    await sleep(500);

    ({ browser, screen } = await launch());
    await screen.driver.get(new URL("icons/icon-192.png", site.url).href).catch(() => {});
    const alone = await screen.run(() =>
      Object.entries(localStorage)
        .filter(([key]) => /^pe1.(doc|tail)/.test(key))
        .map(([, text]) => JSON.parse(text).document.goal ?? ""));
    lostByStorage.push(killed - Math.max(0, ...alone.filter(Boolean).map(lastMoment)));
    await screen.open(address);
    await screen.until("what was typed is there", async () => killed - lastMoment(await goal(screen)) <= MOST_LOST);
    await sleep(500);
    lost.push(killed - lastMoment(await goal(screen)));
  }
  console.log(`        lost in ms: ${lost.join(", ")}; by local storage alone: ${lostByStorage.map((it) => (it > 1e6 ? "all" : it)).join(", ")}`);
  assert.ok(Math.max(...lost) <= MOST_LOST);
  await browser.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
