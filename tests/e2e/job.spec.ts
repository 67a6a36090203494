// The whole job with two browser profiles: the visitors plan, note and assess; the host opens their file,
// changes it and sends it back; both end with the same exchange.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { test, expect, type Page } from "./fixture";
import {
  addNote, addPerson, agenda, agree, chooseSession, closePanel, daysFromNow, expectFolded, expectSaved, goHome, goTo, goToSend, newExchange, openApp,
  openFile, openPanel, pickFromMenu, row, saveFile, sayWho, storage, storedExchange, title,
} from "./app";
import { digestOf } from "./bundle";

const TITLE = "Cameras: Riverton visits Lakeside";
const HOST = "Lakeside Metropolitan Police";
const VISITOR = "Riverton Police Department";
const OBJECTIVES = 5;

// Everything an exchange shows, as plain values; without the history, which differs by what each side saw.
const documentOf = async (page: Page) => (await storedExchange(page)).document;

async function plan(page: Page) {
  await test.step("first run: an empty screen that teaches", async () => {
    await openApp(page);
    await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Open a file you were sent" })).toBeVisible();
    expect(await storage(page)).toEqual({});
    await sayWho(page, "J. Rivera", VISITOR);
  });

  await test.step("a new exchange from the topic, with organisations, dates and goal", async () => {
    await newExchange(page, {
      topic: "Body-worn cameras",
      host: HOST,
      visitors: [{ name: VISITOR }, { name: "Riverton County Prosecutor", kind: "Prosecutor" }],
      first: daysFromNow(30),
      last: daysFromNow(31),
      title: TITLE,
      need: "Half of all complaints end as one word against another, says our own audit.",
      goal: "Decide which camera we buy, and who may watch what.",
    });
    await expect(title(page)).toHaveText(TITLE);
    await expect(row(page, "Objective", OBJECTIVES)).toHaveValue(/community buy-in/);
    await expect(row(page, "Outcome", 6)).toHaveValue(/trust between police and community/);
    await expect(page.getByRole("textbox", { name: "Goal", exact: true })).toHaveValue(/who may watch what/);
  });

  await test.step("objectives: reworded, added, moved, deleted and taken back", async () => {
    await row(page, "Objective", 4).fill("Know what storage costs, here and with a vendor.");
    await row(page, "Objective", OBJECTIVES).press("Enter");
    await expect(row(page, "Objective", OBJECTIVES + 1)).toBeFocused();
    await row(page, "Objective", OBJECTIVES + 1).fill("Hear what residents think of the cameras.");
    await pickFromMenu(page, "More for objective 6", "Move up");
    await expect(row(page, "Objective", 5)).toHaveValue("Hear what residents think of the cameras.");
    await pickFromMenu(page, "More for objective 1", "Delete");
    await expect(row(page, "Objective", 6)).toHaveCount(0);
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Objective", 1)).toHaveValue(/promising practices/);
    await pickFromMenu(page, "More for objective 5", "Delete");
    await expect(row(page, "Objective", 6)).toHaveCount(0);
  });

  await test.step("outcomes: reworded and linked", async () => {
    await row(page, "Outcome", 3).fill("A storage plan that the city can pay for.");
    const panel = await openPanel(page, "outcome", 3);
    await panel.getByRole("group", { name: "Follows from objective" }).getByRole("checkbox").nth(4).check();
    await panel.getByRole("combobox", { name: "Where it shows" }).selectOption("In the agency");
    await closePanel(page);
    await expect(row(page, "Outcome", 3)).toBeFocused();
  });

  await test.step("people: the warning about too few visitors goes away with the second", async () => {
    await goTo(page, "Team");
    const panel = page.getByRole("region", { name: VISITOR, exact: true });
    await expect(panel.getByText(`No visitor from ${VISITOR} yet; at least two are advised.`)).toBeVisible();
    await addPerson(page, VISITOR, { name: "Sgt. J. Rivera", position: "Patrol", role: "Leads the visitors" });
    await expect(panel.getByText(`Only one visitor from ${VISITOR}; at least two are advised.`)).toBeVisible();
    await expect(page.getByText("Nobody on the visiting team can drive change on return.")).toBeVisible();
    await addPerson(page, VISITOR, { name: "Lt. A. Osei", discipline: "Technology", drivesChange: true });
    await expect(panel.getByText(/at least two are advised/)).toHaveCount(0);
    await expect(page.getByText("Nobody on the visiting team can drive change on return.")).toHaveCount(0);
    await addPerson(page, "Riverton County Prosecutor", { name: "M. Chen", discipline: "Prosecutor" });
    await addPerson(page, HOST, { name: "Capt. R. Doyle", position: "Camera program" });
  });

  await test.step("questions: added, linked, marked as a headline", async () => {
    await goTo(page, "Questions");
    await row(page, "Question", 1).fill("What would you decide first, if you began again tomorrow?");
    const first = await openPanel(page, "question", 1);
    await first.getByRole("combobox", { name: "Who asks" }).selectOption("Lt. A. Osei");
    await closePanel(page);
    await page.getByRole("button", { name: "Add a question" }).click();
    const added = page.locator(":focus");
    await expect(added).toHaveAccessibleName(/^Question \d+$/);
    await added.fill("Who watches a recording before it is released?");
    const number = /\d+/.exec((await added.getAttribute("aria-label"))!)![0];
    const panel = await openPanel(page, "question", Number(number));
    await panel.getByRole("combobox", { name: "Objective" }).selectOption({ index: 1 });
    await panel.getByRole("combobox", { name: "Session" }).selectOption("Day 2, 09:30 Records requests and redaction");
    await panel.getByRole("combobox", { name: "Who asks" }).selectOption("M. Chen");
    await closePanel(page);
  });

  await test.step("agenda: times and order", async () => {
    await goTo(page, "Agenda");
    const storageRoom = await chooseSession(page, "Data storage room and equipment");
    await storageRoom.getByRole("textbox", { name: "Start" }).fill("10:45");
    await expect(storageRoom.getByText(/Overlaps “The life of one recording” by 15 min/)).toBeVisible();
    await storageRoom.getByRole("button", { name: "Shift the rest by 15 min" }).click();
    await expect(storageRoom.getByText(/Overlaps/)).toHaveCount(0);
    await storageRoom.getByRole("combobox", { name: /^Place/ }).fill("Basement, room 12");
    await storageRoom.getByRole("button", { name: "5 minutes less" }).click();
    await expect(storageRoom.getByRole("textbox", { name: "Minutes" })).toHaveValue("55");
    await storageRoom.getByRole("button", { name: "5 minutes more" }).click();
    await expect(storageRoom.getByRole("textbox", { name: "Minutes" })).toHaveValue("60");
    const training = await chooseSession(page, "Training officers and supervisors");
    await training.getByRole("button", { name: "Move earlier" }).click();
    const lines = await agenda(page);
    expect(lines).toContain("10:45–11:45 Data storage room and equipment");
    expect(lines).toContain("11:45–12:30 The life of one recording");
    const place = (name: string) => lines.findIndex((line) => line.endsWith(name));
    expect(place("Training officers and supervisors")).toBeLessThan(
      place("From the officer's camera to the courtroom"),
    );
  });
}

