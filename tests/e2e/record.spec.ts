// The one list and the one panel, for every collection that is shown by them: what a file can hold and no screen would
// write is shown, can be edited, and nothing of it is lost.
import { test, expect } from "./fixture";
import { chooseFile, expectSaved, goTo, openApp, pickFromMenu, saveFile, title, type Section } from "./app";
import { changedSample } from "./bundle";
import { expectSound } from "./looks";

const UNBROKEN = "x".repeat(5_000);

// Its collection, where it stands, what begins the ids of its rows, the field of its words, and fields that do not fit
// or name what was removed.
const LISTS: [string, Section, string, string, object][] = [
  ["objectives", "Overview", "objective", "text", { organisation: 7 }],
  ["outcomes", "Overview", "outcome", "text", { shows_in: "moon", objectives: ["gone"] }],
  ["host_candidates", "Overview", "candidate", "name", { answer: "perhaps" }],
  ["resources", "Overview", "resource", "title", { note: false, address: "javascript:alert(1)" }],
  ["questions", "Questions", "question", "text", { headline: "maybe", asked_by: "gone", session: "gone", objective: "gone" }],
  ["tasks", "Preparation", "task", "text", { done: "nearly", owner: "gone", side: "host" }],
];

test("whatever a record holds, its row and its panel show it, and an edit of one field keeps the others", async ({ page }) => {
  const bundle: any = changedSample(({ documents }) => {
    const document = documents[0].document as any;
    for (const [collection, , , words, fields] of LISTS) {
      document[collection] = [
        ...(document[collection] ?? []),
        { id: "long", rank: "zz", [words]: UNBROKEN, of_a_newer_version: { deep: [1, 2] }, ...fields },
        { id: "bare", rank: "zzz", ...(collection === "tasks" ? { side: "host" } : {}) },
      ];
    }
  });
  delete bundle.digest;
  await openApp(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  await chooseFile(page, { name: "odd.json", text: JSON.stringify(bundle) });
  await expect(title(page)).toHaveText("What is in this file");
  await page.getByRole("button", { name: "Add 1", exact: true }).click();

  for (const [, section, kind] of LISTS) {
    await goTo(page, section);
    for (const id of ["long", "bare"]) {
      const words = page.locator(`#${kind}-${id}`);
      const row = page.locator("li.row").filter({ has: words });
      await row.locator("summary").click();
      await row.getByRole("button", { name: "Open", exact: true }).click();
      const panel = page.locator("#record-panel");
      await expect(panel).toBeFocused();
      await expect(row).toHaveAttribute("data-current", "");
      for (const [width, height] of [[1180, 820], [390, 844]]) {
        await page.setViewportSize({ width, height });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(over, `${kind} ${id} at ${width}`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1180, height: 820 });
      const own = panel.getByRole("textbox").first();
      await own.focus();
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type("now");
      await expect(words).toHaveValue(id === "long" ? `${UNBROKEN}now` : "now");
      await panel.getByRole("button", { name: "Close", exact: true }).click();
      await expect(words).toBeFocused();
    }
  }
  await expectSaved(page);
  const saved = (await saveFile(page)).bundle.documents[0].document as any;
  for (const [collection, , , words, fields] of LISTS) {
    const [long, bare] = ["long", "bare"].map((id) => saved[collection].find((record: any) => record.id === id));
    expect(long, collection).toMatchObject({ [words]: `${UNBROKEN}now`, of_a_newer_version: { deep: [1, 2] }, ...fields });
    expect(bare[words], collection).toBe("now");
  }
});

test("the panel goes from record to record, closes by Escape, and deletes with a way back", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  await chooseFile(page, { name: "sample.json", text: JSON.stringify(changedSample(() => {})) });
  await page.getByRole("button", { name: "Add 1", exact: true }).click();
  await goTo(page, "Questions");
  await page.getByRole("button", { name: "Open question 1", exact: true }).click();
  const panel = page.locator("#record-panel");
  await expect(panel).toContainText("Question 1 of 14");
  await expect(panel.getByRole("button", { name: "Previous" })).toBeDisabled();
  await panel.getByRole("button", { name: "Next" }).click();
  await expect(panel).toContainText("Question 2 of 14");
  await expectSound(page);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Question 2", exact: true })).toBeFocused();

  await page.getByRole("button", { name: "Open question 2", exact: true }).click();
  const words = await page.getByRole("textbox", { name: "Question 2", exact: true }).inputValue();
  await panel.getByRole("button", { name: "Delete" }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByText("13 questions")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Question 2", exact: true })).toHaveValue(words);
});

test("the panel closes when its record goes, and nothing is written into what is gone", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  await chooseFile(page, { name: "sample.json", text: JSON.stringify(changedSample(() => {})) });
  await page.getByRole("button", { name: "Add 1", exact: true }).click();
  await goTo(page, "Questions");
  await page.getByRole("button", { name: "Open question 3", exact: true }).click();
  const panel = page.locator("#record-panel");
  await expect(panel).toContainText("Question 3 of 14");
  await pickFromMenu(page, "More for question 3", "Delete");
  await expect(panel).toHaveCount(0);
  await expect(page.getByText("13 questions")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("14 questions")).toBeVisible();

  await goTo(page, "Preparation");
  const [host, visitors] = ["The host's tasks", "The visitors' tasks"].map((name) => page.getByRole("region", { name }));
  await host.getByRole("button", { name: "Add a task" }).click();
  await page.keyboard.type("Book the room");
  await host.getByText("Nobody yet").click();
  await panel.getByRole("combobox", { name: "Whose list" }).selectOption("Visitors");
  await expect(visitors.getByRole("textbox")).toHaveValue("Book the room");
  await expect(panel).toContainText("Task 1 of 1");
});

test("questions stand by session, objective or asker, and an asker is given to many at once", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  await chooseFile(page, { name: "sample.json", text: JSON.stringify(changedSample(() => {})) });
  await page.getByRole("button", { name: "Add 1", exact: true }).click();
  await goTo(page, "Questions");
  const list = page.getByRole("region", { name: /^Questions for the visit/ });
  await list.getByRole("button", { name: "Assign" }).click();
  const form = list.getByRole("group", { name: "Who asks them" });
  await expect(form.getByRole("button", { name: /^Assign to/ })).toBeDisabled();
  await form.getByRole("radio", { name: "M. Chen" }).check();
  await form.getByRole("button", { name: "Assign to 12" }).click();
  await expect(page.getByText("Nobody asks it yet")).toHaveCount(0);
  await expect(form).toHaveCount(0);

  const grouping = page.getByRole("combobox", { name: "Group by" });
  await grouping.selectOption("By asker");
  await expect(page.getByRole("region", { name: "M. Chen 13" })).toBeVisible();
  await grouping.selectOption("By session");
  const session = page.getByRole("region", { name: /^Policy, violations/ });
  await session.getByRole("button", { name: "Add a question" }).click();
  await page.keyboard.type("Who may switch it off?");
  await expect(session.getByRole("textbox", { name: /^Question/ }).last()).toHaveValue("Who may switch it off?");
  await grouping.selectOption("By objective");
  await expect(page.getByRole("region", { name: /^1 / })).toBeVisible();
});
