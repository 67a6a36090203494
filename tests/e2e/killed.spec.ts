// A browser that is killed while someone types: what was typed is there when it is opened again.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { test, expect, type Page } from "./fixture";
import { expectSaved, goTo, openApp, takeIn } from "./app";
import { SAMPLE } from "./bundle";

// What may be lost at most, in milliseconds, where a key takes as long as it does on a machine of two cores that does
// nothing else. Where it takes longer since others work too, so does all that puts the key down. The figures
// themselves are printed.
const MOST_LOST = 1_000;
const KEY = 25;

// A trace would be asked of browsers that are no longer there.
test.use({ trace: "off" });

type Running = { process: ChildProcess; browser: Browser; page: Page };

// Starts a browser of its own, whose process can be killed, on a profile that stays.
async function start(executable: string, args: string[], profile: string): Promise<Running> {
  const process = spawn(
    executable,
    [...args, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    process.stderr!.on("data", (data) => {
      said += data;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    process.on("exit", () => reject(new Error(`the browser did not start: ${said.slice(-500)}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  return { process, browser, page: context.pages()[0] ?? (await context.newPage()) };
}

async function kill({ process }: Running) {
  const gone = new Promise((resolve) => process.on("exit", resolve));
  globalThis.process.kill(-process.pid!, "SIGKILL");
  await gone;
}

const goal = (page: Page) => page.getByRole("textbox", { name: "Goal", exact: true });

for (const [rounds, name] of [
  [5, "a browser killed while someone types has lost no more than the last moment"],
  [50, "@long a browser killed 50 times while someone types has lost no more than the last moment"],
] as const) {
  test(name, async ({ baseURL, launchOptions }) => {
    test.setTimeout(300_000 + rounds * 12_000);
    const profile = mkdtempSync(join(tmpdir(), "killed-"));
    const launch = () => start(launchOptions.executablePath!, launchOptions.args!, profile);

    let running = await launch();
    await openApp(running.page, baseURL);
    await takeIn(running.page, SAMPLE);
    await goTo(running.page, "Overview");
    await expectSaved(running.page);
    const address = running.page.url();
    await goal(running.page).fill("");
    // Longer than browsers take to write local storage to the disk, so that all before is there.
    await running.page.waitForTimeout(6_000);

    const lost: number[] = [];
    const gaps: number[] = [];
    const lostByStorage: number[] = [];
    let before = 0;
    for (let round = 0; round < rounds; round += 1) {
      const pressed: number[] = [];
      await goal(running.page).focus();
      await running.page.keyboard.press("Control+End");
      const typing = Date.now();
      const until = typing + 600 + 1_400 * Math.random();
      while (Date.now() < until) {
        await running.page.keyboard.press("x");
        pressed.push(Date.now());
      }
      const killed = Date.now();
      gaps.push(Math.round((killed - typing) / pressed.length));
      await kill(running);

      running = await launch();
      await running.page.addInitScript(() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("pe1/doc/"));
        Object.assign(self, { atStart: key ? JSON.parse(localStorage[key]).document.goal ?? "" : "" });
      });
      await openApp(running.page, address);
      const missing = (kept: number) => (kept < before + pressed.length ? killed - pressed[Math.max(0, kept - before)] : 0);
      lostByStorage.push(missing(await running.page.evaluate(() => (self as any).atStart.length)));
      // The journal is read after the page is drawn.
      await expect(async () => {
        const kept = (await goal(running.page).inputValue()).length;
        expect(missing(kept)).toBeLessThanOrEqual(MOST_LOST * Math.max(1, gaps.at(-1)! / KEY));
      }).toPass({ timeout: 60_000 });
      await running.page.waitForTimeout(500);
      const kept = (await goal(running.page).inputValue()).length;
      lost.push(missing(kept));
      before = kept;
    }
    console.log(`killed while typing a key every ${gaps.join(", ")} ms, lost in ms: ${lost.join(", ")}; by local storage alone: ${lostByStorage.join(", ")}`);
    await kill(running);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}
