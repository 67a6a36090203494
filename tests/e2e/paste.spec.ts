// What is pasted: several lines become several rows, a table of a spreadsheet becomes people.
import { test, expect } from "./fixture";
import { addPerson, expectSaved, goTo, newExchange, openApp, paste, row, saveFile } from "./app";

test("several lines become several rows, in one step of undo", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Cameras" });
  await page.getByRole("button", { name: "Add an objective" }).click();
  await expect(row(page, "Objective", 1)).toBeFocused();
  await paste(page, "• Learn what storage costs\r\n• Compare policies\r\n\r\n3. Hear from residents\n");
  await expect(row(page, "Objective", 3)).toBeFocused();
  for (const [at, text] of ["Learn what storage costs", "Compare policies", "Hear from residents"].entries()) {
    await expect(row(page, "Objective", at + 1)).toHaveValue(text);
  }
  // A line alone is text like any other, and into one that has words nothing is lost.
  await row(page, "Objective", 1).focus();
  await page.keyboard.press("Home");
  await paste(page, "First: ");
  await expect(row(page, "Objective", 1)).toHaveValue(/First: /);
  await paste(page, "One more\nAnd another");
  await expect(row(page, "Objective", 2)).toHaveValue("One more");
  await expect(row(page, "Objective", 3)).toHaveValue("And another");
  await expect(row(page, "Objective", 5)).toHaveValue("Hear from residents");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await expect(row(page, "Objective", 2)).toHaveValue("Compare policies");
  await expect(row(page, "Objective", 4)).toHaveCount(0);

  await goTo(page, "Preparation");
  const liaison = page.getByRole("region", { name: "The liaison's tasks" });
  await liaison.getByRole("button", { name: "Add a task" }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName("The liaison's tasks: task 1");
  await paste(page, "Book the hotel\nAsk about diets");
  await expect(liaison).toContainText("0 of 2 done");
});

test("forty people of a spreadsheet are pasted at once, with their organizations", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Cameras", visitors: [{ name: "Riverton PD" }] });
  await goTo(page, "Team");
  await page.getByRole("region", { name: "Riverton PD", exact: true }).getByRole("button", { name: /^Add a person to/ }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Name of Person/);
  const people = Array.from({ length: 40 }, (_, at) =>
    [at % 4 === 3 ? "Hollis County Prosecutor" : "RIVERTON PD", "Sgt.", `Person ${at + 1}`, "Analyst", `555-01${String(at).padStart(2, "0")}`].join("\t"),
  );
  await paste(page, ["Agency\tRank\tLast name\tJob title\tPhone", ...people].join("\r\n"));
  await expect(page.getByText("40 people pasted")).toBeVisible();
  await expect(page.getByRole("region", { name: "Hollis County Prosecutor", exact: true })).toBeVisible();
  await expectSaved(page);
  const { bundle } = await saveFile(page);
  const { document } = bundle.documents[0];
  expect(document.people).toHaveLength(40);
  expect(document.organisations.map((it: any) => it.name).sort()).toEqual(["Hollis County Prosecutor", "Riverton PD"]);
  const hollis = document.organisations.find((it: any) => it.name.startsWith("Hollis")).id;
  expect(document.people.filter((it: any) => it.organisation === hollis)).toHaveLength(10);
  expect(document.people.find((it: any) => it.name === "Sgt. Person 8")).toMatchObject({ position: "Analyst", contact: "555-0107" });
  // All of it is one step.
  await goTo(page, "Team");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("region", { name: "Hollis County Prosecutor", exact: true })).toHaveCount(0);
});

test("a name alone is pasted into its field", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "Cameras", visitors: [{ name: "Riverton PD" }] });
  await goTo(page, "Team");
  await addPerson(page, "Riverton PD", { name: "Lt." });
  await page.getByRole("textbox", { name: "Name of Lt." }).focus();
  await page.keyboard.press("End");
  await paste(page, " Ames");
  await expect(page.getByRole("textbox", { name: "Name of Lt. Ames" })).toHaveValue("Lt. Ames");
});
