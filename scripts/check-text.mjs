// The rules that no compiler checks. Prints what breaks them, one line each, as file:line.
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";

const SKIPPED = new Set([".git", ".tools", "artifacts", "corpus", "dist", "node_modules", "results", "target"]);
const LOCKS = new Set(["Cargo.lock", "package-lock.json"]);
const TEXT = new Set([
  "", ".css", ".html", ".json", ".md", ".mjs", ".js", ".py", ".rs", ".sh", ".svg", ".toml", ".ts", ".webmanifest",
]);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* files(path);
    if (entry.isFile() && !LOCKS.has(entry.name) && TEXT.has(extname(entry.name))) yield path;
  }
}

const isRust = (path) => path.startsWith("src/") && path.endsWith(".rs");
const isScreen = (path) => isRust(path) && /^src\/(?:pages\/|ui\/|app\.rs)/.test(path);
const isOwn = (path) => path !== "scripts/check-text.mjs";

const RULES = [
  [() => true, /[ \t]+$/, "blanks at the end of a line"],
  [() => true, /\r/, "a carriage return"],
  [(path) => path !== "Makefile", /^ *\t/, "a tab"],
  [() => true, /^(?:<{7}|={7}|>{7})(?: |$)/, "a mark of an unfinished merge"],
  [isOwn, /\b(?:TODO|FIXME|XXX)\b/, "something left to do"],
  [(path) => isRust(path) && path !== "src/ui/icon.rs", /\binner_html\b/, "inner_html outside the icon widget"],
  [isRust, /(?:^|\s)style="|\.attr\("style"/, "a literal style attribute: the page's policy refuses it"],
  [isRust, /(?:^|\s)href="(?:https?:|\/)|\.attr\("href", "(?:https?:|\/)/, "a literal address that leaves the page's folder"],
  [isScreen, /\.has\(\(?"[^"{}]*\p{L}{2}/u, "a literal text on the screen: it belongs in locales/"],
  [isScreen, /\.attr\("(?:aria-label|title|placeholder|alt)", "[^"]*\p{L}/u, "a literal text on the screen: it belongs in locales/"],
  [(path) => path.endsWith(".css"), /!important/, "!important", (path) => path.endsWith("print.css")],
];

let found = 0;
const complain = (place, what) => {
  found += 1;
  console.log(`${place}: ${what}`);
};
for (const path of files(".")) {
  const text = readFileSync(path, "utf8");
  if (text !== "" && !text.endsWith("\n")) complain(path, "no line break at the end");
  for (const [applies, pattern, what, except] of RULES) {
    if (!applies(path) || except?.(path)) continue;
    text.split("\n").forEach((line, index) => {
      if (pattern.test(line)) complain(`${path}:${index + 1}`, what);
    });
  }
}
if (found > 0) {
  console.log(`${found} places to mend`);
  process.exitCode = 1;
}
