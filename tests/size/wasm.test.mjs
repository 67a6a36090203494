import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesByCrate, crateOf } from "./wasm.mjs";

test("a name tells its crate in both ways of writing it", () => {
  const names = {
    _RNvMs0_NtCsjqx8TIyZbP9_8dlmalloc8dlmallocINtB5_8DlmallocNtNtB7_3sys6SystemE6malloc: "dlmalloc",
    _RNvCsfLfy6EI15iL_7___rustc14___rust_realloc: "__rustc",
    _ZN13peer_exchange5model4rank17h10a29ecbfda13821E: "peer_exchange",
    "_ZN70_$LT$Match$u20$as$u20$leptos_router..nested_router..AddNestedRoute$GT$5build17h6dba31d6c6ae3f17E":
      "leptos_router",
    "_ZN55_$LT$alloc..vec..Vec$LT$T$GT$$u20$as$u20$tachys..view..X$GT$5build17h6dba31d6c6ae3f17E": "alloc",
    main: "other",
    "": "other",
  };
  for (const [name, crate] of Object.entries(names)) assert.equal(crateOf(name), crate, name);
});

test("bytes are counted by crate, past imports and without descriptions", () => {
  const text = (value) => [value.length, ...Buffer.from(value)];
  const section = (id, ...bytes) => [id, bytes.length, ...bytes];
  const names = ["imported", "_ZN1a1b17hE", "__wbindgen_describe_x"];
  const functions = names.flatMap((name, index) => [index, ...text(name)]);
  const wasm = Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 0, 0),
    ...section(2, 1, ...text("m"), ...text("f"), 0, 0),
    ...section(10, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b),
    ...section(11, 0),
    ...section(0, ...text("name"), 1, functions.length + 1, names.length, ...functions),
  ]);
  assert.deepEqual(bytesByCrate(wasm), new Map([["data (texts and tables)", 1], ["a", 2]]));
});

test("a file without names has no answer", () => {
  assert.equal(bytesByCrate(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])), undefined);
});
