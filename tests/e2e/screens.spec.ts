// Every screen in its notable states stands up to every look: light and dark, tablet and phone. What is
// shown is the long kind of real: titles that fill lines, ranks before names, a day in the middle of a visit.
import { test as base, expect, type Page } from "./fixture";
import {
  addNote, chooseFile, chooseSession, expectSaved, goHome, goTo, goToSend, newExchange, openApp, openFile, row, takeIn, title,
} from "./app";
import { changedSample, writeAs, written, type Bundle } from "./bundle";
import { expectSound } from "./looks";

// The visit of the sample is on its second day.
const NOW = new Date("2026-11-24T10:20:00-06:00");

const test = base.extend({
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(NOW);
    await use(page);
  },
});

// Colours are looked at as they stay, not while they change.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const LONG_TITLE =
  "What our body-worn camera program takes in people, equipment, money and public trust, compared with that of an " +
  "agency of our size which has had one for ten years, has rewritten its policy twice, has been through an audit, a " +
  "change of vendor and two critical incidents, and is willing to say what it would not do again";
const LONG_NAME = "Lieutenant Colonel Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen III";
const LONG_PLACE = "Emergency Communications and Technology Center, Building C, Lower Level, Room B-204/206";
const UNBROKEN = "https://www.example.org/a/path/without/any/blank/".repeat(6);

const ofId = (records: any[], id: string) => records.find((record) => record.id === id);

// The sample with long content. The history still fits: the values are others, who wrote them is not.
function long(change: (bundle: Bundle) => void = () => {}) {
  return written(
    changedSample((bundle) => {
      const { document } = bundle.documents[0];
      document.title = LONG_TITLE;
      document.goal = `${LONG_TITLE}. ${LONG_TITLE}.`;
      for (const organisation of document.organisations) {
        organisation.name = `${organisation.name} of the Greater Riverton Metropolitan Area and Adjoining Counties`;
      }
      for (const person of document.people) person.name = `${person.name} ${LONG_NAME}`;
      ofId(document.sessions, "storage-tour").place = LONG_PLACE;
      ofId(document.sessions, "storage-tour").title = LONG_TITLE;
      document.objectives[0].text = LONG_TITLE;
      document.objectives[0].short = "A short name that is not at all short";
      document.questions[0].text = LONG_TITLE;
      document.outcomes[0].text = UNBROKEN;
      document.resources[0].title = UNBROKEN;
      document.notes[0].text = `${LONG_TITLE}\n\n${UNBROKEN}`;
      ofId(document.assessments, "visit").not_addressed = LONG_TITLE;
      change(bundle);
    }),
  );
}

const LONG = { name: "cameras.json", text: long() };

async function withLongExchange(page: Page) {
  await openApp(page);
  await takeIn(page, LONG);
  await expect(title(page)).toHaveText(LONG_TITLE);
  await page.getByRole("button", { name: "Close this message" }).click();
}

test("home, empty", async ({ page }) => {
  await openApp(page);
  await expectSound(page);
});

test("home, with exchanges in every phase and a warning about the origin", async ({ page }) => {
  await openApp(page);
  await page.evaluate(() => localStorage.setItem("another program", "x"));
  await takeIn(page, LONG);
  const copy = (id: string, first: string, last: string) =>
    long((bundle) => {
      bundle.documents[0].id = id;
      bundle.documents[0].document.dates = { first, last };
    });
  await takeIn(page, { name: "past.json", text: copy("past", "2026-09-07", "2026-09-08") });
  await takeIn(page, { name: "later.json", text: copy("later", "2026-12-31", "2027-01-01") });
  await goHome(page);
  await newExchange(page);
  await expectSaved(page);
  await openApp(page);
  for (const phase of ["Research & Plan", "Participate & Engage", "Assess & Implement"]) {
    await expect(page.getByRole("heading", { name: new RegExp(`^${phase}`) })).toBeVisible();
  }
  await expectSound(page);
});

