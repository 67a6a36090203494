// Prints how long the rules of loose ends take as WebAssembly: all warnings of an exchange with 60 people, 200
// questions, 300 sessions and 2,000 notes. Node runs it in the same engine as Chromium does. A device that is
// four times slower takes four times as long.
//
//   node tests/bench/warnings.mjs
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROUNDS = 300;
const THROTTLING = 4;

const folder = fileURLToPath(new URL("./wasm/", import.meta.url));
const target = `${fileURLToPath(new URL("../../", import.meta.url))}${process.env.CARGO_TARGET_DIR ?? "target"}/bench-wasm`;
execFileSync("cargo", ["build", "--release", "--locked", "--quiet", "--target", "wasm32-unknown-unknown"], {
  cwd: folder,
  env: { ...process.env, CARGO_TARGET_DIR: target },
  stdio: "inherit",
});
const bytes = readFileSync(`${target}/wasm32-unknown-unknown/release/bench_wasm.wasm`);
const { instance } = await WebAssembly.instantiate(bytes, {});

for (const name of ["all_warnings", "summary"]) {
  const work = instance.exports[name];
  const found = work();
  if (found === 0) throw new Error(`${name} found nothing: there is nothing to measure`);
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((one, other) => one - other);
  const [median, most] = [times[ROUNDS / 2], times[Math.floor(ROUNDS * 0.95)]];
  const ms = (time) => `${time.toFixed(2)} ms`;
  console.log(
    `${name.padEnd(13)} ${String(found).padStart(5)} found, median ${ms(median)}, 95 % below ${ms(most)}; ` +
      `at ${THROTTLING}× throttling ${ms(median * THROTTLING)}`,
  );
}
