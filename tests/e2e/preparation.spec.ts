// Preparation: tasks with owners and days, calls, journeys, and the page for the visitors.
import type { Locator } from "@playwright/test";
import { test, expect, type Page } from "./fixture";
import { addPerson, daysFromNow, expectFolded, expectSaved, goHome, goTo, newExchange, openApp, pickFromMenu, saveFile } from "./app";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const tasks = (page: Page, side: "host" | "visitors") =>
  page.getByRole("region", { name: side === "host" ? "The host's tasks" : "The visitors' tasks" });

// Opens the panel of a task by a tap beside its words.
const openTask = async (row: Locator) => {
  await row.getByText(/^(No owner yet|Nobody yet|Capt|by |\d+ days)/).first().click();
  await expect(row.page().locator("#record-panel")).toBeFocused();
};

async function planned(page: Page, first: string) {
  await openApp(page);
  await newExchange(page, {
    topic: "CompStat", host: "Lakeside PD", visitors: [{ name: "Riverton PD" }], first, last: first,
  });
  await goTo(page, "Team");
  await addPerson(page, "Riverton PD", { name: "Lt. Ames" });
  await addPerson(page, "Riverton PD", { name: "Sgt. Marsh" });
  await addPerson(page, "Lakeside PD", { name: "Capt. Osei", position: "Host desk", role: "host" });
  await page.getByRole("textbox", { name: "Work contact of Capt. Osei" }).fill("555-0100");
  await goTo(page, "Preparation");
}

test("the topic's tasks are there, due before the visit and never before today", async ({ page }) => {
  await planned(page, daysFromNow(10));
  await expect(tasks(page, "host")).toContainText(/0 of \d+ done/);
  await expect(page.getByText(/^Was due/)).toHaveCount(0);
  await openTask(tasks(page, "host").getByRole("listitem").first());
  const panel = page.locator("#record-panel");
  const due: string[] = [];
  for (;;) {
    due.push(await panel.getByLabel("Due", { exact: true }).inputValue());
    const next = panel.getByRole("button", { name: "Next" });
    if (await next.isDisabled()) break;
    await next.click();
    await expect(panel).toContainText(`Task ${due.length + 1} of`);
  }
  expect(due.length).toBeGreaterThan(3);
  for (const day of due) {
    expect(day >= daysFromNow(-1) && day <= daysFromNow(10), day).toBe(true);
  }

  // Done, given to somebody, put on another day, and back to what is counted from the visit.
  const first = tasks(page, "host").getByRole("listitem").first();
  await openTask(first);
  await expect(panel).toContainText("days before the visit");
  await panel.getByRole("combobox", { name: "Who does it" }).selectOption("Capt. Osei");
  await expect(first).toContainText("Capt. Osei");
  await panel.getByLabel("Due", { exact: true }).fill(daysFromNow(-3));
  await expect(first).toContainText("Was due");
  await expect(panel).toContainText(/overdue since/);
  await expect(page.getByRole("link", { name: /^Preparation/ })).toContainText("to look at");
  await goTo(page, "Overview");
  await page.getByRole("link", { name: /^Look: A task is overdue/ }).click();
  await expect(first.getByRole("textbox").first()).toBeFocused();
  await openTask(first);
  await panel.getByLabel("Due", { exact: true }).fill("");
  await expect(panel.getByLabel("Due", { exact: true })).not.toHaveValue("");
  await first.getByRole("checkbox").check();
  await expect(tasks(page, "host")).toContainText(/1 of \d+ done/);
});

