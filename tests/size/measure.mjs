// The size gate: what the first load takes over the wire, against the number in tests/size/budget.
//
//   node tests/size/measure.mjs [dist] [wasm with names]
//
// Counts index.html and every script, style sheet and program that it names, each compressed with
// brotli 11 as a host would do it. Raising the budget takes a sentence in the commit. What the page fetches
// later, once its first screen is at rest, is told apart and in the sum of everything.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { bytesByCrate } from "./wasm.mjs";

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = process.argv[2] ?? beside("../../dist");
const target = process.env.CARGO_TARGET_DIR ?? beside("../../target");
const named = process.argv[3] ?? join(target, "wasm32-unknown-unknown/release/peer-exchange.wasm");
const budget = Number(readFileSync(beside("budget"), "utf8"));

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const number = (value) => value.toLocaleString("en-US").padStart(11);
const row = (name, ...values) => console.log(`  ${name.padEnd(34)}${values.map(number).join("")}`);

const html = readFileSync(join(dist, "index.html"), "utf8");
const files = [...html.matchAll(/\s(?:src|href)="\.\/([^"]+\.(?:js|css|wasm))"/g)].map(([, name]) => name);
const weigh = (name) => {
  const bytes = readFileSync(join(dist, name));
  return { name: name.replace(/-[0-9a-f]{16}/, ""), raw: bytes.length, sent: brotli(bytes) };
};
const parts = ["index.html", ...new Set(files)].map(weigh);
const first = files.find((name) => name.endsWith(".wasm"));
const later = readdirSync(join(dist, dirname(first)))
  .map((name) => `${dirname(first)}/${name}`)
  .filter((name) => name.endsWith(".wasm") && name !== first)
  .map(weigh);
for (const ending of [".js", ".css", ".wasm"]) {
  if (!files.some((name) => name.endsWith(ending))) throw new Error(`index.html names no ${ending} file`);
}
if (!Number.isInteger(budget) || budget <= 0) throw new Error("tests/size/budget must hold one number of bytes");

console.log("First load, in bytes:");
console.log(`  ${"part".padEnd(34)}${"raw".padStart(11)}${"brotli 11".padStart(11)}`);
parts.forEach(({ name, raw, sent }) => row(name, raw, sent));
const sum = (key, of = parts) => of.reduce((total, part) => total + part[key], 0);
row("together", sum("raw"), sum("sent"));

console.log("\nFetched once the first screen is at rest:");
later.forEach(({ name, raw, sent }) => row(name, raw, sent));
row("everything together", sum("raw") + sum("raw", later), sum("sent") + sum("sent", later));

if (existsSync(named)) {
  const program = [...parts, ...later].filter(({ name }) => name.endsWith(".wasm"));
  const crates = bytesByCrate(readFileSync(named));
  if (crates) {
    const all = [...crates.values()].reduce((total, bytes) => total + bytes, 0);
    const shares = [...crates].map(([name, bytes]) => [name, Math.round((bytes / all) * sum("sent", program))]);
    const sorted = shares.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    console.log("\nThe whole program by crate: an estimate, from the share of each in the wasm before wasm-opt:");
    sorted.slice(0, 20).forEach(([name, bytes]) => row(name, bytes));
    row(`${Math.max(0, sorted.length - 20)} more`, sorted.slice(20).reduce((total, [, bytes]) => total + bytes, 0));
  }
}

const used = sum("sent");
const percent = Math.round((used / budget) * 100);
console.log(`\nsize: ${(used / 1000).toFixed(1)} kB of ${(budget / 1000).toFixed(1)} kB (${percent} %)`);
if (used > budget) {
  console.log(`size: over the budget by ${used - budget} bytes. Take something out, or raise tests/size/budget and say why in the commit.`);
  process.exitCode = 1;
}
