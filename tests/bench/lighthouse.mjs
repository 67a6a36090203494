// Prints Lighthouse's figures for a phone, of the built page beside TiddlyWiki's empty page: another application in
// one page that keeps everything on the device. Says which goals are met; only a page that cannot be measured
// is an error.
//
//   node tests/bench/lighthouse.mjs [dist] [--rounds 5]
//
// Both are served by the same server from the same machine, compressed as a host would do it, and are measured in
// turn, so that what else the machine does falls on both. Each time a new Chromium opens the page: what one has
// kept, such as compiled programs, would make the next one look faster.
import { launch } from "chrome-launcher"; // Comes with Lighthouse.
import lighthouse from "lighthouse";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { TYPES } from "../../scripts/serve.mjs";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "5" } },
  allowPositionals: true,
});
const dist = positionals[0] ?? fileURLToPath(new URL("../../dist", import.meta.url));
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a number of 1 or more");
if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} has no index.html: run "make dist" first`);

const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
if (!CHROMIUM) throw new Error("there is no Chromium: install it, or name it in $CHROMIUM");
// Without a word to other hosts, and without what would slow down the first seconds. The launcher adds a free port
// and the profile.
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// ── The two pages ─────────────────────────────────────────────────────────────────────────────────────────────

// TiddlyWiki's own empty page, as its makers offer it for download.
function buildTiddlyWiki(folder) {
  const home = dirname(createRequire(import.meta.url).resolve("tiddlywiki/package.json"));
  const edition = join(home, "editions/empty");
  execFileSync(process.execPath, [join(home, "tiddlywiki.js"), edition, "--output", folder, "--build", "index"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const PACKED = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);

// A file as it is and, where that pays, compressed.
async function load(path) {
  const bytes = readFileSync(path);
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  if (!PACKED.has(extname(path))) return { type, bytes };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { type, bytes, packed: await promisify(brotliCompress)(bytes, { params }) };
}

// Serves a folder out of memory: reading and compressing are over before the first page is measured.
async function serveCompressed(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
  const files = new Map(await Promise.all(names.map(async (name) => [`/${name}`, await load(join(folder, name))])));
  const server = createServer((request, response) => {
    // TiddlyWiki asks with OPTIONS whether it can save here: no, as on any static host.
    if (request.method !== "GET" && request.method !== "HEAD") {
      return response.writeHead(405, { "content-type": TYPES[".txt"], allow: "GET, HEAD" }).end("Only GET and HEAD\n");
    }
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = files.get(path.endsWith("/") ? `${path}index.html` : path);
    if (!file) return response.writeHead(404, { "content-type": TYPES[".txt"] }).end("Not found\n");
    const isPacked = file.packed && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const bytes = isPacked ? file.packed : file.bytes;
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": bytes.length,
      ...(isPacked && { "content-encoding": "br" }),
      vary: "accept-encoding",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  await new Promise((done, failed) => server.once("error", failed).listen(0, "127.0.0.1", done));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${server.address().port}/`, stop };
}

// ── Measuring ─────────────────────────────────────────────────────────────────────────────────────────────────

const CATEGORIES = ["performance", "accessibility", "best-practices"];
const AUDITS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "speed-index",
];

// Where an audit fails: an element, or the words and the address of a message.
function place({ node, description, sourceLocation }) {
  const what = node?.snippet ?? [description, sourceLocation?.url].filter(Boolean).join(" ");
  return what && `  ${what}`;
}

