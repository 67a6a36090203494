// src/boot/policy.js by itself, in node: run with `node --test tests/policy/`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { ADMITTED, REFUSED, SCRIPTS_ADMITTED, SCRIPTS_REFUSED } from "./table.mjs";

const source = readFileSync(new URL("../../src/boot/policy.js", import.meta.url), "utf8");
const BASE = "https://planner.example/some/folder/index.html?screen=home";

function load() {
  const created = {};
  const trustedTypes = { createPolicy: (name, rules) => (created[name] = rules) };
  runInNewContext(source, { self: { trustedTypes }, trustedTypes, document: { baseURI: BASE }, URL });
  return created;
}
const { default: policy } = load();

test("there is one policy, named default, and it makes no scripts", () => {
  assert.deepEqual(Object.keys(load()), ["default"]);
  assert.deepEqual(Object.keys(policy).sort(), ["createHTML", "createScriptURL"]);
});

test("it stays away where the browser has no trusted types", () => {
  runInNewContext(source, { self: {} });
});

for (const html of ADMITTED) {
  test(`admits ${JSON.stringify(html)}`, () => assert.equal(policy.createHTML(html), html));
}

for (const html of REFUSED) {
  test(`refuses ${JSON.stringify(html)}`, () => {
    assert.throws(() => policy.createHTML(html), { name: "TypeError", message: /^refused by policy\.js: / });
  });
}

test("refuses each hostile string within an admitted one, too", () => {
  for (const html of REFUSED) {
    assert.throws(() => policy.createHTML(`<div class="x"><p>a</p>${html}`), { name: "TypeError" }, html);
  }
});

test("reads a long text in a time that grows with its length only", () => {
  for (const html of ["<p ".repeat(1) + 'a="b" '.repeat(20_000), "<p" + " ".repeat(100_000), '<p class="' + "x".repeat(100_000)]) {
    const from = performance.now();
    assert.throws(() => policy.createHTML(html), { name: "TypeError" });
    assert.ok(performance.now() - from < 1_000, `took ${performance.now() - from} ms`);
  }
});

for (const address of SCRIPTS_ADMITTED) {
  test(`admits the worker as ${JSON.stringify(address)}`, () => {
    assert.equal(policy.createScriptURL(address), "https://planner.example/some/folder/sw.js");
  });
}

for (const address of SCRIPTS_REFUSED) {
  test(`refuses the script ${JSON.stringify(address)}`, () => {
    assert.throws(() => policy.createScriptURL(address), { name: "TypeError" });
  });
}
