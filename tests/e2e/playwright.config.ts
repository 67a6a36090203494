import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

// The system's own browser if there is one, otherwise the one that Playwright looks after.
const systemChromium = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);

export default defineConfig({
  testDir: ".",
  testMatch: process.env.SCREENSHOTS ? "screenshots.ts" : process.env.BENCH ? "*.bench.ts" : "*.spec.ts",
  outputDir: "../results/e2e",
  fullyParallel: true,
  workers: process.env.BENCH ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  // Limits that a machine keeps which does much besides: they end what hangs, and say nothing about speed.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [[process.env.CI || !process.stdout.isTTY ? "dot" : "list"], ["./slowest.ts"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1180, height: 820 },
    // The worker that keeps the page's files has a spec of its own (kept.spec.ts); elsewhere it would answer
    // in the place of the server.
    serviceWorkers: "block",
    locale: "en-US",
    timezoneId: "America/Chicago",
    // Keeping a trace takes a third of the time of all tests: ask for it with `--trace on`.
    trace: "off",
    launchOptions: {
      executablePath: systemChromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
