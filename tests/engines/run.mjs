// Runs every *.job.mjs of this folder in Firefox and in WebKit, the engine of iPad Safari.
//
//   node tests/engines/run.mjs                         all jobs, both engines
//   node tests/engines/run.mjs --engine webkit start   one engine, jobs whose name holds "start"
//   node tests/engines/run.mjs --long                  with the full counts
//
// A job is a module with `export const name = "…"` and `export default async function (screen, site)`.
// `screen` is the page (screen.mjs); `site.host({ prefix, types })` serves the same folder another way and
// resolves to its address; `site.start(options)` starts one browser more; `site.mustBeClean()` refuses what is on
// the page's console, before another site is opened. `export const engines = [...]` keeps a job to some
// engines. A job fails by throwing, and by any error or warning on the console of the page where it ends.
// Each gets a browser with an empty profile.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { ENGINES, listening } from "./engines.mjs";
import { Screen } from "./screen.mjs";

const { values, positionals } = parseArgs({
  options: { engine: { type: "string" }, folder: { type: "string" }, long: { type: "boolean", default: false } },
  allowPositionals: true,
});
const engines = values.engine ? [values.engine] : Object.keys(ENGINES);
const folder = values.folder ?? fileURLToPath(new URL("../../dist", import.meta.url));
const here = new URL("./", import.meta.url);
const jobs = readdirSync(fileURLToPath(here))
  .filter((file) => file.endsWith(".job.mjs"))
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
  .sort();
assert.notEqual(jobs.length, 0, "no job of that name");

const parts = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".wasm")).length;

const TIME_LIMIT = values.long ? 1_800_000 : 600_000;
const withinLimit = (work) => {
  let timer;
  const limit = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${TIME_LIMIT / 1000} s`)), TIME_LIMIT);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
};

let failed = 0;
for (const engine of engines) {
  const instead = engine === "webkit" ? listening(readFileSync(join(folder, "index.html"), "utf8")) : {};
  const sites = [];
  const host = async (hosting) => {
    sites.push(await serve({ folder, instead, ...hosting }));
    return sites.at(-1).url;
  };
  const url = await host({});
  for (const file of jobs) {
    const { name, engines: only, default: job } = await import(new URL(file, here).href);
    if (only && !only.includes(engine)) continue;
    const from = performance.now();
    let browser, screen;
    try {
      browser = await ENGINES[engine]();
      screen = new Screen(browser.driver, url, parts);
      const mustBeClean = async () => assert.deepEqual(await browser.complaints(), [], "the console must stay clean");
      const site = { url, folder, parts, host, mustBeClean, start: ENGINES[engine], long: values.long };
      await withinLimit(job(screen, site));
      await mustBeClean();
      console.log(`ok      ${engine}: ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${engine}: ${name}\n${error.stack ?? error}`);
      const complaints = await browser?.complaints().catch(() => []);
      if (complaints?.length) console.log(`  console: ${complaints.join("\n  console: ")}`);
      const seen = await screen?.text().catch(() => {});
      if (seen) console.log(`  on the page: ${seen.replaceAll(/\s*\n\s*/g, " | ")}`);
    } finally {
      await browser?.stop();
    }
  }
  await Promise.all(sites.map((site) => site.stop()));
}
process.exitCode = failed === 0 ? 0 : 1;
