// Undo and redo of everything a person does in an exchange.
import { test, expect, type Page } from "./fixture";
import {
  agree, expectSaved, goHome, goTo, goToSend, newExchange, openApp, openBehind, openFile, pickFromMenu, row, saveFile,
  storedExchange, takeIn, title,
} from "./app";
import { changedSample, SAMPLE, writeAs, written, type Bundle } from "./bundle";

const undo = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Undo" });
const redo = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Redo" });
const toast = (page: Page) => page.locator(".toast");

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
  await expectSaved(page);
  await page.reload();
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

test("what another tab wrote since is left alone and named", async ({ page }) => {
  const first = row(page, "Objective", 1);
  await first.fill("Mine");
  await expectSaved(page);
  const other = await openBehind(page);
  await row(other, "Objective", 1).fill("Theirs");
  await expect(first).toHaveValue("Theirs");
  await undo(page).click();
  await expect(page.getByText("Nothing was undone. 1 value was changed since and stays:")).toBeVisible();
  await expect(first).toHaveValue("Theirs");
});

test("the buttons say what they would do, and the message after it leads there", async ({ page }) => {
  const first = row(page, "Objective", 1);
  await first.fill("Weigh the costs");
  const what = "Objective “Weigh the costs”: wording";
  await expect(undo(page)).toHaveAccessibleName(`Undo: ${what}`);
  await expect(undo(page)).toHaveAttribute("title", `Undo: ${what}`);
  await expect(redo(page)).toHaveAccessibleName("Redo");
  await expect(redo(page)).not.toHaveAttribute("title");

  await goTo(page, "Notes");
  await undo(page).click();
  await expect(toast(page)).toContainText(/^Undone: Objective “.+”: wording\./);
  await expect(redo(page)).toHaveAccessibleName(/^Redo: Objective “.+”: wording$/);
  await toast(page).getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/screen=overview/);
  await expect(first).toBeFocused();

  await redo(page).click();
  await expect(toast(page)).toHaveText(`Redone: ${what}.`);
  await expect(toast(page).getByRole("button", { name: "Show" })).toHaveCount(0);

  await pickFromMenu(page, "More for objective 1", "Delete");
  await expect(undo(page)).toHaveAccessibleName("Undo: Objective “Weigh the costs”: deleted");
});

test("a delete is undone although a file was taken in after it", async ({ page }) => {
  const second = await row(page, "Objective", 2).inputValue();
  await pickFromMenu(page, "More for objective 1", "Delete");
  await expect(row(page, "Objective", 1)).toHaveValue(second);
  const other = changedSample(({ documents: [entry] }) => writeAs(entry, "host", Date.now(), "title", "As the host calls it"));
  await openFile(page, { name: "host.json", text: written(other) });
  await agree(page, "Merge 1");
  await expect(undo(page)).toHaveAccessibleName("Undo: the opened file");
  await undo(page).click();
  await expect(title(page)).not.toHaveText("As the host calls it");
  await expect(undo(page)).toHaveAccessibleName(/^Undo: Objective “.+”: deleted$/);
  await undo(page).click();
  await expect(row(page, "Objective", 2)).toHaveValue(second);
});

test("a field that does not belong to the exchange keeps the browser's own undo", async ({ page }) => {
  await row(page, "Objective", 1).fill("Written over");
  await expectSaved(page);
  await goToSend(page);
  const name = await undo(page).getAttribute("aria-label");
  for (const field of await page.getByRole("main").getByRole("textbox").all()) {
    await field.pressSequentially("abc");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(field).not.toHaveValue(/abc/);
    await expect(undo(page)).toHaveAccessibleName(name!);
  }
});

test("every text field says rightly whether the page undoes what is typed in it", async ({ page }) => {
  const address = page.url();
  const at = (section: string) => address.replace(/screen=\w+/, `screen=${section}`).replace(/&at=[^&]*/, "");
  const screens = ["overview", "team", "questions", "agenda", "notes", "assessment", "send"];
  for (const screen of screens) {
    await page.goto(at(screen) + (screen === "agenda" ? "&at=storage-tour" : ""));
    const fields = page.locator('main :is(textarea:not([readonly]), input[type="text"]:not(.num))').filter({ visible: true });
    await expect(fields.first()).toBeVisible();
    for (const field of await fields.all()) {
      const label = await field.evaluate((it) => it.getAttribute("aria-label") ?? it.closest("label")?.textContent);
      const own = await field.evaluate((it) => it.dataset.undo !== "page");
      const before = await undo(page).getAttribute("aria-label");
      await field.press("End");
      await field.pressSequentially("x");
      const after = await undo(page).getAttribute("aria-label");
      // Whoever changes who writes here sees the steps of another person: none.
      const isStep = after !== before && !(own && after === "Undo");
      expect(isStep, `${screen}: typing into “${label}” is a step`).toBe(!own);
    }
  }
});