async function takeNotes(page: Page) {
  await test.step("notes on sessions, one of them an answer, one private", async () => {
    await goTo(page, "Notes");
    await expect(page.getByRole("heading", { name: "No notes yet" })).toBeVisible();
    await addNote(page, {
      session: /Data storage room/,
      text: "Docks stand by the lockers: nobody forgets to upload.",
      kind: "Promising practice",
    });
    await addNote(page, { text: "The room needed its own cooling, which nobody had planned.", kind: "Lesson" });
    await addNote(page, {
      session: /Policy, violations/,
      question: /camera was off when policy says on/,
      text: "A weekly list compares dispatch calls with recordings.",
    });
    await addNote(page, { text: "Ask our own union first.", private: true });
    const kept = page.getByRole("textbox", { name: /^Note, Sgt\. J\. Rivera|^Note, J\. Rivera/ });
    await expect(kept).toHaveCount(4);
    const section = page.getByRole("region", { name: /^Data storage room and equipment/ });
    await expect(section.getByRole("textbox")).toHaveCount(2);
  });
}

async function assess(page: Page) {
  await test.step("assessment: every objective, and the visit as a whole", async () => {
    await goTo(page, "Assessment");
    const scales = page.getByRole("listitem").getByRole("radiogroup");
    await expect(scales).toHaveCount(OBJECTIVES);
    for (const [at, step] of ["Fully", "Mostly", "Partly", "Not met", "Too early to say"].entries()) {
      await scales.nth(at).getByRole("radio", { name: step, exact: true }).check();
      await page
        .getByRole("textbox", { name: `What shows it? Objective ${at + 1}` })
        .fill(`What we saw for objective ${at + 1}.`);
    }
    await expect(page.getByText("5 of 5 rated")).toBeVisible();
    const expectations = page.getByRole("radiogroup", { name: "Did the visit meet your expectations?" });
    await expectations.getByRole("radio", { name: "Mostly" }).check();
    await page
      .getByRole("textbox", { name: "Could anything have been addressed that was not?" })
      .fill("What cameras mean for schools.");
    const followUp = page.getByRole("radiogroup", { name: "Is more follow-up needed?" });
    await followUp.getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("textbox", { name: "What follow-up, and from whom?" }).fill("The redaction manual, from Doyle.");
    const improvements = page.getByRole("group", { name: "What can be improved at home?" });
    await improvements.getByRole("checkbox", { name: "Policy" }).check();
    await improvements.getByRole("checkbox", { name: "Training" }).check();
    await page
      .getByRole("textbox", { name: /^What could be improved, and how\?/ })
      .fill("Say in the policy who may watch what.");
  });
}

