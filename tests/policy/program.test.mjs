// Every html string that is compiled into the program must be one that src/boot/policy.js admits. Otherwise a
// screen that no other test visits would stop the program. Needs dist/ (or $DIST): run after `trunk build`.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

const folder = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const programs = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".wasm"));

let policy;
const trustedTypes = { createPolicy: (_, rules) => (policy = rules) };
const source = readFileSync(new URL("../../src/boot/policy.js", import.meta.url), "utf8");
runInNewContext(source, { self: { trustedTypes }, trustedTypes, document: { baseURI: "https://x.example/" }, URL });

// What looks like a tag in the messages of Rust's own library and is none. (Names of types have capitals.)
const NO_TAG = /^<(?:anonymous|empty|locked|poisoned|redacted|unknown|unnamed)>$/;

test("the program holds no markup that the policy refuses", () => {
  const bytes = programs.map((name) => readFileSync(`${folder}/${name}`, "latin1")).join("\n");
  const tags = new Set(bytes.match(/<[a-z][a-z0-9-]*(?:\s+[A-Za-z][\w:-]*(?:="[^"]*")?)*\s*\/?>/g));
  const refused = [...tags].filter((tag) => {
    try {
      policy.createHTML(tag);
      return false;
    } catch {
      return !NO_TAG.test(tag);
    }
  });
  assert.ok(tags.size > 0, "no markup found at all: does this test still look at the right place?");
  assert.deepEqual(refused, [], "admit it in src/boot/policy.js, or write it so that it is no literal markup");
});
