// What is no exchange file, or not any more, gets a sentence that says so, and nothing stored changes.
import { readFileSync } from "node:fs";
import { test, expect, type Page } from "./fixture";
import { agree, chooseFile, expectFolded, goHome, goTo, goToSend, openApp, openFile, storage, takeIn, title, type File } from "./app";
import { canonical, changedSample, digestOf, SAMPLE, writeAs, written, type Json } from "./bundle";

const NOTHING_CHANGED = "Nothing stored here has changed.";
const sample = readFileSync(SAMPLE, "utf8");

async function openScreen(page: Page) {
  await goHome(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  await expect(title(page)).toHaveText("Open a file");
}

// A profile with an exchange in it, on the screen where files are opened.
async function withAnExchange(page: Page) {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await openScreen(page);
  await expectFolded(page);
  return storage(page);
}

async function expectRefused(page: Page, sentence: string | RegExp) {
  const alert = page.getByRole("alert");
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText(sentence);
  await expect(alert).toContainText(NOTHING_CHANGED);
  await expect(title(page)).toHaveText("Open a file");
}

test("the digest that the tests compute is the one that the app computes", () => {
  expect(digestOf(JSON.parse(sample))).toBe(JSON.parse(sample).digest);
  const value = { b: [1, { z: null, é: true }], a: 'ü"\n\u2028' };
  expect(canonical(value)).toBe('{"a":"ü\\"\\n\u2028","b":[1,{"z":null,"é":true}]}');
});

test("a file as the first version saved it opens", async ({ page }) => {
  await openApp(page);
  await openFile(page, SAMPLE);
  await expect(page.getByText("New here")).toBeVisible();
});

const refused: Record<string, { file: File; sentence: string | RegExp }> = {
  "text that is not JSON": {
    file: { name: "letter.txt", text: "Dear colleague,\nplease find attached …" },
    sentence: "“letter.txt” is not an exchange file.",
  },
  "a page of another kind": {
    file: { name: "page.json", text: "<!doctype html><title>Not found</title>" },
    sentence: "“page.json” is not an exchange file.",
  },
  "a picture": {
    file: { name: "camera.png.json", text: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").toString("latin1") },
    sentence: "“camera.png.json” is not an exchange file.",
  },
  "an empty file": {
    file: { name: "empty.json", text: "" },
    sentence: "“empty.json” is empty.",
  },
  "a file of blanks": {
    file: { name: "blank.json", text: " \n\t\n" },
    sentence: "“blank.json” is empty.",
  },
  "a file that was cut short": {
    file: { name: "cut.json", text: sample.slice(0, sample.length / 2) },
    sentence: /“cut\.json” ends in the middle, at line \d+: only a part of it arrived\./,
  },
  "a file whose last character is missing": {
    file: { name: "cut.json", text: sample.trimEnd().slice(0, -1) },
    sentence: /“cut\.json” ends in the middle/,
  },
  "JSON of another program": {
    file: { name: "drawing.json", text: JSON.stringify({ type: "excalidraw", version: 2, elements: [] }) },
    sentence: "“drawing.json” is not an exchange file, it seems to be “excalidraw”.",
  },
  "a file that holds no exchange": {
    file: { name: "none.json", text: written(changedSample((bundle) => (bundle.documents = []))) },
    sentence: "“none.json” holds no exchange.",
  },
  "a document of an unknown kind": {
    file: { name: "kind.json", text: written(changedSample((bundle) => (bundle.documents[0].kind = "weather"))) },
    sentence: "“kind.json” holds something this version of the app does not know (“weather”).",
  },
  "a number that is not whole": {
    file: { name: "half.json", text: sample.replace(/"minutes": \d+/, '"minutes": 7.5') },
    sentence: /“half\.json” has a number that is not whole or too large, at documents\/0\/document\/sessions\/\d+\/slot\/minutes\./,
  },
  "a name that stands twice": {
    file: { name: "twice.json", text: sample.replace('"goal":', '"goal": "Another",\n        "goal":') },
    sentence: "“twice.json” says one thing twice, at documents/0/document/goal,",
  },
  "a file that is damaged in the middle": {
    file: { name: "damaged.json", text: sample.replace('"goal":', '"goal"') },
    sentence: /“damaged\.json” was an exchange file and is damaged at line \d+\./,
  },
  "lines that were wrapped in two ways": {
    file: { name: "wrapped.json", text: sample.replace("Docks stand by", "Docks\nstand b\ny") },
    sentence: "“wrapped.json” had its lines wrapped on the way",
  },
  "a file nested beyond all measure": {
    file: { name: "deep.json", text: `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}` },
    sentence: "“deep.json” is built in a way no exchange file is, at a/0/0/",
  },
  "a file larger than any exchange": {
    file: { name: "large.json", text: " ".repeat(8 * 1024 * 1024 + 1) },
    sentence: "“large.json” is 8.4 MB, larger than any exchange file can be.",
  },
  "a hostile file name": {
    file: { name: "<img src=x onerror=alert(1)>.json", text: "no" },
    sentence: "“<img src=x onerror=alert(1)>.json” is not an exchange file.",
  },
  "a hostile type": {
    file: { name: "type.json", text: JSON.stringify({ type: "<script>alert(1)</script>" }) },
    sentence: "it seems to be “<script>alert(1)</script>”.",
  },
};

test("whatever is no exchange file gets its sentence, and nothing stored changes", async ({ page }) => {
  const before = await withAnExchange(page);
  for (const [what, { file, sentence }] of Object.entries(refused)) {
    await test.step(what, async () => {
      await chooseFile(page, file);
      await expectRefused(page, sentence);
      expect(await storage(page), what).toEqual(before);
    });
  }
  await test.step("and a good file opens afterwards", async () => {
    await chooseFile(page, SAMPLE);
    await expect(title(page)).toHaveText("What is in this file");
    await expect(page.getByText("Nothing new")).toBeVisible();
  });
});

test("pasted text is treated as a file is", async ({ page }) => {
  const before = await withAnExchange(page);
  const field = page.getByRole("textbox", { name: "Or paste the text of a file" });
  const show = page.getByRole("button", { name: "Show what is in it" });
  await expect(show).toBeDisabled();
  for (const [text, sentence] of [
    ["Dear colleague", "The pasted text is not an exchange file."],
    [sample.slice(0, 900), /The pasted text ends in the middle, at line \d+/],
    [sample.replace('"goal":', '"goal"'), /The pasted text was an exchange file and is damaged at line \d+/],
  ] as const) {
    await field.fill(text);
    await show.click();
    await expectRefused(page, sentence);
    expect(await storage(page)).toEqual(before);
  }
  await field.fill(`\uFEFF${sample.replaceAll("\n", "\r\n")}`);
  await show.click();
  await expect(title(page)).toHaveText("What is in this file");
  expect(await storage(page)).toEqual(before);
});

const CHANGED = "This file was changed or damaged after it was saved with this app.";
const remarks = (page: Page) => page.getByRole("region", { name: "Remarks on this file" });

test("a file that was changed outside comes as that of an unknown writer, and replaces nothing", async ({ page }) => {
  const before = await withAnExchange(page);
  for (const [name, text] of [
    ["altered.json", sample.replace("Docks stand", "Ducks stand")],
    ["bare.json", sample.replace(/^ {2}"digest": .*\n/m, "").replace("Docks stand", "Ducks stand")],
    ["stampless.json", written(changedSample((bundle) => delete bundle.documents[0].history.stamps.title))],
  ]) {
    await chooseFile(page, { name, text });
    await expect(title(page)).toHaveText("What is in this file");
    await expect(remarks(page).getByRole("button", { name: "Save the original text" })).toBeVisible();
    expect(await storage(page), name).toEqual(before);
    await page.getByRole("button", { name: "Cancel" }).click();
  }
  await chooseFile(page, { name: "altered.json", text: sample.replace("Docks stand", "Ducks stand") });
  await expect(remarks(page)).toContainText(CHANGED);
  await expect(page.getByText("Changed outside of this app: who wrote what is not known.")).toBeVisible();
  await expect(page.getByText("What differs is listed for you to settle.")).toBeVisible();
  await expect(page.getByText("Differs, 1 to settle")).toBeVisible();
  await agree(page, "Merge 1");
  await openFile(page, { name: "altered.json", text: sample.replace("Docks stand", "Ducks stand") });
  await expect(page.getByText("Nothing new")).toBeVisible();
});

test("a file of a newer version can be looked at and saved again, and not taken in", async ({ page }) => {
  const before = await withAnExchange(page);
  const text = written(changedSample((bundle) => { bundle.version = 99; bundle.documents[0].document.title = "Later"; }));
  await chooseFile(page, { name: "newer.json", text });
  await expect(remarks(page)).toContainText("This file was saved by a newer version of this app (99).");
  await expect(page.getByRole("heading", { name: "Later" })).toBeVisible();
  await expect(page.getByText("It can be looked at and saved, not taken in.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Merge|Add)/ })).toHaveCount(0);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the original text" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("newer.json");
  expect(readFileSync(await saved.path(), "utf8")).toBe(text);
  expect(await storage(page)).toEqual(before);
});

test("what had to be repaired is listed with its address", async ({ page }) => {
  await openApp(page);
  const text = written(changedSample((bundle) => {
    bundle.documents[0].document.notes.push(7, { text: "No id" });
    bundle.documents.push({ kind: "weather", id: "w", document: {}, history: { seen: {}, stamps: {} } });
  }));
  await openFile(page, { name: "repaired.json", text });
  await remarks(page).getByText("3 things were not as they should be").click();
  await expect(remarks(page)).toContainText("Something that is no record was left out. (documents/0/document/notes/4)");
  await expect(remarks(page)).toContainText("A record without an identifier was given one. (documents/0/document/notes/5)");
  await expect(remarks(page)).toContainText("A document this version of the app does not know (“weather”) was left out. (documents/1)");
  await expect(page.getByText("Repaired while reading: who wrote what is not taken over.")).toBeVisible();
  await expect(page.getByText("What differs is listed for you to settle.")).toHaveCount(0);
  await agree(page, "Add 1");
});

test("a file whose lines a mail program wrapped opens as it was", async ({ page }) => {
  await openApp(page);
  await openFile(page, { name: "mail.json.txt", text: sample.replaceAll("nobody forgets", "nobody\r\nforgets") });
  await expect(page.getByText("New here")).toBeVisible();
  await expect(remarks(page)).toHaveCount(0);
});

test("several files at once, or none, change nothing", async ({ page }) => {
  const before = await withAnExchange(page);
  const drop = (names: string[]) =>
    page.getByRole("main").evaluate((main, all) => {
      const dataTransfer = new DataTransfer();
      all.forEach((name) => dataTransfer.items.add(new File(["{}"], name)));
      main.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, names);
  await drop(["a.json", "b.json"]);
  await expectRefused(page, "2 files were dropped.");
  await drop(["a.json"]);
  await expectRefused(page, "“a.json” is not an exchange file, it seems to be “an empty JSON file”.");
  expect(await storage(page)).toEqual(before);
});

test("a clock that is years behind does not make an honest file look forged", async ({ page }) => {
  const ofToday = { name: "today.json", text: written(changedSample(({ documents: [entry] }) => writeAs(entry, "host", Date.now(), "title", "Written today"))) };
  await page.clock.setFixedTime(new Date("2001-01-01T00:01:00Z"));
  await openApp(page);
  await openFile(page, ofToday);
  await expect(page.getByText("New here")).toBeVisible();
  await expect(page.getByText("Its record of who wrote what cannot be true")).toHaveCount(0);
  await agree(page, "Add 1");
  await expect(title(page)).toHaveText("Written today");
  await openFile(page, ofToday);
  await expect(page.getByText("Nothing new")).toBeVisible();
});

const IMG = '<img src="x" onerror="window.hacked=true">';
const SCRIPT = "<script>window.hacked=true</script>";
const JAVASCRIPT = "javascript:window.hacked=true";
const TEXTS = new Set([
  "title", "goal", "need", "why_host", "marking", "source", "text", "short", "name", "position", "contact", "site",
  "lead", "place", "points", "evidence", "follow_up_what", "improve", "not_addressed", "author_name",
]);

// The sample with hostile text wherever text stands, and a digest and history that fit.
function hostile() {
  const poison = (value: any, name = ""): Json => {
    if (Array.isArray(value)) return value.map((item) => poison(item));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]));
    }
    return TEXTS.has(name) ? `${IMG}${value}${SCRIPT}` : value;
  };
  return changedSample((bundle) => {
    const [entry] = bundle.documents;
    entry.id = 'x"><b>&screen=help#';
    entry.document = poison(entry.document) as typeof entry.document;
    entry.document.resources[0].address = JAVASCRIPT;
    entry.document.resources[1].address = " JaVaScRiPt:window.hacked=true";
    entry.document.resources[2].address = "java\tscript:window.hacked=true";
    entry.document.resources[3].address = "data:text/html,<script>alert(1)</script>";
    for (const replica of Object.keys(entry.history.authors!)) entry.history.authors![replica] = IMG;
    bundle.sender = { author: IMG, organisation: SCRIPT };
    bundle.message = `${IMG} [link](${JAVASCRIPT})`;
  });
}

async function expectHarmless(page: Page) {
  const found = await page.evaluate(() => ({
    hacked: "hacked" in window,
    images: document.querySelectorAll("img").length,
    scripts: [...document.querySelectorAll("script:not([src])")].map((script) => script.textContent),
    handlers: document.querySelectorAll("[onerror], [onclick], [onload]").length,
    links: [...document.querySelectorAll("a, area, form, iframe, object, embed")]
      .flatMap((element) => ["href", "action", "src", "data"].map((name) => element.getAttribute(name) ?? ""))
      .filter((address) => /^\s*(java\s*script|data|vbscript):/i.test(address)),
  }));
  expect(found, page.url()).toEqual({ hacked: false, images: 0, scripts: [], handlers: 0, links: [] });
}

test("hostile text is shown as the text that it is, and no hostile address becomes a link", async ({ page }) => {
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await openApp(page);
  const before = await storage(page);
  await openFile(page, { name: "hostile.json", text: written(hostile()) });
  await expect(page.getByText(`“${IMG} [link](${JAVASCRIPT})”`)).toBeVisible();
  await expect(page.getByRole("heading", { name: IMG })).toBeVisible();
  await expectHarmless(page);
  expect(await storage(page)).toEqual(before);

  await agree(page, "Add 1");
  await expect(title(page)).toContainText(IMG);
  await expectHarmless(page);
  await expect(page.getByText("Not a link").first()).toBeVisible();
  await page.getByRole("button", { name: "Open the details of resource 1", exact: true }).click();
  const panel = page.locator("#record-panel");
  await expect(panel.getByRole("textbox", { name: "Address" })).toHaveValue(JAVASCRIPT);
  await expect(panel.getByText("Not a web or mail address, so it is not a link.")).toBeVisible();
  await expect(panel.getByRole("link", { name: /in a new tab/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /in a new tab/ })).toHaveCount(3);

  for (const section of ["Team", "Questions", "Agenda", "Notes", "Assessment"] as const) {
    await goTo(page, section);
    await expectHarmless(page);
  }
  await goToSend(page);
  await expectHarmless(page);
  await page.reload();
  await expect(title(page)).toContainText(IMG);
  await goHome(page);
  await expect(page.getByRole("link", { name: IMG })).toBeVisible();
  await expectHarmless(page);
});
