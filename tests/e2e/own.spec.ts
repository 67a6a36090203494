// What people make of the library: toolkits and templates of their own.
import { test, expect, type Page } from "./fixture";
import { daysFromNow, expectSaved, goHome, goTo, newExchange, openApp, openFile, pickFromMenu, saveFile, title } from "./app";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function shelf(page: Page, name: string) {
  await openApp(page, `./?screen=library&shelf=${name}`);
  await page.waitForLoadState("networkidle");
}

const items = (page: Page) => page.getByRole("region", { name: /^Contents/ }).getByRole("listitem");

// Saves the open template or toolkit as a file.
async function save(page: Page, what: string) {
  await page.getByRole("banner").getByRole("link", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: `Send this ${what}` })).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  return (await coming).path();
}

// Takes in a file on another device.
async function takeInto(page: Page, path: string) {
  await openApp(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  const coming = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await coming).setFiles(path);
  await expect(title(page)).toHaveText("What is in this file");
}

test("what is found is collected into a toolkit, put in order, and stays over a reload", async ({ page }) => {
  await shelf(page, "topics");
  await page.getByRole("searchbox", { name: "Search the library" }).fill("compstat");
  await page.getByRole("button", { name: "Collect “CompStat”" }).click();
  await expect(page.getByText("“CompStat” is in “My toolkit”.")).toBeVisible();
  await page.getByRole("button", { name: "Collect “CompStat”" }).click();
  await expect(page.getByText("“CompStat” was in “My toolkit” already.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the library" }).fill("");
  await page.getByRole("link", { name: "Stories", exact: true }).click();
  const story = page.getByRole("main").getByRole("listitem").filter({ hasText: "Anchorage, Alaska" }).first();
  await story.getByText("Add to a toolkit").click();
  await story.getByRole("button", { name: /^Collect/ }).click();
  await page.getByRole("button", { name: "Show" }).last().click();
  await expect(title(page)).toHaveText("My toolkit");
  await expect(items(page).filter({ has: page.getByRole("textbox") })).toHaveCount(2);
  await page.getByRole("textbox", { name: "Name" }).fill("For new analysts");
  await page.getByRole("textbox", { name: "What it is for" }).fill("First week");
  await pickFromMenu(page, "More for resource 2", "Move up");
  await expect(items(page).nth(1).getByRole("textbox", { name: "Resource 2", exact: true })).toHaveValue("CompStat");
  await expectSaved(page);
  await page.reload();
  await expect(title(page)).toHaveText("For new analysts");
  await items(page).nth(1).getByRole("link", { name: "Open CompStat in the library" }).click();
  await expect(page.getByRole("article").getByRole("heading", { name: "CompStat", exact: true })).toBeVisible();
});