// A file with the sample and a second exchange beside it, after `change` has been at work on both.
const pair = (change: (bundle: Bundle) => void = () => {}) =>
  written(
    changedSample((bundle) => {
      const [first] = bundle.documents;
      bundle.documents.push({ ...structuredClone(first), id: "second" });
      bundle.documents[1].document.title = "The second visit";
      change(bundle);
    }),
  );

const openFromHome = async (page: Page, name: string) => {
  await goHome(page);
  await page.getByRole("link", { name }).first().click();
  await expect(title(page)).toHaveText(name);
};

// Two exchanges that are here already, and the same two as the host has changed them.
async function takeInPair(page: Page) {
  const own = await title(page).innerText();
  await openFile(page, { name: "pair.json", text: pair() });
  await page.getByRole("button", { name: "Add 1" }).click();
  const hosts = pair(({ documents: [first, second] }) => {
    writeAs(first, "host", Date.now(), "title", "First by the host");
    writeAs(second, "host", Date.now(), "title", "Second by the host");
  });
  await openFile(page, { name: "hosts.json", text: hosts });
  await page.getByRole("button", { name: "Merge 2" }).click();
  await expect(title(page)).toHaveText("Exchanges");
  return { own, hosts };
}

test("a file with two exchanges is taken back in both, and can be opened again", async ({ page }) => {
  const { own, hosts } = await takeInPair(page);
  for (const from of ["First by the host", "Second by the host"]) {
    await openFromHome(page, from);
    await expect(undo(page)).toHaveAccessibleName("Undo: the opened file");
    await undo(page).click();
    await expect(toast(page)).toContainText("Taken back in all 2 exchanges of the file.");
    await openFromHome(page, own);
    await openFromHome(page, "The second visit");
    await expect(page.getByRole("button", { name: "Take the file back" })).toHaveCount(0);

    await openFile(page, { name: "hosts.json", text: hosts });
    await page.getByRole("button", { name: "Merge 2" }).click();
    await expect(title(page)).toHaveText("Exchanges");
  }
});

test("an exchange that only the file brought goes into the trash with it", async ({ page }) => {
  const own = await title(page).innerText();
  const hosts = pair(({ documents: [first] }) => writeAs(first, "host", Date.now(), "title", "First by the host"));
  await openFile(page, { name: "hosts.json", text: hosts });
  await page.getByRole("button", { name: "Merge 1, add 1" }).click();
  await openFromHome(page, "The second visit");
  await undo(page).click();
  await expect(title(page)).toHaveText("Exchanges");
  await expect(page.getByRole("link", { name: "The second visit" })).toHaveCount(0);
  await openFromHome(page, own);
  await openFile(page, { name: "hosts.json", text: hosts });
  await page.getByRole("button", { name: "Merge 1, bring back 1" }).click();
  await openFromHome(page, "The second visit");
});

test("a file stays in all its exchanges once one of them was sent, and it is said which", async ({ page }) => {
  await takeInPair(page);
  await openFromHome(page, "Second by the host");
  await saveFile(page);
  await expect(undo(page)).toHaveAttribute("aria-disabled", "true");
  await openFromHome(page, "First by the host");
  await undo(page).click();
  await expect(toast(page)).toContainText("the file also went into “Second by the host”, which was sent or saved since");
  await expect(title(page)).toHaveText("First by the host");
  await expect(undo(page)).toHaveAttribute("aria-disabled", "true");
  await openFromHome(page, "Second by the host");
});

test("on a phone there is undo, and redo once something was undone, large enough for a finger", async ({ page }) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const text = `Written over on ${width} pixels`;
    await row(page, "Objective", 1).fill(text);
    await expect(redo(page)).toHaveCount(0);
    await undo(page).click();
    await expect(row(page, "Objective", 1)).not.toHaveValue(text);
    for (const button of [undo(page), redo(page)]) {
      const box = await button.boundingBox();
      expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await redo(page).click();
    await expect(row(page, "Objective", 1)).toHaveValue(text);
  }
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
