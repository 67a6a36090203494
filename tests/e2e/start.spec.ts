// What a new exchange can begin from besides a topic: a pasted agenda, or an earlier exchange.
import { test, expect } from "./fixture";
import { addPerson, daysFromNow, goHome, goTo, newExchange, openApp, saveFile, title } from "./app";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const AGENDA = `Draft agenda
Day 1
8:30-9:30 Opening … Lobby
9:30 - 10:30\tTour of the storage\tBasement
- Docks
- Retention
12:00 Lunch
1:00 Meeting with the chief
Day 2 – Thursday
9 am – 10:30 am Policy`;

test("a pasted agenda is read as it stands, kept over a reload, and becomes the agenda", async ({ page }) => {
  await openApp(page, "./?screen=new");
  await page.getByRole("radio", { name: /^Paste an agenda/ }).check();
  await page.getByRole("textbox", { name: /^The agenda, line by line/ }).fill(AGENDA);
  await expect(page.getByRole("status").filter({ hasText: "2 days, 5 sessions" })).toBeVisible();
  await expect(page.getByText("Left out, since it comes before the first time: Draft agenda")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: /^The agenda, line by line/ })).toHaveValue(AGENDA);
  await page.getByRole("button", { name: "Next: organizations" }).click();
  await page.getByRole("button", { name: "Next: dates" }).click();
  await page.getByRole("button", { name: "Next: goal" }).click();
  await page.getByRole("textbox", { name: /^Title/ }).fill("From a letter");
  await page.getByRole("button", { name: "Create the exchange" }).click();
  await expect(title(page)).toHaveText("From a letter");
  const { bundle } = await saveFile(page);
  const sessions = (bundle.documents[0].document as any).sessions;
  const at = (title: string) => sessions.find((it: any) => it.title === title);
  expect(at("Opening")).toMatchObject({ place: "Lobby", slot: { day: 1, start: "08:30", minutes: 60 } });
  expect(at("Tour of the storage")).toMatchObject({ kind: "tour", points: "Docks\nRetention" });
  expect(at("Lunch")).toMatchObject({ kind: "break", slot: { day: 1, start: "12:00", minutes: 60 } });
  expect(at("Meeting with the chief")).toMatchObject({ slot: { day: 1, start: "13:00", minutes: 45 } });
  expect(at("Policy")).toMatchObject({ slot: { day: 2, start: "09:00", minutes: 90 } });
});

test("a new exchange takes over the plan of an earlier one and leaves its people behind", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: "New exchange" }).click();
  await expect(page.getByRole("radio", { name: /^Paste an agenda/ })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Use an earlier plan/ })).toHaveCount(0);
  await goHome(page);
  await newExchange(page, {
    topic: "CompStat", host: "Lakeside PD", visitors: [{ name: "Riverton PD" }],
    first: daysFromNow(20), last: daysFromNow(21), title: "CompStat in Lakeside",
  });
  await goTo(page, "Team");
  await addPerson(page, "Riverton PD", { name: "Lt. Ames" });
  await goHome(page);
  await page.getByRole("link", { name: "New exchange" }).click();
  await page.getByRole("radio", { name: /^Use an earlier plan/ }).check();
  await expect(page.getByRole("combobox", { name: "Begin from" })).toContainText("CompStat in Lakeside");
  await page.getByRole("button", { name: "Next: organizations" }).click();
  await page.getByRole("link", { name: /^Goal/ }).click();
  await expect(page.getByText("If left empty: CompStat in Lakeside")).toBeVisible();
  await page.getByRole("textbox", { name: /^Title/ }).fill("CompStat again");
  await page.getByRole("button", { name: "Create the exchange" }).click();
  await expect(title(page)).toHaveText("CompStat again");
  await goTo(page, "Team");
  await expect(page.getByText("Lt. Ames")).toHaveCount(0);
  const { bundle } = await saveFile(page);
  const { document } = bundle.documents[0] as any;
  expect(document.people ?? []).toHaveLength(0);
  expect(document.topic).toBe("compstat");
  expect(document.sessions.length).toBeGreaterThan(8);
});

test("what a new exchange begins from is gone meanwhile: it is said, and the answers stay", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { topic: "CompStat", title: "CompStat in Lakeside" });
  await goHome(page);
  await page.getByRole("link", { name: "New exchange" }).click();
  await page.getByRole("radio", { name: /^Use an earlier plan/ }).check();
  await page.getByRole("button", { name: "Next: organizations" }).click();
  await page.getByRole("textbox", { name: /^Name of the host/ }).fill("Harbor City PD");
  await goHome(page);
  await page.getByRole("link", { name: "CompStat in Lakeside" }).click();
  await page.getByRole("button", { name: "Delete this exchange" }).click();
  await openApp(page, "./?screen=new&step=goal");
  await page.getByRole("button", { name: "Create the exchange" }).click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.getByRole("link", { name: /^Organizations/ }).click();
  await expect(page.getByRole("textbox", { name: /^Name of the host/ })).toHaveValue("Harbor City PD");
});

test("the first step stands up to every look with an agenda pasted", async ({ page }) => {
  await openApp(page, "./?screen=new");
  await page.getByRole("radio", { name: /^Paste an agenda/ }).check();
  await page.getByRole("textbox", { name: /^The agenda, line by line/ }).fill(AGENDA);
  await page.waitForLoadState("networkidle");
  await expectSound(page);
});
