// Makes the program of the page from what cargo has built: cut into parts, each a file of its own, which the
// page fetches when it needs them (src/pages/parts.rs). Called by finish-dist.mjs.
//
// All its files lie in one folder named by a digest of them all, so that a host may keep them for ever and
// no page ever mixes the parts of two builds.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";

const { transformSync } = createRequire(new URL("../tests/package.json", import.meta.url))("esbuild");

const NAME = "peer-exchange";
const FEATURES = [
  "bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext",
];
// Measured in this program: without them the result is smaller once compressed (brotli 11).
const LEFT_OUT = ["local-cse", "code-folding"];

const isWasm = (name) => name.endsWith(".wasm");

// The digest of a file as the integrity of a script or of a fetch.
export const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

async function optimize(files, folder) {
  const options = [
    "-Oz", "--low-memory-unused", "--strip-debug", "--strip-producers",
    ...FEATURES.map((feature) => `--enable-${feature}`), ...LEFT_OUT.map((pass) => `--skip-pass=${pass}`),
  ];
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await promisify(execFile)("wasm-opt", [...options, file, "-o", join(folder, `${basename(file, extname(file))}.wasm`)]);
    }
  };
  await Promise.all(cpus().map(work));
}

// The loader as the cutter writes it streams the bytes into the compiler, which browsers refuse from servers
// that do not know WebAssembly, and takes whatever a server answers. Here every part is checked by its digest.
const STREAMED = /const src = fetch\(new URL\("\.\/([\w-]+\.wasm)", import\.meta\.url\)\);/g;
const INSTANTIATED = /WebAssembly\.instantiateStreaming\(src, imports\)/g;

function mendLoader(source, folder) {
  let parts = 0;
  const fetched = source.replace(STREAMED, (_, name) => {
    parts += 1;
    const digest = integrity(readFileSync(join(folder, name)));
    return `const src = load(new URL("./${name}", import.meta.url), "${digest}");`;
  });
  const mended = fetched.replace(INSTANTIATED, "WebAssembly.instantiate(await src, imports)");
  const left = mended.match(/instantiateStreaming|fetch\(/g);
  if (parts === 0 || left) throw new Error("the loader of the parts is not written as program.mjs expects it");
  return mended + LOAD;
}

// Firefox and WebKit end what a page is loading when it is about to be left. Mostly it is gone then; but a page
// may stay (somebody is asked and says no, a link opens another program), and then what it needs is asked for again.
const LOAD = `
let leftAt = -Infinity;
addEventListener("beforeunload", () => (leftAt = performance.now()));
async function load(address, integrity) {
  try {
    const response = await fetch(address, { integrity });
    if (!response.ok) throw new Error(\`\${address}: \${response.status}\`);
    return await response.arrayBuffer();
  } catch (error) {
    if (performance.now() - leftAt > 3000) throw error;
    await new Promise((done) => setTimeout(done, 3000));
    return load(address, integrity);
  }
}
`;

// What the program imports is called by what it does and sixteen digits of a digest, in the program and in its glue:
// names that nobody reads, and that do not compress.
const IMPORTED = /\b__wb\w+_[0-9a-f]{16}\b/g;

function shortenImports(glue, wasm, work) {
  const source = readFileSync(glue, "utf8");
  const names = [...new Set(source.match(IMPORTED))];
  if (names.length === 0) throw new Error("the glue script is not written as program.mjs expects it");
  const short = new Map(names.map((name, at) => [name, `_${at.toString(36)}`]));
  const shorten = (text) => text.replace(IMPORTED, (name) => short.get(name) ?? name);
  const text = join(work, basename(wasm, ".wasm") + ".wat");
  execFileSync("wasm-dis", [wasm, "-o", text]);
  writeFileSync(text, readFileSync(text, "utf8").replace(/"__wb\w+"/g, shorten));
  writeFileSync(glue, shorten(source));
  return text;
}

// Cuts `wasm`, writes the program into a folder below `target` and returns what the page has to name:
// { glue, loader, wasm }, each with its path and digest.
export async function makeProgram(wasm, work, target) {
  const [cut, glued, made] = ["cut", "glued", "made"].map((name) => join(work, name));
  rmSync(work, { recursive: true, force: true });
  for (const folder of [cut, glued, made]) mkdirSync(folder, { recursive: true });

  execFileSync("wasm-split-cli", [wasm, cut, "--target", "web", "--out-name", NAME], { stdio: "inherit" });
  execFileSync("wasm-bindgen", [
    "--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript",
    "--out-dir", glued, "--out-name", NAME, join(cut, `${NAME}.wasm`),
  ], { stdio: "inherit" });

  const main = join(glued, `${NAME}_bg.wasm`);
  const parts = readdirSync(cut).filter((name) => isWasm(name) && name !== `${NAME}.wasm`);
  const shortened = shortenImports(join(glued, `${NAME}.js`), main, work);
  await optimize([shortened, ...parts.map((name) => join(cut, name))], made);

  const script = (source) => transformSync(source, { loader: "js", minify: true, charset: "utf8" }).code;
  const loader = mendLoader(readFileSync(join(cut, "__wasm_split.js"), "utf8"), made);
  writeFileSync(join(made, "__wasm_split.js"), script(loader));
  writeFileSync(join(made, `${NAME}.js`), script(readFileSync(join(glued, `${NAME}.js`), "utf8")));

  const hash = createHash("sha256");
  for (const name of readdirSync(made).sort()) hash.update(name).update(readFileSync(join(made, name)));
  const folder = `program-${hash.digest("hex").slice(0, 16)}`;
  rmSync(join(target, folder), { recursive: true, force: true });
  cpSync(made, join(target, folder), { recursive: true });
  const file = (name) => ({ path: `${folder}/${name}`, digest: integrity(readFileSync(join(target, folder, name))) });
  return { glue: file(`${NAME}.js`), loader: file("__wasm_split.js"), wasm: file(`${NAME}_bg.wasm`) };
}
