// The library: searched, looked at by focus area, and taken into exchanges.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test, expect, type Page } from "./fixture";
import { daysFromNow, expectSaved, goHome, goTo, newExchange, openApp, saveFile, title } from "./app";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const read = (path: string) => JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8"));
const TOPICS: { id: string; title: string; days: number; sessions: number; objectives: number }[] =
  read("../../public/library/topics.json").topics;

async function openLibrary(page: Page) {
  await openApp(page);
  await page.getByRole("banner").getByRole("link", { name: "Library" }).click();
  await expect(title(page)).toHaveText("Library");
  await expect(page.getByRole("link", { name: "CompStat", exact: true })).toBeVisible();
}

const search = (page: Page) => page.getByRole("searchbox", { name: "Search the library" });

test("everyday words, unfinished and misspelt ones lead to what is there", async ({ page }) => {
  await openLibrary(page);
  const hits = page.getByRole("region", { name: /hits?$/ });
  await search(page).fill("gang viol");
  await expect(hits.getByRole("link", { name: "Group violence intervention" })).toBeVisible();
  await search(page).fill("familly justise");
  await expect(hits.getByRole("link", { name: "Family justice centers", exact: true })).toBeVisible();
  await search(page).fill("qqqq");
  await expect(page.getByRole("status").filter({ hasText: "Nothing found" })).toBeVisible();
  await search(page).fill("anchorage");
  await hits.getByRole("link").first().click();
  await expect(page.locator("#story-anchorage")).toBeFocused();
});