test("two agencies plan, visit, assess and end with the same exchange", async ({ page, newProfile }) => {
  await plan(page);
  await takeNotes(page);
  await assess(page);

  await test.step("what was entered is there after a reload, and on the home screen", async () => {
    await expectSaved(page);
    const before = await documentOf(page);
    await page.reload();
    await expect(page.getByRole("textbox", { name: "What follow-up, and from whom?" })).toHaveValue(/redaction manual/);
    expect(await documentOf(page)).toEqual(before);
    expect(before.assessments).toHaveLength(OBJECTIVES + 1);
    await goHome(page);
    const listed = page.getByRole("region", { name: /^Research & Plan/ }).getByRole("listitem");
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText(HOST);
    await listed.getByRole("link", { name: TITLE }).click();
    await expect(title(page)).toHaveText(TITLE);
  });

  const sent = await test.step("saved as a file with history and digest", async () => {
    const file = await saveFile(page, "Please look at the rooms.");
    expect(file.name).toMatch(/^[\w-]+\.json$/);
    const { bundle } = file;
    expect(bundle.type).toBe("peer-exchange-bundle");
    expect(bundle.sender).toEqual({ author: "J. Rivera", organisation: VISITOR });
    expect(bundle.digest).toBe(digestOf(bundle));
    const [{ history }] = bundle.documents;
    expect(Object.values(history.authors!)).toContain(`J. Rivera, ${VISITOR}`);
    expect(Object.keys(history.stamps)).toContain("title");
    expect(Object.keys(history.seen)).not.toEqual([]);
    return file;
  });

  await test.step("the file stays readable: every stamp on one line", async () => {
    const lines = readFileSync(sent.path, "utf8").split("\n");
    expect(lines.find((line) => /"title": \[/.test(line))).toMatch(/^ +"title": \["[^"]+", \d+\],?$/);
  });

  const host = await newProfile();
  await test.step("in a profile that never saw it, nothing is stored before the host agrees", async () => {
    await openApp(host);
    await sayWho(host, "R. Doyle", HOST);
    const before = await storage(host);
    await openFile(host, sent.path);
    await expect(host.getByText("New here")).toBeVisible();
    await expect(host.getByText("“Please look at the rooms.”")).toBeVisible();
    await expect(host.getByText(`J. Rivera, ${VISITOR}`)).toBeVisible();
    expect(await storage(host)).toEqual(before);
    await agree(host, "Add 1");
    await expect(title(host)).toHaveText(TITLE);
    await expectSaved(host);
    expect(await documentOf(host)).toEqual(await documentOf(page));
  });

  await test.step("both sides change it: one value the same on both, others apart", async () => {
    await goTo(host, "Overview");
    await host.getByRole("textbox", { name: "Goal", exact: true }).fill("Decide on cameras with our figures at hand.");
    await host.getByRole("textbox", { name: "Why this host" }).fill("Cameras on every patrol since 2016.");
    await goTo(host, "Agenda");
    const welcome = await chooseSession(host, "Welcome and introductions");
    await welcome.getByRole("combobox", { name: /^Place/ }).fill("Room 204");
    await goTo(page, "Overview");
    await page.getByRole("textbox", { name: "Goal", exact: true }).fill("Decide which camera we buy by spring.");
    await page.getByRole("textbox", { name: "Need" }).fill("Complaints end as one word against another.");
    await goTo(page, "Agenda");
    const closeOut = await chooseSession(page, "Close-out with leadership");
    await closeOut.getByRole("combobox", { name: /^Lead/ }).fill("Chief Baker");
    await expectSaved(page);
    await expectSaved(host);
  });

  await test.step("sent back: the one conflict is shown side by side and settled", async () => {
    const answer = await saveFile(host, "Rooms are in.");
    await expectFolded(page);
    const before = await storage(page);
    await openFile(page, answer.path);
    await expect(page.getByText("Differs, 1 to settle")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Settle 1 value" })).toBeVisible();
    const conflict = page.getByRole("listitem").filter({ has: page.getByRole("radiogroup", { name: /goal/ }) }).last();
    await expect(conflict).toContainText("Decide which camera we buy by spring.");
    await expect(conflict).toContainText("Decide on cameras with our figures at hand.");
    await expect(conflict).toContainText("J. Rivera");
    await expect(conflict).toContainText("R. Doyle");
    await expect(page.getByText("1 value left open, both versions stay.")).toBeVisible();
    expect(await storage(page)).toEqual(before);
    await conflict.getByRole("radio", { name: "In the file" }).check();
    await expect(page.getByText("1 value left open, both versions stay.")).toHaveCount(0);
    await agree(page, "Merge 1");
  });

  await test.step("both sides' other edits are there", async () => {
    await expectSaved(page);
    await goTo(page, "Overview");
    await expect(page.getByRole("textbox", { name: "Goal", exact: true })).toHaveValue(/our figures at hand/);
    await expect(page.getByRole("textbox", { name: "Why this host" })).toHaveValue(/since 2016/);
    await expect(page.getByRole("textbox", { name: "Need" })).toHaveValue(/^Complaints end/);
    await expect(page.getByText(/changed on two sides/)).toHaveCount(0);
    const { sessions } = await documentOf(page);
    expect(sessions.map((session: any) => session.place)).toContain("Room 204");
    expect(sessions.map((session: any) => session.lead)).toContain("Chief Baker");
  });

  await test.step("sent once more: both profiles are equal", async () => {
    const merged = await saveFile(page);
    await openFile(host, merged.path);
    await expect(host.getByText("Has news")).toBeVisible();
    await agree(host, "Merge 1");
    await expectSaved(host);
    const here = await storedExchange(page);
    const there = await storedExchange(host);
    expect(there.document).toEqual(here.document);
    expect(there.history.stamps).toEqual(here.history.stamps);
    expect(there.history.apart).toEqual(here.history.apart);
    await openFile(page, (await saveFile(host)).path);
    await expect(page.getByText("Nothing new")).toBeVisible();
  });
});

test("the agenda prints as a sheet with every session on it", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { topic: "Body-worn cameras", host: HOST, visitors: [{ name: VISITOR }] });
  await goTo(page, "Agenda");
  const titles = (await storedExchange(page)).document.sessions.map((session: any) => session.title);
  expect(titles).toHaveLength(22);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article", { name: /^Agenda: / })).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  const pdf = test.info().outputPath("agenda.pdf");
  writeFileSync(pdf, await page.pdf({ format: "A4" }));
  const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  for (const session of titles) expect(text).toContain(session);
  expect(text).toContain(HOST);
});

test("the text of the file can be copied and pasted where no file goes", async ({ page, context, newProfile }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openApp(page);
  await newExchange(page, { host: HOST, title: TITLE });
  await goToSend(page);
  await page.getByRole("button", { name: "Copy its text" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const other = await newProfile();
  await openApp(other, "./?screen=open");
  await other.getByRole("textbox", { name: "Or paste the text of a file" }).fill(text);
  await other.getByRole("button", { name: "Show what is in it" }).click();
  await agree(other, "Add 1");
  await expect(title(other)).toHaveText(TITLE);
});

test("where the browser refuses to copy, the text is there to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  await openApp(page);
  await newExchange(page, { title: TITLE });
  await goToSend(page);
  await page.getByRole("button", { name: "Copy its text" }).click();
  const byHand = page.getByRole("textbox", { name: /^The browser refused to copy\. Nothing is lost\./ });
  expect(JSON.parse(await byHand.inputValue()).documents[0].document.title).toBe(TITLE);
});

test("a deleted exchange is gone from the list, and comes back when that is taken back", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: TITLE });
  await page.getByRole("button", { name: "Delete this exchange" }).click();
  await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeVisible();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: TITLE }).click();
  await expect(title(page)).toHaveText(TITLE);
});