test("home and settings, with an exchange that cannot be read", async ({ page }) => {
  await openApp(page);
  await page.evaluate(() => localStorage.setItem("pe1/doc/k3f9", "{"));
  await openApp(page);
  await expect(page.getByText(/cannot be read/)).toBeVisible();
  await expectSound(page);
  await openApp(page, "./?screen=settings");
  await expect(page.getByRole("heading", { name: "Cannot be read" })).toBeVisible();
  await expectSound(page);
});

test("new exchange: topics and organisations", async ({ page }) => {
  await openApp(page, "./?screen=new");
  await page.getByRole("radio", { name: /^Body-worn cameras/ }).check();
  await expectSound(page);
  await page.getByRole("button", { name: "Next: organizations" }).click();
  await page.getByRole("textbox", { name: /^Name of the host/ }).fill(LONG_PLACE);
  await page.getByRole("textbox", { name: "Visiting organization 1" }).fill(LONG_PLACE);
  await page.getByRole("button", { name: "Add an organization" }).click();
  await expectSound(page);
});

test("new exchange: dates in the wrong order, and the goal", async ({ page }) => {
  await openApp(page, "./?screen=new&step=dates");
  await page.getByLabel("First day").fill("2026-12-02");
  await page.getByLabel("Last day").fill("2026-12-01");
  await expect(page.getByText("The last day comes before the first.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Next: goal" }).click();
  await page.getByRole("textbox", { name: /^Title/ }).fill(LONG_TITLE);
  await page.getByRole("textbox", { name: /^Goal/ }).fill(`${LONG_TITLE}\n${UNBROKEN}`);
  await expectSound(page);
});

test("new exchange, where the topics cannot be loaded", async ({ page, trouble }) => {
  trouble.allow(/404|topics/);
  await page.route("**/library/topics.json", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await openApp(page, "./?screen=new");
  await expect(page.getByRole("alert")).toContainText("The topics could not be loaded.");
  await expectSound(page);
});

test("overview, long", async ({ page }) => {
  await withLongExchange(page);
  await expectSound(page);
});

test("overview, blank, and with the menu of a row open", async ({ page }) => {
  await openApp(page);
  await newExchange(page);
  await expectSound(page);
  await page.getByRole("button", { name: "Add an objective" }).click();
  await page.locator("summary").and(page.getByLabel("More for objective 1")).click();
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toBeVisible();
  await expectSound(page);
});

test("team, empty and with people", async ({ page }) => {
  await openApp(page);
  await newExchange(page);
  await goTo(page, "Team");
  await expect(page.getByRole("heading", { name: "Who takes part" })).toBeVisible();
  await expectSound(page);
  await takeIn(page, LONG);
  await goTo(page, "Team");
  await expectSound(page);
});

test("questions, empty and many", async ({ page }) => {
  await openApp(page);
  await newExchange(page);
  await goTo(page, "Questions");
  await expectSound(page);
  await takeIn(page, LONG);
  await goTo(page, "Questions");
  await expectSound(page);
});

test("agenda, empty, and with a session that has no time yet", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { topic: "Body-worn cameras" });
  await goTo(page, "Agenda");
  const panel = await chooseSession(page, "Questions and answers");
  await panel.getByRole("combobox", { name: "Day" }).selectOption("No time yet");
  await expect(page.getByRole("group", { name: "Sessions without a time" })).toBeVisible();
  await expectSound(page);
  await goHome(page);
  await newExchange(page, { title: "Blank" });
  await goTo(page, "Agenda");
  await expect(page.getByRole("heading", { name: "No sessions yet" })).toBeVisible();
  await expectSound(page);
});

test("agenda, nothing chosen", async ({ page }) => {
  await withLongExchange(page);
  await goTo(page, "Agenda");
  await expectSound(page);
});

