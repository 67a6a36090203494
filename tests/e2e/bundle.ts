// The file that the app saves, as a test sees it: read, changed, and written again with a digest that fits.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Stamp = [replica: string, number: number];
export type Fields = { [name: string]: any };

export type Entry = {
  kind: string;
  id: string;
  document: Fields;
  history: { seen: Fields; stamps: Fields; authors?: Fields; apart?: Fields };
};

export type Bundle = {
  type: string;
  version: number;
  created: string;
  sender: { author: string; organisation: string };
  message: string;
  documents: Entry[];
  digest: string;
  [name: string]: any;
};

// The canonical form of RFC 8785. Its order of names, by UTF-16 units, is that of JavaScript's sort, and
// its texts and whole numbers are written as JSON.stringify writes them.
export function canonical(value: any): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}

export function digestOf(bundle: Fields) {
  const { digest: _, ...rest } = bundle;
  return `sha256-${createHash("sha256").update(canonical(rest)).digest("hex")}`;
}

// The text of a bundle with a digest that fits.
export const written = (bundle: Fields) =>
  `${JSON.stringify({ ...bundle, digest: digestOf(bundle) }, null, 2)}\n`;

export const readBundle = (path: string): Bundle => JSON.parse(readFileSync(path, "utf8"));

// An exchange as the first version of the app saved it: the body-worn-camera visit of two agencies, with
// people, notes and an assessment.
export const SAMPLE = fileURLToPath(new URL("../fixtures/body-worn-cameras.json", import.meta.url));

// The sample after `change` has been at work on it.
export function changedSample(change: (bundle: Bundle) => void) {
  const bundle = readBundle(SAMPLE);
  change(bundle);
  return bundle;
}

// Writes a value of the document as someone else would, who had seen all that is in the file.
export function writeAs(entry: Entry, replica: string, number: number, field: string, value: Json) {
  entry.document[field] = value;
  entry.history.stamps[field] = [replica, number];
  entry.history.seen[replica] = number;
}
