// The spelling of everything that people read: the library and the locales. Prints each unknown word with
// its file and its place in it.
//
// Topics say in which English they are written, and each is held against that one alone; keywords may be in
// either. scripts/spelling/ has what cspell's dictionaries lack: words of the other English that they let
// pass, and, in words.txt, what the trade says: in order, and only while it is used. Nothing is asked of the
// network.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS = "scripts/spelling/words.txt";
const CSPELL = "tests/node_modules/.bin/cspell";
const FOLDER = "tests/results/spelling";
// Made of the other files, and checked there.
const GENERATED = new Set(["search.json", "topics.json"]);
// Addresses, and words of a source that stand as they are printed there.
const PASSED_OVER = [
  /https?:\/\/\S+/g, /\{\{.*?\}\}/g, /<[^>]*>/g, /\u00ad/g,
  /problemsolving projects$/, /World Health Organization/, /British: organisation,/,
];

/** Every text of a JSON value with its place in it. */
function* texts(value, place) {
  if (typeof value === "string") yield { place, text: value };
  else if (value !== null && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      if (name !== "$schema") yield* texts(inner, place === "" ? name : `${place}/${name}`);
    }
  }
}

const jsonFiles = (folder) =>
  readdirSync(folder).filter((name) => name.endsWith(".json") && !GENERATED.has(name)).sort().map((name) => join(folder, name));

// A line for each text, by the English that it is in.
const lines = { us: [], uk: [], both: [] };
function add(file, english, isText = () => true) {
  const json = JSON.parse(readFileSync(file, "utf8"));
  for (const { place, text } of texts(json, "")) {
    if (!isText(text)) continue;
    const plain = PASSED_OVER.reduce((rest, pattern) => rest.replace(pattern, ""), text).replace(/\s+/g, " ");
    lines[place.startsWith("keywords/") ? "both" : english ?? json.wording].push({ where: `${file}: ${place}`, plain });
  }
}
const SAMPLE = join("public/library", "sample.json");
jsonFiles("public/library").filter((file) => file !== SAMPLE).forEach((file) => add(file));
// A document does not say its English, and its single words are ids and values of the format.
add(SAMPLE, "us", (text) => text.includes(" "));
jsonFiles("public/library/topics").forEach((file) => add(file));
jsonFiles("locales/en").forEach((file) => add(file, "us"));
jsonFiles("locales/en-GB").forEach((file) => add(file, "uk"));

let found = 0;
const complain = (what) => {
  found += 1;
  console.log(what);
};

mkdirSync(FOLDER, { recursive: true });
for (const [english, of] of Object.entries(lines)) {
  const file = join(FOLDER, `${english}.txt`);
  writeFileSync(file, of.map(({ plain }) => `${plain}\n`).join(""));
  const options = ["--config", `scripts/spelling/${english}.json`, "--no-config-search", "--no-gitignore"];
  const quiet = ["--no-progress", "--no-summary", "--no-color"];
  const run = spawnSync(CSPELL, ["lint", ...options, ...quiet, file], { encoding: "utf8" });
  if (run.error) throw run.error;
  const unknown = [...run.stdout.matchAll(/:(\d+):\d+ - (.*)$/gm)];
  if (run.status !== 0 && unknown.length === 0) throw new Error(`cspell failed: ${run.stderr}${run.stdout}`);
  for (const [, line, what] of unknown) complain(`${of[line - 1].where}: ${what} (${english})`);
}

const words = readFileSync(WORDS, "utf8").split("\n").filter((word) => word !== "");
const sorted = [...words].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
if (words.some((word, at) => word !== sorted[at])) complain(`${WORDS}: not in order`);
const all = Object.values(lines).flat().map(({ plain }) => plain).join("\n").toLowerCase();
for (const word of words.filter((it) => !all.includes(it.toLowerCase()))) complain(`${WORDS}: ${word} is not used`);

if (found > 0) {
  console.log(`${found} places to mend`);
  process.exitCode = 1;
}
