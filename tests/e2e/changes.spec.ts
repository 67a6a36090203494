// Who changed what, what was deleted, and what came back.
import { test, expect, type Page } from "./fixture";
import {
  agree, chooseSession, expectSaved, goHome, goTo, openApp, openBehind, openFile, pickFromMenu, row, saveFile, sayWho,
  takeIn,
} from "./app";
import { changedSample, SAMPLE, writeAs, written } from "./bundle";

const records = (page: Page) => page.getByRole("region", { name: "Changes" }).getByRole("listitem");
const trash = (page: Page) => page.getByRole("region", { name: "Trash" });
const DAY = 24 * 60 * 60 * 1000;

test("what was changed last comes first, with who wrote it; by record, by person, and since it was sent", async ({ page }) => {
  await openApp(page);
  await sayWho(page, "T. Vale", "Riverton PD");
  await takeIn(page, SAMPLE);
  await saveFile(page);
  await goTo(page, "Overview");
  await row(page, "Objective", 2).fill("Weigh what storage costs");
  await goTo(page, "Changes");
  await expect(records(page).first()).toContainText("Objective “Weigh what storage costs”");
  await expect(records(page).first()).toContainText("T. Vale, Riverton PD");
  const all = await records(page).count();
  expect(all).toBeGreaterThan(20);

  await page.getByRole("combobox", { name: "By" }).selectOption("T. Vale, Riverton PD");
  await expect(records(page)).toHaveCount(1);
  await records(page).getByText("1 value", { exact: true }).click();
  await expect(records(page)).toContainText("Weigh what storage costs");
  await page.getByRole("combobox", { name: "By" }).selectOption("Everybody");
  await expect(records(page)).toHaveCount(all);

  await page.getByRole("combobox", { name: "Since" }).selectOption({ label: await sentOption(page) });
  await expect(records(page)).toHaveCount(1);
  await page.getByRole("combobox", { name: "Since" }).selectOption("Any time");
  await page.getByRole("radio", { name: "By person" }).check();
  await expect(page.getByRole("heading", { name: "T. Vale, Riverton PD" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "J. Rivera, Riverton Police Department" })).toBeVisible();
  await page.getByRole("combobox", { name: "Since" }).selectOption("Today");
  await expect(page.getByRole("heading", { name: "T. Vale, Riverton PD" })).toBeVisible();
});

async function sentOption(page: Page) {
  const option = page.getByRole("combobox", { name: "Since" }).getByRole("option", { name: /^It was last sent/ });
  return option.innerText();
}

test("what a colleague wrote before and sent later is new since the exchange was sent", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  const host = changedSample(({ documents: [entry] }) => {
    entry.history.authors!.h0st = "Host desk";
    writeAs(entry, "h0st", Date.now() - 3 * DAY, "need", "Written three days ago");
  });
  await saveFile(page);
  await openFile(page, { name: "host.json", text: written(host) });
  await agree(page, "Merge 1");
  await goTo(page, "Changes");
  await page.getByRole("combobox", { name: "Since" }).selectOption({ label: await sentOption(page) });
  await expect(records(page)).toHaveCount(1);
  await expect(records(page)).toContainText("Host desk");
});

test("a row and a session lead to who changed each of their values", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await pickFromMenu(page, "More for objective 1", "Who changed this");
  await expect(records(page)).toHaveCount(1);
  await expect(records(page)).toContainText(/^Changed|^Added/);
  await expect(records(page).getByText("J. Rivera, Riverton Police Department").nth(1)).toBeVisible();
  await page.reload();
  await expect(records(page)).toHaveCount(1);
  await page.getByRole("link", { name: "Show all changes" }).click();
  await expect(records(page).nth(1)).toBeVisible();

  await goTo(page, "Agenda");
  const panel = await chooseSession(page, "Data storage room and equipment");
  await panel.getByRole("link", { name: /^Who changed this/ }).click();
  await expect(records(page)).toHaveCount(1);
  await records(page).getByRole("link", { name: "Session “Data storage room and equipment”" }).click();
  await expect(page.getByRole("complementary", { name: "Session: Data storage room and equipment" })).toBeVisible();
});

test("what was deleted waits in the trash and can be restored, and undone again", async ({ page }) => {
  await openApp(page);
  await sayWho(page, "T. Vale", "Riverton PD");
  await takeIn(page, SAMPLE);
  const first = await row(page, "Objective", 1).inputValue();
  await pickFromMenu(page, "More for objective 1", "Delete");
  await expect(row(page, "Objective", 1)).not.toHaveValue(first);
  await goTo(page, "Trash");
  // One objective was in the trash of the sample already.
  await expect(trash(page).getByRole("listitem")).toHaveCount(2);
  await expect(trash(page).getByRole("listitem").first()).toContainText("Deleted by T. Vale, Riverton PD");
  await expect(trash(page).getByRole("button", { name: "Delete for good" })).toHaveCount(0);
  await trash(page).getByRole("button", { name: /^Restore/ }).first().click();
  await expect(trash(page).getByRole("listitem")).toHaveCount(1);
  await goTo(page, "Overview");
  await expect(row(page, "Objective", 1)).toHaveValue(first);
  await page.keyboard.press("ControlOrMeta+z");
  await goTo(page, "Trash");
  await expect(trash(page).getByRole("listitem")).toHaveCount(2);
});