test("a toolkit is sent, merged with what the reader added, and deleted with a way back", async ({ page, browser }) => {
  await shelf(page, "toolkits");
  await expect(page.getByText("A toolkit is a list of your own")).toBeVisible();
  await page.getByRole("button", { name: "New toolkit" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Cameras");
  await page.getByRole("button", { name: "Add a resource" }).click();
  await page.keyboard.type("State model policy");
  await page.getByRole("button", { name: "Open the details of resource 1" }).click();
  await page.locator("#record-panel").getByRole("textbox", { name: "Address" }).fill("https://example.org/policy");
  const sent = await save(page, "toolkit");
  const other = await (await browser.newContext()).newPage();
  await takeInto(other, sent);
  await expect(other.getByRole("heading", { name: /Toolkit “Cameras”/ })).toBeVisible();
  await other.getByRole("button", { name: "Add 1", exact: true }).click();
  await expect(title(other)).toHaveText("Cameras");
  await other.getByRole("button", { name: "Add a resource" }).click();
  await other.keyboard.type("Redaction guide");
  const back = await save(other, "toolkit");
  await openFile(page, back);
  await page.getByRole("button", { name: "Merge 1", exact: true }).click();
  await expect(items(page).filter({ has: page.getByRole("textbox") })).toHaveCount(2);
  await page.getByRole("button", { name: "Delete this toolkit" }).click();
  await expect(page.getByText("A toolkit is a list of your own")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByRole("link", { name: "Cameras", exact: true })).toBeVisible();
  await other.context().close();
});

test("an exchange becomes a template without its people, and the next visit begins from it", async ({ page }) => {
  await openApp(page);
  await newExchange(page, {
    topic: "Body-worn cameras", host: "Lakeside PD", visitors: [{ name: "Riverton PD" }],
    first: daysFromNow(60), last: daysFromNow(61), title: "Cameras in Lakeside", need: "Complaints",
  });
  await page.getByRole("button", { name: "Save as a template" }).click();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(title(page)).toHaveText("Cameras in Lakeside");
  await expect(page.getByText("Lakeside PD")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Title" }).fill("Our camera visit");
  await goTo(page, "Agenda");
  await expect(page.getByText("Day 2").filter({ visible: true }).first()).toBeVisible();
  await goTo(page, "Preparation");
  await expect(page.getByRole("heading", { name: /^Before you come/ })).toHaveCount(0);
  await goTo(page, "Overview");
  await page.getByRole("button", { name: "Plan a visit from it" }).click();
  await page.getByRole("textbox", { name: /^Name of the host/ }).fill("Harbor City PD");
  await page.getByRole("button", { name: "Next: dates" }).click();
  await page.getByLabel("First day").fill(daysFromNow(30));
  await page.getByLabel("Last day").fill(daysFromNow(31));
  await page.getByRole("button", { name: "Next: goal" }).click();
  await expect(page.getByText("If left empty: Our camera visit")).toBeVisible();
  await page.getByRole("button", { name: "Create the exchange" }).click();
  await expect(title(page)).toHaveText("Our camera visit");
  const { bundle } = await saveFile(page);
  const { document } = bundle.documents[0] as any;
  expect(document.organisations).toHaveLength(1);
  expect(document.sessions.length).toBeGreaterThan(10);
  expect(document.questions.length).toBeGreaterThanOrEqual(8);
  expect(document.need ?? "").toBe("");
  // A template is no exchange: it is not on home, where only the two exchanges are.
  await goHome(page);
  const planned = page.getByRole("region", { name: /^Research & Plan/ }).getByRole("heading", { level: 3 });
  await expect(planned).toHaveText(["Our camera visit", "Cameras in Lakeside"]);
});

test("a template from scratch gets its second day, is sent as a file, and is found on the way to a new exchange", async ({ page, browser }) => {
  await shelf(page, "templates");
  await page.getByRole("button", { name: "New template" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Patrol at night");
  await goTo(page, "Agenda");
  await page.getByRole("button", { name: "Add the first session" }).click();
  await page.getByRole("combobox", { name: "Day" }).selectOption("Day 2");
  await expect(page.getByText("Day 2").filter({ visible: true }).first()).toBeVisible();
  const sent = await save(page, "template");
  const other = await (await browser.newContext()).newPage();
  await takeInto(other, sent);
  await other.getByRole("button", { name: "Add 1", exact: true }).click();
  await expect(title(other)).toHaveText("Patrol at night");
  await goHome(other);
  await other.getByRole("link", { name: "New exchange" }).click();
  await other.getByRole("radio", { name: /^Use an earlier plan/ }).check();
  await expect(other.getByRole("combobox", { name: "Begin from" })).toHaveValue(/^template-/);
  await other.context().close();
});

for (const what of ["toolkit", "template"]) {
  test(`a ${what} stands up to every look`, async ({ page }) => {
    await shelf(page, `${what}s`);
    await expectSound(page);
    await page.getByRole("button", { name: `New ${what}` }).click();
    await page.getByRole("button", { name: "Add a resource" }).click();
    await page.keyboard.type("A title of some length that has to be broken somewhere: https://example.org/" + "a".repeat(90));
    await expectSound(page);
    await page.getByRole("banner").getByRole("link", { name: "Send" }).click();
    await expectSound(page);
    await shelf(page, `${what}s`);
    await expectSound(page);
  });
}
