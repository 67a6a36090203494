// Trunk's last step: one style sheet instead of many, the program cut into parts, everything minified, and a
// look at the result.
//
// Fails when the page would need something that its own security policy refuses. In a debug build the
// program stays as trunk made it and nothing is minified. The same sources and tools give the same bytes.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { integrity, makeProgram } from "./program.mjs";

const { transformSync } = createRequire(new URL("../tests/package.json", import.meta.url))("esbuild");
const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("finish-dist.mjs is run by trunk (see Trunk.toml), not by hand");
const minify = process.env.TRUNK_PROFILE === "release";

const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, text) => writeFileSync(join(folder, name), text);
const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

let html = read("index.html");
const tags = (name) => [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))].map(([tag]) => tag);

function joinStyleSheets() {
  const sheets = tags("link").filter((tag) => attribute(tag, "rel") === "stylesheet");
  if (sheets.length === 0) return;
  const files = sheets.map((tag) => attribute(tag, "href"));
  const joined = files.map(read).join("\n");
  const css = minify ? transformSync(joined, { loader: "css", minify, charset: "utf8" }).code : joined;
  const name = `style-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
  files.forEach((file) => rmSync(join(folder, file)));
  write(name, css);
  // No integrity attribute: with one, a page opened as a file would refuse its own style sheet.
  html = html.replace(sheets[0], `<link rel="stylesheet" href="./${name}">`);
  sheets.slice(1).forEach((tag) => (html = html.replace(tag, "")));
}

// The boot scripts.
function minifyScripts() {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    write(name, transformSync(read(name), { loader: "js", minify, charset: "utf8" }).code);
  }
}

// Trunk has built the program and made glue for it as one piece. The program in two parts takes its place.
async function putProgram() {
  const [glue, program] = tags("link").filter((tag) => /^(?:modulepreload|preload)$/.test(attribute(tag, "rel")));
  for (const tag of [glue, program]) rmSync(join(folder, attribute(tag, "href")));
  const built = join(
    process.env.CARGO_TARGET_DIR ?? join(process.env.TRUNK_SOURCE_DIR, "target"), "wasm32-unknown-unknown",
  );
  const made = await makeProgram(join(built, "release/peer-exchange.wasm"), join(built, "release/program"), folder);
  const preload = ({ path, digest }) => `<link rel="modulepreload" href="./${path}" integrity="${digest}">`;
  // No preload: on a slow network it would take its room from what paints first. src/boot/start.js fetches it then,
  // by a digest that is an attribute of ours.
  const fetched = `<link rel="program" href="./${made.wasm.path}" data-digest="${made.wasm.digest}">`;
  html = html.replace(glue, preload(made.glue) + preload(made.loader)).replace(program, fetched);
}

function minifyPage() {
  html = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/ data-integrity="none"/g, "")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/>\n</g, "><")
    .replace(/ \/>/g, "/>");
}

function refuseWhatThePolicyRefuses() {
  const refused = [
    [/<script\b(?![^>]*\ssrc=)[^>]*>/, "an inline script"],
    [/<style\b/, "an inline style sheet"],
    [/<[a-z][^>]*\s(?:style|on[a-z]+)=/, "an inline style or handler"],
    [/<[a-z][^>]*\s(?:src|href)="(?:[a-z]+:|\/)/, "an address that is not below the page"],
  ];
  for (const [pattern, what] of refused) {
    const found = pattern.exec(html);
    if (found) throw new Error(`index.html has ${what}: ${found[0].slice(0, 120)}`);
  }
}

// What each agency may write anew in its own copy (README), so that no digest of it can be known.
const OF_THE_AGENCY = ["agency.json"];

const boot = (name) => readFileSync(join(process.env.TRUNK_SOURCE_DIR, "src/boot", name), "utf8");

// The worker that keeps all files on the device.
function putWorker() {
  const names = readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile() && !OF_THE_AGENCY.includes(name))
    .map((name) => name.split(sep).join("/"))
    .sort();
  // Some hosts answer "index.html" with a way to "./", which a worker may not hand on.
  const address = (name) => (name === "index.html" ? "./" : name);
  const isOfLibrary = (name) => name.startsWith("library/");
  const files = names.filter((name) => !isOfLibrary(name))
    .map((name) => [address(name), integrity(readFileSync(join(folder, name)))]);
  const library = names.filter(isOfLibrary);
  const build = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const filled = boot("sw.js")
    .replace("FILES = []", `FILES = ${JSON.stringify(files)}`)
    .replace("LIBRARY = []", `LIBRARY = ${JSON.stringify(library)}`)
    .replace('"BUILD"', `"${build}"`);
  write("sw.js", transformSync(filled, { loader: "js", minify, charset: "utf8" }).code);
}

joinStyleSheets();
if (minify) {
  await putProgram();
  minifyScripts();
  minifyPage();
  html = html.replace("</title>", '</title><meta name="worker" content="sw.js">');
}
refuseWhatThePolicyRefuses();
write("index.html", html);
// A build for development must not be kept: it would be an old one at the next look.
if (minify) putWorker();
else write("sw.js", boot("sw-gone.js"));