test("what was found stands in the place of the shelf, and is there again on the way back", async ({ page }) => {
  await openLibrary(page);
  const hits = page.getByRole("region", { name: /hits?$/ });
  const focus = page.getByRole("combobox", { name: "Focus area" });
  await search(page).fill("compstat");
  await expect(hits).toBeVisible();
  await expect(focus).toBeHidden();
  await hits.getByRole("link", { name: "CompStat", exact: true }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await expect(hits).toBeHidden();
  await page.goBack();
  await expect(hits).toBeVisible();
  await expect(search(page)).toHaveValue("compstat");
  // The tab of the shelf on which it was asked shows that shelf.
  await page.getByRole("link", { name: "Topics", exact: true }).click();
  await expect(focus).toBeVisible();
  await expect(search(page)).toHaveValue("");
  await expect(hits).toBeHidden();
  // So does a hit of a topic that is being read.
  await page.getByRole("link", { name: "CompStat", exact: true }).click();
  await search(page).fill("compstat");
  await expect(page.getByRole("article")).toBeHidden();
  await hits.getByRole("link", { name: "CompStat", exact: true }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await search(page).fill("b");
  expect(await hits.getByRole("listitem").count()).toBeGreaterThan(0);
  await expect(hits.getByRole("listitem")).toHaveCount(30);
});

test("the shelves are narrowed by focus area, and each has its own address", async ({ page }) => {
  await openLibrary(page);
  await page.getByRole("combobox", { name: "Focus area" }).selectOption("Federal partnerships");
  await expect(page.getByRole("link", { name: "Crime guns and NIBIN" })).toBeVisible();
  await expect(page.getByRole("link", { name: "CompStat", exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Stories", exact: true }).click();
  await expect(page.getByText("Anchorage, Alaska")).toBeVisible();
  await expect(page.getByText("Amarillo, Texas")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Amarillo, Texas")).toBeVisible();
});

test("a topic is read whole, and a visit is planned from it", async ({ page }) => {
  await openLibrary(page);
  await page.getByRole("link", { name: "Real-time crime centers" }).click();
  const topic = page.getByRole("article");
  await expect(topic.getByRole("heading", { name: "Real-time crime centers" })).toBeVisible();
  for (const part of ["Agenda", "Questions", "People to meet", "People to send", "For the host to do", "Resources"]) {
    await expect(topic.getByRole("heading", { name: part, exact: true })).toBeVisible();
  }
  await topic.getByRole("button", { name: "Plan a visit on this topic" }).click();
  await expect(title(page)).toHaveText(/Who visits whom|organizations/i);
  await page.getByRole("link", { name: /^Topic/ }).click();
  await expect(page.getByRole("radio", { name: /^Real-time crime centers/ })).toBeChecked();
});

test("a recommendation and a principle become an objective and a question of an exchange", async ({ page }) => {
  await openLibrary(page);
  await page.getByRole("link", { name: "Recommendations", exact: true }).click();
  const card = page.getByRole("main").getByRole("listitem").filter({ hasText: "Residents in body-worn camera policy" }).first();
  await card.getByText("Add to an exchange").click();
  await expect(card.getByText("Plan an exchange first")).toBeVisible();
  await goHome(page);
  await newExchange(page, { title: "Cameras" });
  await openApp(page, "./?screen=library&shelf=recommendations");
  await card.getByText("The text of the source").click();
  await expect(card.locator("blockquote")).toContainText("To help promote a culture of transparency and accountability");
  await card.getByText("Add to an exchange").click();
  await card.getByRole("button", { name: "As an objective" }).click();
  await expect(page.getByText("Added to “Cameras”")).toBeVisible();
  await page.getByRole("link", { name: "Principles", exact: true }).click();
  const principle = page.getByRole("main").getByRole("listitem").filter({ hasText: "Build community relationships" }).first();
  await principle.getByText("Add to an exchange").click();
  await principle.getByRole("button", { name: "As a question" }).click();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.locator(":focus")).toHaveValue(/Build community relationships/);
  const { bundle } = await saveFile(page);
  expect(bundle.documents[0].document.objectives).toHaveLength(1);
  expect(bundle.documents[0].document.questions).toHaveLength(1);
});

test("the self-check stays on this device, and the residents' sheet is large", async ({ page }) => {
  await openApp(page, "./?screen=library&shelf=principles");
  const scale = page.getByRole("radiogroup", { name: /^How far it is practiced: Leadership/ });
  await scale.getByRole("radio", { name: "In most places" }).check();
  await page.reload();
  await expect(scale.getByRole("radio", { name: "In most places" })).toBeChecked();
  await page.getByRole("link", { name: "Sheet for residents" }).click();
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("listitem")).toHaveCount(5);
  const size = await sheet.getByRole("listitem").first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  expect(size).toBeGreaterThanOrEqual(24);
});

test("a broken file is named and the rest of the library works", async ({ page, trouble }) => {
  trouble.allow(/not JSON|recommendations|404/);
  await page.route("**/library/recommendations.json", (route) => route.fulfill({ body: "<html>not here</html>" }));
  await openApp(page, "./?screen=library&shelf=recommendations");
  await expect(page.getByRole("alert")).toContainText("library/recommendations.json cannot be read");
  await page.getByRole("link", { name: "Principles", exact: true }).click();
  await expect(page.getByText("Build community relationships")).toBeVisible();
  await search(page).fill("compstat");
  await expect(page.getByRole("region", { name: /hits?$/ }).getByRole("link", { name: "CompStat", exact: true })).toBeVisible();
  await page.unroute("**/library/recommendations.json");
  await page.getByRole("link", { name: "Recommendations", exact: true }).click();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Residents in body-worn camera policy" })).toBeVisible();
});

test("every topic makes a plan that fits its days and is loose only where people are missing", async ({ page }) => {
  await openApp(page);
  for (const topic of TOPICS) {
    const escaped = topic.title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    await newExchange(page, {
      topic: escaped, host: "Lakeside PD", visitors: [{ name: "Riverton PD" }],
      first: daysFromNow(60), last: daysFromNow(60 + topic.days - 1),
    });
    await expect(title(page)).toHaveText(topic.title);
    const ends = page.getByRole("list", { name: "Loose ends" }).getByRole("listitem");
    for (const end of await ends.allInnerTexts()) {
      expect(end, topic.title).toMatch(/visitor from Riverton PD|nobody to ask|partner|resident|drive change/i);
    }
    await goTo(page, "Agenda");
    await expect(page.getByRole("link", { name: /^Agenda/ })).not.toContainText("to look at");
    await goHome(page);
  }
});

test("a topic is found on the way to a new exchange, and Enter does not go on", async ({ page }) => {
  await openApp(page, "./?screen=new");
  const field = page.getByRole("searchbox", { name: "Find a topic" });
  await field.fill("ballistics");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /^CompStat/ })).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /^Crime guns/ })).toBeVisible();
  await page.getByRole("radio", { name: /^Crime guns/ }).check();
  await field.fill("nothing like that at all");
  await expect(page.getByText("No topic fits.")).toBeVisible();
  await field.fill("");
  await expect(page.getByRole("radio", { name: /^Crime guns/ })).toBeChecked();
  await expectSaved(page);
});

for (const shelf of ["topics", "topics&item=crime-guns", "recommendations", "principles", "residents", "stories"]) {
  test(`the library stands up to every look: ${shelf}`, async ({ page }) => {
    await openApp(page, `./?screen=library&shelf=${shelf}`);
    await page.waitForLoadState("networkidle");
    for (const it of await page.locator("details").all()) await it.evaluate((it) => ((it as HTMLDetailsElement).open = true));
    if (shelf === "topics") await search(page).fill("violence");
    await expectSound(page);
  });
}