test("agenda, with a chosen session that overlaps two others", async ({ page }) => {
  await openApp(page);
  const overlapping = long((bundle) => {
    const { sessions } = bundle.documents[0].document;
    ofId(sessions, "policy").slot = { ...ofId(sessions, "area-command").slot, minutes: 120 };
  });
  await takeIn(page, { name: "overlap.json", text: overlapping });
  await goTo(page, "Agenda");
  const panel = await chooseSession(page, "Policy, violations, and the union");
  await expect(panel.getByText(/^Overlaps “Area command: cameras on patrol” by/)).toBeVisible();
  await expectSound(page);
  await panel.getByRole("textbox", { name: "Start" }).fill("half past");
  await panel.getByRole("textbox", { name: "Start" }).press("Tab");
  await expect(panel.getByRole("alert")).toContainText("“half past” is not a time");
  await expectSound(page);
});

test("notes, empty", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { topic: "Body-worn cameras" });
  await goTo(page, "Notes");
  await expect(page.getByRole("heading", { name: "No notes yet" })).toBeVisible();
  await expectSound(page);
});

test("notes, filled, with one opened and some filtered away", async ({ page }) => {
  await withLongExchange(page);
  await goTo(page, "Notes");
  await addNote(page, { text: "Seen on the second day.", kind: "Quote" });
  await page.getByRole("button", { name: /^More: Note, J\. Rivera/ }).first().click();
  await expect(page.getByRole("combobox", { name: "Written by" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("combobox", { name: "Kinds shown" }).selectOption("Lesson");
  await expect(page.getByText(/^1 of 5 notes shown/)).toBeVisible();
  await expectSound(page);
});

test("assessment, empty and filled", async ({ page }) => {
  await openApp(page);
  await newExchange(page);
  await goTo(page, "Assessment");
  await expectSound(page);
  await takeIn(page, LONG);
  await goTo(page, "Assessment");
  await expect(page.getByText("5 of 5 rated")).toBeVisible();
  await expectSound(page);
});

test("send, with a message and what it says once the file is saved", async ({ page }) => {
  await withLongExchange(page);
  await goToSend(page);
  await page.getByRole("textbox", { name: /^Message to the reader/ }).fill(LONG_TITLE);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  await coming;
  await expect(page.getByRole("button", { name: "Close this message" })).toBeVisible();
  await expectSound(page);
});

test("open: nothing chosen, and a file that is refused", async ({ page }) => {
  await openApp(page, "./?screen=open");
  await expectSound(page);
  await chooseFile(page, { name: `${"a-long-name-".repeat(12)}.json`, text: "Dear colleague" });
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound(page);
});

test("open: the preview of a new exchange", async ({ page }) => {
  await openApp(page);
  const text = long((bundle) => {
    bundle.message = `${LONG_TITLE}\n${UNBROKEN}`;
    bundle.marking = "For official use only";
    bundle.sender = { author: LONG_NAME, organisation: LONG_PLACE };
  });
  await openFile(page, { name: "cameras.json", text });
  await expectSound(page);
});

// What the host made of the long exchange, who had not seen what was changed here since.
const ANSWER = {
  name: "answer.json",
  text: long((bundle) => {
    const [entry] = bundle.documents;
    bundle.sender = { author: "R. Doyle", organisation: "Lakeside Metropolitan Police" };
    entry.history.authors!.h0st = `R. Doyle, ${LONG_PLACE}`;
    writeAs(entry, "h0st", 1795500000001, "title", `${LONG_TITLE}, seen from the host's side`);
    writeAs(entry, "h0st", 1795500000002, "goal", "Decide with our figures at hand.");
    writeAs(entry, "h0st", 1795500000003, "why_host", UNBROKEN);
  }),
};

async function withConflicts(page: Page) {
  await withLongExchange(page);
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(`${LONG_TITLE}, seen from here`);
  await page.getByRole("textbox", { name: "Goal", exact: true }).fill("Decide by spring.");
  await openFile(page, ANSWER);
  await expect(page.getByRole("heading", { name: "Settle 2 values" })).toBeVisible();
}

test("open: the preview of changes on both sides", async ({ page }) => {
  await withConflicts(page);
  await page.getByText(/^Show (all|the change)/).click();
  await expectSound(page);
});

test("an exchange with values that nobody has settled yet", async ({ page }) => {
  await withConflicts(page);
  await page.getByRole("button", { name: "Merge 1" }).click();
  await expect(page.getByText("2 values were changed on two sides.")).toBeVisible();
  await page.getByText("Show them").click();
  await expectSound(page);
});

test("changes, by record and by person, with a record opened; the trash, empty and not", async ({ page }) => {
  await openApp(page);
  await newExchange(page);
  await goTo(page, "Trash");
  await expect(page.getByText("Nothing is in the trash.")).toBeVisible();
  await expectSound(page);
  await goTo(page, "Changes");
  await expectSound(page);
  await takeIn(page, LONG);
  await row(page, "Objective", 1).fill(UNBROKEN);
  await goTo(page, "Changes");
  const records = page.getByRole("region", { name: "Changes" }).getByRole("listitem");
  await records.first().getByText("1 value").or(records.first().getByText(/ values$/)).click();
  await expectSound(page);
  await page.getByRole("radio", { name: "By person" }).check();
  await page.getByRole("combobox", { name: "Since" }).selectOption("A day");
  await expectSound(page);
  await goTo(page, "Trash");
  await expect(page.getByRole("button", { name: /^Restore/ }).first()).toBeVisible();
  await expectSound(page);
});

test("a session that is back from the trash", async ({ page }) => {
  await withLongExchange(page);
  await goTo(page, "Agenda");
  const panel = await chooseSession(page, LONG_TITLE);
  await panel.getByRole("button", { name: "Delete" }).click();
  const host = long((bundle) => {
    const [entry] = bundle.documents;
    entry.history.authors!.h0st = `R. Doyle, ${LONG_PLACE}`;
    ofId(entry.document.sessions, "storage-tour").lead = LONG_NAME;
    (entry.history.stamps as any).sessions["storage-tour/lead"] = ["h0st", 1795500000001];
    entry.history.seen.h0st = 1795500000001;
  });
  await openFile(page, { name: "host.json", text: host });
  await page.getByRole("button", { name: "Merge 1" }).click();
  await expect(page.getByRole("region", { name: "Back from the trash" })).toBeVisible();
  await expectSound(page);
});

test("settings, where the agency says something and where it says it wrongly", async ({ page }) => {
  const says = (text: string) => page.route("**/agency.json", (route) => route.fulfill({ body: text }));
  await says(
    JSON.stringify({ contact: `${LONG_NAME}, ${UNBROKEN.slice(0, 200)}`, marking: "FOUO", requires_pass_phrase: true, keep_days: 365 }),
  );
  await openApp(page, "./?screen=settings");
  await expect(page.getByRole("region", { name: "Your agency" })).toContainText("365 days after the visit");
  await expectSound(page);
  await says('{"markin": "FOUO"}');
  await openApp(page, "./?screen=settings");
  await expect(page.getByRole("alert")).toContainText("`markin` is not known here");
  await expectSound(page);
});

test("settings and help", async ({ page }) => {
  await openApp(page, "./?screen=settings");
  await expectSound(page);
  await openApp(page, "./?screen=help");
  await expectSound(page);
});

test("an exchange that is not here", async ({ page }) => {
  await openApp(page, "./?screen=overview&exchange=nobody-knows");
  await expect(title(page)).toHaveText("This exchange is not here");
  await expectSound(page);
});

test("the theme that a person chose wins over the device's", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openApp(page, "./?screen=settings");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("radiogroup", { name: "Theme" }).getByRole("radio", { name: "Dark" }).check();
  await expect.poll(background).not.toBe(light);
  await page.reload();
  await expect.poll(background).not.toBe(light);
});
