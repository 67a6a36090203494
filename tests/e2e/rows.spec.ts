// Rows put in another order: taken by the grip, by mouse and by finger, and by the keys of the menu.
import { test, expect, type Page } from "./fixture";
import { expectSaved, goTo, newExchange, openApp, paste, pickFromMenu, row } from "./app";

const LINES = ["Costs", "Policy", "Release", "Training", "Storage"];

async function objectives(page: Page) {
  await openApp(page);
  await newExchange(page, { title: "Cameras" });
  await page.getByRole("button", { name: "Add an objective" }).click();
  await expect(row(page, "Objective", 1)).toBeFocused();
  await paste(page, LINES.join("\n"));
  await expect(row(page, "Objective", LINES.length)).toHaveValue(LINES.at(-1)!);
}

const grip = (page: Page, kind: string, number: number) =>
  page.getByRole("listitem").filter({ has: row(page, kind, number) }).locator(".grip");

async function expectOrder(page: Page, kind: string, lines: string[]) {
  for (const [at, line] of lines.entries()) await expect(row(page, kind, at + 1)).toHaveValue(line);
}

const middle = async (page: Page, kind: string, number: number) => {
  const { x, y, width, height } = (await grip(page, kind, number).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2, width, height };
};

test("a row is dragged by its grip, in one step of undo, and Escape leaves it where it was", async ({ page }) => {
  await objectives(page);
  await row(page, "Objective", 2).focus();
  const [from, to] = [await middle(page, "Objective", 1), await middle(page, "Objective", 4)];
  expect(Math.min(from.width, from.height)).toBeGreaterThanOrEqual(44);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 14, { steps: 8 });
  await expect(page.locator("[data-drag=after]").getByRole("textbox").first()).toHaveValue("Training");
  await page.mouse.up();
  const moved = ["Policy", "Release", "Training", "Costs", "Storage"];
  await expectOrder(page, "Objective", moved);
  await expect(page.locator("[data-drag]")).toHaveCount(0);
  // Whoever was writing goes on there.
  await expect(row(page, "Objective", 1)).toBeFocused();
  await expectSaved(page);

  // A press alone moves nothing, and Escape ends a drag.
  await grip(page, "Objective", 3).click();
  const start = await middle(page, "Objective", 5);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, from.y - 14, { steps: 8 });
  await expect(page.locator("[data-drag=before]").getByRole("textbox").first()).toHaveValue("Policy");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-drag]")).toHaveCount(0);
  await page.mouse.up();
  await expectOrder(page, "Objective", moved);

  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await expectOrder(page, "Objective", LINES);
  await pickFromMenu(page, "More for objective 1", "Move down");
  await expectOrder(page, "Objective", ["Policy", "Costs", "Release", "Training", "Storage"]);
  await expect(page.locator(":focus")).toHaveAccessibleName("More for objective 2");
});

test("a row alone has nothing to be dragged past", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Cameras" });
  await page.getByRole("button", { name: "Add an objective" }).click();
  await expect(row(page, "Objective", 1)).toBeFocused();
  await expect(page.locator(".grip")).toHaveCount(0);
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } });

  test("a row is dragged past the edge of the window, and the page comes along", async ({ page }) => {
    await openApp(page);
    await newExchange(page, { title: "Cameras" });
    await goTo(page, "Questions");
    await page.getByRole("button", { name: "Add a question" }).click();
    await expect(row(page, "Question", 1)).toBeFocused();
    await paste(page, Array.from({ length: 20 }, (_, at) => `Question of the ${at + 1}th`).join("\n"));
    await expect(row(page, "Question", 20)).toHaveValue("Question of the 20th");
    await page.evaluate(() => scrollTo(0, 0));

    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", x: number, y: number) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" || type === "touchCancel" ? [] : [{ x, y }] });
    const from = await middle(page, "Question", 1);
    await touch("touchStart", from.x, from.y);
    for (let y = from.y; y < 1170; y += 40) await touch("touchMove", from.x, y);
    await touch("touchMove", from.x, 1172);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    const last = row(page, "Question", 20);
    await expect(last).toBeInViewport();
    await touch("touchEnd", 0, 0);
    await expect(page.locator("[data-drag]")).toHaveCount(0);
    // It stands further down than the window reached before, and the others moved up by one.
    await expect(row(page, "Question", 1)).toHaveValue("Question of the 2th");
    const values = await page.getByRole("textbox", { name: /^Question \d+$/ }).evaluateAll((all) => all.map((it) => (it as HTMLTextAreaElement).value));
    expect(values).toHaveLength(20);
    expect(values.indexOf("Question of the 1th")).toBeGreaterThan(8);

    // The system takes the finger away: nothing has happened.
    await page.evaluate(() => scrollTo(0, 0));
    const second = await middle(page, "Question", 2);
    await touch("touchStart", second.x, second.y);
    await touch("touchMove", second.x, second.y + 300);
    await expect(page.locator("[data-drag=dragged]")).toHaveCount(1);
    await touch("touchCancel", 0, 0);
    await expect(page.locator("[data-drag]")).toHaveCount(0);
    await expect(row(page, "Question", 2)).toHaveValue("Question of the 3th");
  });
});

test("in a long list rows out of sight are not laid out, and the menu of one is whole", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Cameras" });
  await goTo(page, "Questions");
  await page.getByRole("button", { name: "Add a question" }).click();
  await paste(page, Array.from({ length: 23 }, (_, at) => `Question of line ${at + 1}?`).join("\n"));
  await expect(row(page, "Question", 23)).toBeFocused();
  const item = (number: number) => page.getByRole("listitem").filter({ has: row(page, "Question", number) });
  await expect(item(1)).toHaveCSS("content-visibility", "visible");

  await page.keyboard.press("Enter");
  await expect(row(page, "Question", 24)).toBeFocused();
  await expect(item(1)).toHaveCSS("content-visibility", "auto");
  // Where it is written too: nothing about the rows changes with the focus.
  await expect(item(24)).toHaveCSS("content-visibility", "auto");

  // The menu reaches beyond its row, and its last act can be reached.
  await item(20).locator("summary").click();
  const act = item(20).getByRole("button", { name: "Delete" });
  const [actBox, rowBox] = [(await act.boundingBox())!, (await item(20).boundingBox())!];
  expect(actBox.y + actBox.height).toBeGreaterThan(rowBox.y + rowBox.height);
  await act.click();
  await expect(row(page, "Question", 20)).toHaveValue("Question of line 21?");
});

test("Backspace that is held stops at the emptied row, and takes nothing of the one above", async ({ page }) => {
  await objectives(page);
  const second = row(page, "Objective", 2);
  await second.focus();
  await page.keyboard.press("End");
  // Held: the browser repeats the key.
  const held = async (times: number) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.down("Backspace");
    await page.keyboard.up("Backspace");
  };
  await held(LINES[1].length + 20);
  await expect(second).toHaveValue("");
  await expect(second).toBeFocused();
  await expect(row(page, "Objective", LINES.length)).toHaveCount(1);
  // Pressed anew, and held again: the row goes, and that is all.
  await held(20);
  await expect(row(page, "Objective", LINES.length)).toHaveCount(0);
  await expect(row(page, "Objective", 1)).toBeFocused();
  await expect(row(page, "Objective", 1)).toHaveValue(LINES[0]);
});
