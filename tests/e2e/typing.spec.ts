// Who types sees every letter arrive where it was typed: whatever follows from a keystroke, the field stays
// the same field and keeps the focus.
import { test, expect, type Page } from "./fixture";
import {
  chooseSession, goHome, goTo, goToSend, newExchange, openApp, openFile, saveFile, takeIn, type Section,
} from "./app";
import { SAMPLE } from "./bundle";

const FIELDS = "main :is(textarea, input:not([type=radio], [type=checkbox], [type=file], [type=date])):visible";

// Types into every text field of the screen, letter by letter.
async function typeEverywhere(page: Page, atLeast: number) {
  const fields = await page.locator(FIELDS).elementHandles();
  expect(fields.length).toBeGreaterThanOrEqual(atLeast);
  for (const field of fields) {
    const name = await field.evaluate((it) => it.getAttribute("aria-label") ?? it.closest("label")?.textContent ?? it.id);
    await field.focus();
    await page.keyboard.press("Control+End");
    for (const letter of "ab c") {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await field.evaluate((it) => it === document.activeElement), `“${name}” after “${letter}”`).toBe(true);
    }
    expect(await field.inputValue(), `“${name}”`).toMatch(/ab c$/);
  }
}

test.beforeEach(async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
});

for (const [section, atLeast] of [["Overview", 15], ["Team", 15], ["Questions", 14], ["Notes", 5], ["Assessment", 8]] as
  [Section, number][]) {
  test(`typing on the screen ${section}`, async ({ page }) => {
    await goTo(page, section);
    await typeEverywhere(page, atLeast);
  });
}

test("typing about a session", async ({ page }) => {
  await goTo(page, "Agenda");
  await chooseSession(page, "Data storage room and equipment");
  await typeEverywhere(page, 5);
});

test("typing a message, settings, and the answers to a new exchange", async ({ page }) => {
  await goToSend(page);
  await typeEverywhere(page, 3);
  await page.goto("./?screen=settings");
  await expect(page.getByRole("textbox", { name: "Your name" })).toBeVisible();
  await typeEverywhere(page, 2);
  await goHome(page);
  await page.getByRole("link", { name: "New exchange" }).click();
  await page.getByRole("radio", { name: /^Start from blank/ }).check();
  await page.getByRole("button", { name: "Next: organizations" }).click();
  await typeEverywhere(page, 2);
  await page.getByRole("button", { name: "Next: dates" }).click();
  await page.getByRole("button", { name: "Next: goal" }).click();
  await typeEverywhere(page, 3);
});

test("what is pasted into a full field is not cut without a word", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openApp(page);
  await newExchange(page, { title: "Pasted" });
  const goal = page.getByRole("textbox", { name: "Goal", exact: true });
  await goal.fill("Goal: ");
  await page.evaluate((text) => navigator.clipboard.writeText(text), "x".repeat(15_990));
  await goal.press("End");
  await goal.press("Control+V");
  await expect(goal).toHaveValue(/^Goal: x{15990}$/);
  await expect(page.getByText("The field is full")).toHaveCount(0);
  await goal.press("Control+V");
  await expect(goal).toHaveValue(/^Goal: x{15994}$/);
  await expect(page.getByText("The field is full: the last 15986 characters of what was pasted did not fit.")).toBeVisible();
});

test("pasted characters that nobody sees do not make a file of one's own a foreign one", async ({ page, newProfile }) => {
  await openApp(page);
  await newExchange(page, { title: "Pasted" });
  const goal = page.getByRole("textbox", { name: "Goal", exact: true });
  await goal.fill("Learn \u202eesrever\u202c and\u0000 more\u0007");
  await expect(goal).toHaveValue("Learn esrever and more");
  const { path } = await saveFile(page);
  const other = await newProfile();
  await openApp(other);
  await openFile(other, path);
  await expect(other.getByRole("region", { name: "Remarks on this file" })).toHaveCount(0);
});

test("whoever writes on right after Enter writes into the new row", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Cameras" });
  await goTo(page, "Questions");
  await page.getByRole("button", { name: "Add a question" }).click();
  await expect(page.getByRole("textbox", { name: "Question 1", exact: true })).toBeFocused();
  // The keys follow each other as fast as the browser takes them, with no frame between.
  await page.evaluate(() => {
    const key = (name: string) =>
      document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
    return [..."Who pays?", "Enter", ..."Who sees it?", "Enter", ..."Why?"].reduce(
      (before, letter) =>
        before.then(() => void (letter === "Enter" ? key(letter) : document.execCommand("insertText", false, letter))).then(
          // A key is a task of its own.
          () => new Promise<void>((done) => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(); channel.port2.postMessage(0); }),
        ),
      Promise.resolve(),
    );
  });
  for (const [at, text] of ["Who pays?", "Who sees it?", "Why?"].entries()) {
    await expect(page.getByRole("textbox", { name: `Question ${at + 1}`, exact: true })).toHaveValue(text);
  }
});
