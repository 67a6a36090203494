// The main job, shorter than in tests/e2e/job.spec.ts: plan, note, assess, hand over as text, come back, merge.
// Two people share the one browser, each on a site of their own, so that neither has what the other stored.
import assert from "node:assert/strict";

export const name = "an exchange is planned, assessed, sent, changed on both sides and merged";

const TITLE = "Riverton visits Lakeside";
const HOST = "Lakeside Metropolitan Police";
const VISITOR = "Riverton Police Department";

const document = async (screen) => {
  const [text] = Object.entries(await screen.storage())
    .filter(([key]) => key.startsWith("pe1/doc/"))
    .map(([, text]) => text);
  return text && JSON.parse(text).document;
};

const stored = (screen, what, isSo) =>
  screen.until(`${what} is stored`, async () => {
    const exchange = await document(screen);
    return exchange && isSo(exchange);
  });

async function section(screen, name) {
  await screen.click("link", new RegExp(`^${name}`));
  await screen.until(`the address is that of ${name}`, async () =>
    (await screen.address()).search.includes(`screen=${name.toLowerCase()}`));
  await screen.until("the heading has the focus", () => screen.run(() => document.activeElement.matches("h1")));
}

// Saves the file and reads it.
async function savedText(screen) {
  await screen.click("link", "Send");
  await screen.see("heading", "Send this exchange");
  const text = await screen.handedOver(async () => {
    await screen.click("button", "Save the file");
    await screen.see("text", /^Saved: .*\.json$/);
  });
  assert.equal(JSON.parse(text).type, "peer-exchange-bundle");
  return text;
}

async function paste(screen, text) {
  await screen.open("?screen=open");
  await screen.set("Or paste the text of a file", text);
  await screen.click("button", "Show what is in it");
  await screen.see("heading", "What is in this file");
}

export default async function (screen, site) {
  await screen.open();
  await screen.see("heading", "Learn from another agency");

  await screen.click("link", "New exchange");
  await screen.choose("radio", /^Body-worn cameras/);
  await screen.click("button", "Next: organizations");
  await screen.type(/^Name of the host/, HOST);
  await screen.type("Visiting organization 1", VISITOR);
  await screen.click("button", "Next: dates");
  await screen.set(/^First day/, "2031-10-14");
  await screen.set(/^Last day/, "2031-10-15");
  await screen.click("button", "Next: goal");
  await screen.type(/^Title/, TITLE);
  await screen.type(/^Goal/, "Decide which camera we buy.");
  await screen.click("button", "Create the exchange");
  await screen.see("heading", TITLE);
  assert.equal((await document(screen)).sessions.length, 22);

  await screen.type("Objective 1", "Find out what ten years of cameras taught.");
  await section(screen, "Team");
  for (const [at, person] of ["J. Rivera", "A. Osei"].entries()) {
    await screen.click("button", `Add a person to ${VISITOR}`);
    // The field has the focus, and is called by the person's name from the first letter on.
    const field = await screen.find("field", `Name of Person ${at + 1}`);
    await screen.until("it has the focus", () => screen.run((it) => it === document.activeElement, field));
    await field.sendKeys(person);
    await screen.see("field", `Name of ${person}`);
  }
  await screen.gone("text", /at least two are advised/);

  await section(screen, "Agenda");
  await screen.click("link", "Data storage room and equipment");
  await screen.type("Start", "10:45");
  await screen.click("button", "Shift the rest by 15 min");
  await screen.gone("text", /^Overlaps/);

  await section(screen, "Notes");
  await screen.type("Note", "Docks stand by the lockers.");
  await screen.choose("radio", "Promising practice");
  await screen.click("button", "Add note");
  await screen.see("text", /^Note kept/);

  await section(screen, "Assessment");
  await screen.choose("radio", "Mostly", { at: 0 });
  await screen.type("What shows it? Objective 1", "Nobody forgets to upload.");
  await screen.choose("radio", "Yes");
  await screen.type("Could anything have been addressed that was not?", "Cameras in schools.");
  await stored(screen, "the assessment", ({ assessments }) =>
    assessments?.some((assessment) => assessment.not_addressed === "Cameras in schools."));

  const before = await document(screen);
  await screen.reload();
  assert.deepEqual(await document(screen), before);
  assert.equal(await screen.value("What shows it? Objective 1"), "Nobody forgets to upload.");
  const objective = before.objectives.find(({ id }) => id === "promising-practices");
  assert.equal(objective.text, "Find out what ten years of cameras taught.");
  assert.equal(before.sessions.find(({ id }) => id === "storage-tour").slot.start, "10:45");
  assert.equal(before.people.length, 2);
  assert.equal(before.notes.length, 1);

  // The host opens the file, which is not stored before they agree, and changes it.
  const sent = await savedText(screen);
  const visitors = screen;
  const host = screen.on(await site.host({}));
  await site.mustBeClean();
  await paste(host, sent);
  await host.see("text", "New here");
  assert.equal(await document(host), undefined);
  await host.click("button", "Add 1");
  await host.see("heading", TITLE);
  assert.deepEqual(await document(host), before);
  await host.type("Goal", "Decide with our figures at hand.");
  await host.type("Why this host", "Cameras since 2016.");
  await stored(host, "the host's part", ({ why_host }) => why_host === "Cameras since 2016.");
  const answer = await savedText(host);

  // Meanwhile the visitors changed the goal too.
  await site.mustBeClean();
  await visitors.open();
  await visitors.click("link", TITLE);
  await visitors.type("Goal", "Decide by spring.");
  await visitors.type("Need", "One word against another.");
  await stored(visitors, "the need", ({ need }) => need === "One word against another.");
  await paste(visitors, answer);
  await visitors.see("text", /^Differs, 1 to settle/);
  await visitors.choose("radio", "In the file");
  await visitors.click("button", "Merge 1");
  await visitors.see("heading", TITLE);
  await stored(visitors, "what was settled", ({ goal }) => goal === "Decide with our figures at hand.");
  const merged = await document(visitors);
  assert.equal(merged.why_host, "Cameras since 2016.");
  assert.equal(merged.need, "One word against another.");

  // Sent once more, both are equal.
  const final = await savedText(visitors);
  await site.mustBeClean();
  await paste(host, final);
  await host.see("text", "Has news");
  await host.click("button", "Merge 1");
  await stored(host, "the visitors' part", ({ need }) => need === "One word against another.");
  assert.deepEqual(await document(host), merged);
}