test("what is typed is stored while the field still has the focus, and is there after a reload", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "A blank one" });
  await expectSaved(page);
  // Looks into the storage from the first keystroke on.
  await page.evaluate(() => {
    const kept = () => Object.keys(localStorage).filter((name) => /^pe1\/(doc|tail)\//.test(name));
    const stored = () => kept().map((key) => JSON.parse(localStorage.getItem(key)!).document.why_host ?? "").join("");
    addEventListener(
      "beforeinput",
      () => {
        const from = performance.now();
        addEventListener("input", () => ((window as any).typedFor = performance.now() - from), true);
        const looking = setInterval(() => {
          if (stored() === "") return;
          clearInterval(looking);
          (window as any).storedAfter = performance.now() - from;
        }, 1);
      },
      { capture: true, once: true },
    );
  });
  const field = page.getByRole("textbox", { name: "Why this host" });
  await field.focus();
  await page.keyboard.type("Cameras on every patrol, for ten years", { delay: 25 });
  await expect.poll(() => page.evaluate(() => (window as any).storedAfter)).toBeGreaterThanOrEqual(0);
  const [storedAfter, typedFor] = await page.evaluate(() => [(window as any).storedAfter, (window as any).typedFor]);
  console.log(`stored ${Math.round(storedAfter)} ms after the first keystroke, while typing went on`);
  // Meant are 300 ms. Both by the page's own clock, so that a busy machine is late with both.
  expect(storedAfter).toBeLessThan(typedFor);
  await expectSaved(page);
  await expect(field).toBeFocused();
  await page.reload();
  await expect(field).toHaveValue("Cameras on every patrol, for ten years");
});