for (const [choice, count] of [["Keep it", 1], ["Delete it", 0]] as const) {
  test(`a session that the host changed without knowing that it was deleted is told as back: ${choice}`, async ({ page }) => {
    await openApp(page);
    await takeIn(page, SAMPLE);
    await goTo(page, "Agenda");
    const panel = await chooseSession(page, "Data storage room and equipment");
    await panel.getByRole("button", { name: "Delete" }).click();
    const host = changedSample(({ documents: [entry] }) => {
      entry.history.authors!.h0st = "Host desk";
      const session = entry.document.sessions.find((it: any) => it.id === "storage-tour");
      session.place = "Room B-204";
      const stamps = entry.history.stamps as any;
      const at = Date.now();
      stamps.sessions["storage-tour/place"] = ["h0st", at];
      entry.history.seen.h0st = at;
    });
    await openFile(page, { name: "host.json", text: written(host) });
    await agree(page, "Merge 1");
    const back = page.getByRole("region", { name: "Back from the trash" });
    await expect(back).toContainText("Session “Data storage room and equipment” is back");
    await expect(back).toContainText("Host desk");
    await back.getByRole("button", { name: choice }).click();
    await expect(back).toHaveCount(0);
    await goTo(page, "Agenda");
    const session = page
      .getByRole("group", { name: "Agenda by day" })
      .getByRole("link", { name: "Data storage room and equipment", exact: true });
    await expect(session).toHaveCount(count);
    await expectSaved(page);
    await page.reload();
    await expect(session).toHaveCount(count);
    await expect(back).toHaveCount(0);
  });
}

test("the trash emptied here while a record was restored there: it is back, whole, on both", async ({ page, newProfile }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  const first = await row(page, "Objective", 1).inputValue();
  await pickFromMenu(page, "More for objective 1", "Delete");
  const { path: deleted } = await saveFile(page);

  const there = await newProfile();
  await openApp(there);
  await takeIn(there, deleted);
  await goTo(there, "Trash");
  await trash(there).getByRole("button", { name: /^Restore/ }).first().click();
  const { path: restored } = await saveFile(there);

  await page.clock.setFixedTime(Date.now() + 40 * DAY);
  await goTo(page, "Overview");
  await goTo(page, "Trash");
  await trash(page).getByRole("button", { name: "Delete for good" }).click();
  await expect(trash(page)).toContainText("Nothing is in the trash.");
  const { path: emptied } = await saveFile(page);

  await openFile(page, restored);
  await agree(page, "Merge 1");
  await expect(row(page, "Objective", 1)).toHaveValue(first);
  const back = page.getByRole("region", { name: "Back from the trash" });
  await back.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText(/changed on two sides/)).toHaveCount(0);

  await openFile(there, emptied);
  await agree(there, "Merge 1");
  await goTo(there, "Overview");
  await expect(row(there, "Objective", 1)).toHaveValue(first);
  const { path: settled } = await saveFile(page);
  await openFile(there, settled);
  await agree(there, "Merge 1");
  await expect(there.getByRole("region", { name: "Back from the trash" })).toHaveCount(0);
  await expect(row(there, "Objective", 1)).toHaveValue(first);
});

test("a conflict that is settled in one tab is settled in the other", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  const host = changedSample(({ documents: [entry] }) => {
    writeAs(entry, "h0st", Date.now(), "goal", "As the host sees it");
  });
  await page.getByRole("textbox", { name: "Goal", exact: true }).fill("As we see it");
  await openFile(page, { name: "host.json", text: written(host) });
  await agree(page, "Merge 1");
  const other = await openBehind(page);
  for (const tab of [page, other]) await expect(tab.getByText("1 value was changed on two sides.")).toBeVisible();
  await other.getByText("Show it").click();
  await other.getByRole("button", { name: /^Take this.*Goal|^Take this/ }).last().click();
  for (const tab of [page, other]) {
    await expect(tab.getByText("1 value was changed on two sides.")).toHaveCount(0);
  }
  const goal = (tab: Page) => tab.getByRole("textbox", { name: "Goal", exact: true }).inputValue();
  expect(await goal(page)).toBe(await goal(other));
  await goHome(page);
});