test("tasks are written one after the other by keyboard, and deleted with a way back", async ({ page }) => {
  await planned(page, daysFromNow(40));
  const liaison = page.getByRole("region", { name: "The liaison's tasks" });
  await liaison.getByRole("button", { name: "Add a task" }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName("The liaison's tasks: task 1");
  await page.keyboard.type("Book the hotel");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAccessibleName("The liaison's tasks: task 2");
  await page.keyboard.type("Ask for dietary needs");
  await expect(liaison).toContainText("0 of 2 done");
  await expectSaved(page);
  await page.reload();
  await expect(liaison.getByRole("textbox", { name: "The liaison's tasks: task 2" })).toHaveValue("Ask for dietary needs");
  await pickFromMenu(page, "More for Book the hotel", "Delete");
  await expect(liaison.getByRole("textbox", { name: "The liaison's tasks: task 1" })).toHaveValue("Ask for dietary needs");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(liaison).toContainText("0 of 2 done");
});

test("whoever missed a call is told apart, and marked as sent the material in one tap", async ({ page }) => {
  await planned(page, daysFromNow(40));
  await page.getByRole("button", { name: "Add a call" }).click();
  await page.keyboard.type("Roles and questions");
  const calls = page.getByRole("region", { name: "Preparation calls" });
  await calls.getByLabel("Day").fill(daysFromNow(20));
  await calls.getByLabel("Start").fill("15:00");
  await calls.getByRole("textbox", { name: "Background material" }).fill("The guide");
  await calls.getByRole("group", { name: "Who joined Call 1" }).getByRole("checkbox", { name: "Lt. Ames" }).check();
  await expect(calls).toContainText("2 people missed it and were not sent the material.");
  await calls.getByRole("button", { name: "Mark as sent to all of them" }).click();
  await expect(calls).not.toContainText("missed it and were");
  const { bundle } = await saveFile(page);
  const [{ document }] = bundle.documents;
  expect(document.calls).toHaveLength(1);
  expect(document.calls[0]).toMatchObject({ title: "Roles and questions", date: daysFromNow(20), start: "15:00", material: "The guide" });
  expect(document.calls[0].attended).toHaveLength(1);
  expect(document.calls[0].sent_to).toHaveLength(2);
});

test("what visitors have to know is written once and printed alone", async ({ page }) => {
  await planned(page, daysFromNow(40));
  const before = page.getByRole("region", { name: "Before you come" });
  await before.getByRole("textbox", { name: "Address" }).fill("1200 Harbor Street");
  await before.getByRole("textbox", { name: "Weapons" }).fill("Lockers at the desk");
  await before.getByRole("textbox", { name: "Places in all (0 if not said)" }).fill("1");
  await page.getByText(/^Lt\. Ames/).and(page.locator("summary")).click();
  await page.getByRole("textbox", { name: "Diet", exact: true }).fill("No nuts");
  await expect(page.getByText("1 of 7 filled in")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("article", { name: "Before you come" });
  await expect(sheet).toContainText("1200 Harbor Street");
  await expect(sheet).toContainText("Lockers at the desk");
  await expect(sheet).toContainText("Capt. Osei · Host desk · 555-0100");
  await expect(sheet).toContainText(/Begins: .*08:30: Welcome/);
  await expect(sheet).not.toContainText("No nuts");
  await expect(page.getByRole("region", { name: "Before you come" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  // More visitors than there is room for leads here.
  await goTo(page, "Overview");
  await page.locator("[href*='screen=preparation']").filter({ hasText: "Look" }).first().click();
  await expect(page.getByRole("heading", { name: "Lakeside PD", level: 3 })).toBeFocused();
});

test("what is due next stands on home, the overdue first, also before an exchange was opened", async ({ page }) => {
  await planned(page, daysFromNow(40));
  const liaison = page.getByRole("region", { name: "The liaison's tasks" });
  await liaison.getByRole("button", { name: "Add a task" }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName("The liaison's tasks: task 1");
  await page.keyboard.type("Answer the host");
  await openTask(liaison.getByRole("listitem").first());
  await page.locator("#record-panel").getByLabel("Due", { exact: true }).fill(daysFromNow(-2));
  await expectFolded(page);
  await goHome(page);
  const due = page.getByRole("region", { name: "Due next" });
  await expect(due.getByRole("listitem")).toHaveCount(4);
  await expect(due.getByRole("listitem").first()).toContainText(/overdue.*Answer the host.*CompStat/s);
  await page.reload();
  await expect(due.getByRole("listitem").first()).toContainText("Answer the host");
  await due.getByRole("link", { name: /Answer the host/ }).click();
  await expect(page.locator(":focus")).toHaveValue("Answer the host");
  await liaison.getByRole("checkbox").check();
  await goHome(page);
  await expect(due).not.toContainText("Answer the host");
});

test("the screen stands up to every look", async ({ page }) => {
  await planned(page, daysFromNow(10));
  await page.getByRole("button", { name: "Add a call" }).click();
  await page.keyboard.type("Roles and questions");
  await page.getByRole("checkbox", { name: "Lt. Ames" }).check();
  await page.getByText(/^Lt\. Ames/).and(page.locator("summary")).click();
  await expectSound(page);
});
