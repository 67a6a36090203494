// Undo and redo of everything a person does in an exchange.
import { test, expect, type Page } from "./fixture";
import { agree, expectSaved, goHome, goTo, newExchange, openApp, openFile, row, storedExchange, takeIn } from "./app";
import { changedSample, SAMPLE, writeAs, written } from "./bundle";

const undo = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Undo" });
const redo = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Redo" });

test.beforeEach(async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
});

test("typing and deleting are undone and redone by buttons and by keys, also after a reload", async ({ page }) => {
  const first = row(page, "Objective", 1);
  const before = await first.inputValue();
  await first.fill("Written over");
  await goTo(page, "Notes");
  await goTo(page, "Overview");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(first).toHaveValue(before);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(first).toHaveValue("Written over");
  await expectSaved(page);
  await page.reload();
  await expect(first).toHaveValue("Written over");
  await undo(page).click();
  await expect(first).toHaveValue(before);
  await redo(page).click();
  await expect(first).toHaveValue("Written over");
  await expect(redo(page)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("ControlOrMeta+y");
  await expect(page.getByText("There is nothing to redo.")).toBeVisible();
});

test("the bar has the buttons in an exchange only", async ({ page }) => {
  const address = page.url();
  await expect(undo(page)).toBeVisible();
  await goHome(page);
  await expect(undo(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(undo(page)).toBeVisible();
  await goHome(page);
  await newExchange(page, { title: "Another one" });
  await expect(undo(page)).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("textbox", { name: "Goal", exact: true }).fill("See it");
  await undo(page).click();
  await expect(page.getByRole("textbox", { name: "Goal", exact: true })).toHaveValue("");
});

test("what another tab wrote since is left alone and named", async ({ page, context }) => {
  const first = row(page, "Objective", 1);
  await first.fill("Mine");
  await expectSaved(page);
  const other = await context.newPage();
  await openApp(other, page.url());
  await row(other, "Objective", 1).fill("Theirs");
  await expect(first).toHaveValue("Theirs");
  await undo(page).click();
  await expect(page.getByText("Nothing was undone. 1 value was changed since and stays:")).toBeVisible();
  await expect(first).toHaveValue("Theirs");
});

test("undo takes back a file that was taken in last", async ({ page }) => {
  const own = (await storedExchange(page)).document.title;
  const other = changedSample(({ documents: [entry] }) => writeAs(entry, "host", Date.now(), "title", "As the host calls it"));
  await openFile(page, { name: "host.json", text: written(other) });
  await agree(page, "Merge 1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("As the host calls it");
  await undo(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(own);
});
