// Research & Plan on the overview: the need, the shortlist of hosts, proposed days, and who agreed.
import { test, expect, type Page } from "./fixture";
import { addPerson, closePanel, daysFromNow, expectSaved, goTo, newExchange, openApp, openPanel, row, saveFile } from "./app";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function blank(page: Page) {
  await openApp(page);
  await newExchange(page, { title: "Cameras", visitors: [{ name: "Riverton PD" }] });
}

test("the need says where it was found, what shows it, and how the results will be used", async ({ page }) => {
  await blank(page);
  await page.getByText("More on the need").click();
  await page.getByRole("combobox", { name: "Where the need was found" }).selectOption({ index: 1 });
  await page.getByRole("textbox", { name: /^What shows it/ }).fill("Audit of 2025, page 12");
  await page.getByRole("textbox", { name: /^Strategic issue/ }).fill("Trust after critical incidents");
  await page.getByRole("textbox", { name: /^How the results will be used/ }).fill("The chief decides in spring");
  await expect(page.getByText("4 of 4 filled in")).toBeVisible();
  const { bundle } = await saveFile(page);
  expect(bundle.documents[0].document).toMatchObject({
    need_evidence: "Audit of 2025, page 12", strategic_issue: "Trust after critical incidents",
    use_of_results: "The chief decides in spring",
  });
});

test("of the hosts on the shortlist one is chosen, and becomes the host", async ({ page }) => {
  await blank(page);
  const list = page.getByRole("region", { name: /^Host shortlist/ });
  await list.getByRole("button", { name: "Add a candidate" }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName("Candidate 1");
  await page.keyboard.type("Lakeside PD");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAccessibleName("Candidate 2");
  await page.keyboard.type("Harbor City PD");
  const [lakeside, harbor] = [list.getByRole("listitem").nth(0), list.getByRole("listitem").nth(1)];
  await lakeside.getByRole("button", { name: "Open Lakeside PD" }).click();
  const panel = page.locator("#record-panel");
  await panel.getByRole("textbox", { name: "Recognized by" }).fill("The state association");
  await panel.getByLabel("Asked on").fill(daysFromNow(-5));
  await panel.getByRole("combobox", { name: "Answer" }).selectOption("later");
  await expect(lakeside).toContainText("At another time");
  await closePanel(page);
  await expect(page.getByText(/^No host is chosen|host is not chosen/i).first()).toBeVisible();
  await lakeside.getByRole("button", { name: "Choose as host: Lakeside PD" }).click();
  await expect(page.locator(".head__who").first()).toContainText("Lakeside PD");
  await harbor.getByRole("button", { name: "Choose as host: Harbor City PD" }).click();
  await expect(lakeside.getByText("Chosen")).toHaveCount(0);
  await expect(harbor.getByText("Chosen")).toBeVisible();
  const { bundle } = await saveFile(page);
  const { document } = bundle.documents[0];
  expect(document.host_candidates.map((it: any) => [it.name, it.chosen ?? false])).toEqual(
    expect.arrayContaining([["Lakeside PD", false], ["Harbor City PD", true]]),
  );
  expect(document.organisations.filter((it: any) => it.part === "host")).toHaveLength(2);
});

test("days are proposed, kept free by the host, and chosen", async ({ page }) => {
  await blank(page);
  const options = page.getByRole("group", { name: "Proposed days" });
  const propose = async (first: string, last: string) => {
    await options.getByLabel("From").fill(first);
    await options.getByLabel("To").fill(last);
    await options.getByRole("button", { name: "Propose" }).click();
  };
  await propose("2027-03-09", "2027-03-10");
  await propose("2027-02-02", "2027-02-03");
  await expect(options.getByRole("listitem")).toContainText([/^2–3 February 2027/, /^9–10 March 2027/]);
  await expect(options.getByLabel("From")).toHaveValue("");
  await options.getByRole("checkbox", { name: "The host keeps 9–10 March 2027 free" }).check();
  await options.getByRole("button", { name: "Choose these days: 9–10 March 2027" }).click();
  await expect(page.getByLabel("First day")).toHaveValue("2027-03-09");
  await expect(options.getByRole("listitem").nth(1)).toContainText("Chosen");
  await options.getByRole("button", { name: "Remove 2–3 February 2027" }).click();
  await expectSaved(page);
  await page.reload();
  await expect(options.getByRole("listitem")).toHaveCount(1);
  await expect(options.getByRole("checkbox", { name: "The host keeps 9–10 March 2027 free" })).toBeChecked();
});

test("what was changed since a party agreed is said beside its agreement", async ({ page }) => {
  await blank(page);
  await goTo(page, "Team");
  await addPerson(page, "Riverton PD", { name: "Lt. Ames" });
  await goTo(page, "Overview");
  const agreed = page.getByRole("region", { name: "Agreed" });
  const host = agreed.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Host/ }) });
  await expect(host).toContainText("not yet");
  await page.waitForTimeout(1100); // moments are known to the second
  await host.getByRole("button", { name: /agrees now$/ }).click();
  await expect(host).toContainText(/agreed .*\d\d:\d\d/);
  await host.getByRole("combobox", { name: /^Who agreed/ }).selectOption("Lt. Ames");
  await expect(host.getByText(/since/i)).toHaveCount(0);
  await page.waitForTimeout(1100);
  await page.getByRole("button", { name: "Add an objective" }).click();
  await row(page, "Objective", 1).fill("Learn what storage costs");
  await expect(host).toContainText(/since/i);
  // Of what it did not agree to nothing is said.
  await host.getByRole("checkbox", { name: "Aims" }).or(host.getByRole("checkbox").first()).first().uncheck();
  await expect(host.locator(".note-line")).toHaveCount(0);
  await host.getByRole("button", { name: /agrees again now$/ }).click();
  await expectSaved(page);
});