// The figures of one visit by name, and the audits of the two categories of rules that it fails.
async function visit(url) {
  const chromium = await launch({
    chromePath: CHROMIUM,
    chromeFlags: FLAGS,
    ignoreDefaultFlags: true,
    // The profile, and what a browser that is killed leaves behind, go with the folder.
    userDataDir: mkdtempSync(join(scratch, "profile-")),
    envVars: { ...process.env, TMPDIR: scratch },
    logLevel: "silent",
  });
  try {
    const { lhr } = await lighthouse(url, { port: chromium.port, onlyCategories: CATEGORIES, logLevel: "silent" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const figures = {};
    for (const name of CATEGORIES) {
      const { score } = lhr.categories[name];
      figures[name] = score === null ? undefined : Math.round(score * 100);
    }
    for (const name of AUDITS) figures[name] = lhr.audits[name].numericValue;
    const missing = Object.keys(figures).filter((name) => !Number.isFinite(figures[name]));
    if (missing.length > 0) throw new Error(`no figure for ${missing.join(", ")}`);
    const failed = ["accessibility", "best-practices"]
      .flatMap((name) => lhr.categories[name].auditRefs.filter(({ weight }) => weight > 0))
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 1)
      .flatMap(({ title, details }) => [title, ...(details?.items ?? []).map(place).filter(Boolean)]);
    const [, chromiumVersion] = /Chrome\/(\d+)/.exec(lhr.environment.hostUserAgent) ?? [];
    return { figures, failed, versions: `Lighthouse ${lhr.lighthouseVersion}, Chromium ${chromiumVersion}` };
  } finally {
    chromium.kill();
  }
}

const scratch = mkdtempSync(join(tmpdir(), "lighthouse-"));
const wiki = join(scratch, "tiddlywiki");
const visits = { app: [], wiki: [] };
const servers = [];
try {
  buildTiddlyWiki(wiki);
  const pages = [];
  for (const [key, name, folder] of [["app", "this page", dist], ["wiki", "TiddlyWiki", wiki]]) {
    const server = await serveCompressed(folder);
    servers.push(server);
    pages.push({ key, name, url: server.url });
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { key, name, url } of pages) {
      try {
        visits[key].push(await visit(url));
      } catch (error) {
        throw new Error(`${name} could not be measured in round ${round}: ${error.message}`, { cause: error });
      }
    }
  }
} finally {
  servers.forEach(({ stop }) => stop());
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

// ── What came of it ───────────────────────────────────────────────────────────────────────────────────────────

const all = (key, name) => visits[key].map(({ figures }) => figures[name]).sort((one, other) => one - other);
function median(key, name) {
  const sorted = all(key, name);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const ms = (value) => `${Math.round(value).toLocaleString("en-US")} ms`;
const points = (value) => String(value);
const shift = (value) => String(Number(value.toFixed(4)));
const ratio = (name) => median("app", name) / median("wiki", name);
const showRatio = (value) => (Number.isFinite(value) ? `${value.toFixed(3)}×` : "–");
const ROWS = [
  ["performance", "performance", points],
  ["first contentful paint", "first-contentful-paint", ms],
  ["largest contentful paint", "largest-contentful-paint", ms],
  ["total blocking time", "total-blocking-time", ms],
  ["layout shift", "cumulative-layout-shift", shift],
  ["speed index", "speed-index", ms],
  ["accessibility", "accessibility", points],
  ["best practices", "best-practices", points],
];

const row = (name, ...cells) =>
  console.log(`  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(18)).join("")}`.trimEnd());
const times = rounds === 1 ? "one round" : `medians of ${rounds} rounds`;
console.log(`${visits.app[0].versions}, its slow phone, ${times}:`);
row("", "this page", "TiddlyWiki empty", "ratio");
for (const [label, name, show] of ROWS) {
  row(label, show(median("app", name)), show(median("wiki", name)), show === ms ? showRatio(ratio(name)) : "");
  if (name === "total-blocking-time") {
    const span = (key) => `${ms(all(key, name)[0]).replace(" ms", "")}–${ms(all(key, name).at(-1))}`;
    row("  from least to most", span("app"), span("wiki"), "");
  }
}

console.log("\nGoals:");
const goal = (text, isMet, found) => console.log(`  ${(isMet ? "met" : "not met").padEnd(9)}${text}: ${found}`);
for (const [label, name, most] of [
  ["blocking time", "total-blocking-time", 0.08],
  ["largest paint", "largest-contentful-paint", 0.35],
]) {
  const isMet = median("app", name) <= most * median("wiki", name);
  goal(`${label} at most ${most}× TiddlyWiki's`, isMet, showRatio(ratio(name)));
}
const shifted = median("app", "cumulative-layout-shift");
goal("layout shift 0", shifted === 0, shift(shifted));
for (const [label, name] of [["accessibility", "accessibility"], ["best practices", "best-practices"]]) {
  goal(`${label} 100`, median("app", name) === 100, points(median("app", name)));
}
const failed = new Set(visits.app.flatMap((it) => it.failed));
if (failed.size > 0) {
  console.log("\nWhat this page fails in accessibility and best practices:");
  failed.forEach((title) => console.log(`  ${title}`));
}