test("the overview with all of it stands up to every look", async ({ page }) => {
  await blank(page);
  const list = page.getByRole("region", { name: /^Host shortlist/ });
  await list.getByRole("button", { name: "Add a candidate" }).click();
  await page.keyboard.type("The Police Department of the Greater Metropolitan Area of Lakeside and Adjoining Counties");
  await list.getByRole("button", { name: /^Open The Police/ }).click();
  await page.getByText("More on the need").click();
  const options = page.getByRole("group", { name: "Proposed days" });
  await options.getByLabel("From").fill("2027-03-09");
  await options.getByRole("button", { name: "Propose" }).click();
  await page.getByRole("button", { name: /^Host agrees now/ }).click();
  await expectSound(page);
});

test("further goals, what an outcome is measured by, sectors and communities of practice are written down", async ({ page }) => {
  await blank(page);
  await page.getByRole("button", { name: "Add another goal" }).click();
  await page.keyboard.type("Save storage costs");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Answer residents sooner");
  await expect(page.getByRole("textbox", { name: "Goal 3" })).toHaveValue("Answer residents sooner");
  await page.getByRole("button", { name: "Add an outcome" }).click();
  await page.keyboard.type("Fewer complaints");
  const panel = await openPanel(page, "outcome", 1);
  await panel.getByRole("combobox", { name: "Kind of outcome" }).selectOption("New or better practice");
  await panel.getByRole("textbox", { name: /^Measure/ }).fill("Complaints a quarter");
  await panel.getByRole("textbox", { name: /^Before the visit/ }).fill("41 in 2025");
  await panel.getByRole("textbox", { name: /^Target/ }).fill("Fewer than 30 by June");
  await closePanel(page);
  await goTo(page, "Team");
  await page.getByRole("combobox", { name: "Sector of Riverton PD" }).selectOption("Public");
  await addPerson(page, "Riverton PD", { name: "Lt. Ames" });
  await page.getByText("Communities of practice").click();
  await page.getByRole("checkbox", { name: "Crime analysts" }).check();
  const { bundle } = await saveFile(page);
  const { document } = bundle.documents[0] as any;
  expect(document.goals.map((it: any) => it.text).sort()).toEqual(["Answer residents sooner", "Save storage costs"]);
  expect(document.outcomes[0]).toMatchObject({
    kind: "action", measure: "Complaints a quarter", baseline: "41 in 2025", target: "Fewer than 30 by June",
  });
  expect(document.organisations[0]).toMatchObject({ sector: "public" });
  expect(document.people[0]).toMatchObject({ audiences: ["crime-analysts"] });
});

test("days on which the host cannot receive anyone are said, and a visit on them is warned about", async ({ page }) => {
  await openApp(page);
  await newExchange(page, {
    title: "Cameras", host: "Lakeside PD", visitors: [{ name: "Riverton PD" }], first: daysFromNow(40), last: daysFromNow(41),
  });
  await goTo(page, "Preparation");
  const blocked = page.getByRole("group", { name: /^Days the host cannot receive anyone/ });
  await blocked.getByLabel("From").fill(daysFromNow(41));
  await blocked.getByLabel("To").fill(daysFromNow(45));
  await blocked.getByRole("button", { name: "Add these days" }).click();
  await expect(blocked.getByRole("listitem")).toHaveCount(1);
  await goTo(page, "Overview");
  const end = page.getByRole("list", { name: "Loose ends" }).getByRole("listitem").filter({ hasText: "Lakeside PD" });
  await end.getByRole("link").click();
  await blocked.getByRole("button", { name: /^Remove/ }).click();
  await goTo(page, "Overview");
  await expect(end).toHaveCount(0);
});

test("the thread can be read as a list", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { topic: "CompStat", title: "CompStat" });
  const first = page.getByRole("list", { name: "The thread in words" }).getByRole("listitem").first();
  await expect(first).toHaveText(/^1 .*: \d+ questions?, \d+ sessions?, 0 notes, 0 learning points, 0 actions$/);
});
