// Every screen has an address of its own; whoever comes by keyboard or by "back" finds the way.
import { test, expect, type Page } from "./fixture";
import { chooseSession, expectSaved, goHome, goTo, openApp, row, storedExchange, takeIn, title } from "./app";
import { SAMPLE } from "./bundle";

const DEEP = "/some/deep/folder/";

// What tells a screen from the others.
const LANDMARKS: Record<string, (page: Page) => ReturnType<Page["getByRole"]>> = {
  "?screen=home": (page) => page.getByRole("heading", { level: 1, name: "Exchanges" }),
  "?screen=new&step=topic": (page) => page.getByRole("heading", { level: 1, name: "What do you want to learn about?" }),
  "?screen=new&step=organisations": (page) => page.getByRole("heading", { level: 1, name: "Who visits whom?" }),
  "?screen=new&step=dates": (page) => page.getByRole("heading", { level: 1, name: "When, and how?" }),
  "?screen=new&step=goal": (page) => page.getByRole("heading", { level: 1, name: "What should be different afterwards?" }),
  "?screen=open": (page) => page.getByRole("heading", { level: 1, name: "Open a file" }),
  "?screen=settings": (page) => page.getByRole("heading", { level: 1, name: "Settings" }),
  "?screen=help": (page) => page.getByRole("heading", { level: 1, name: "Help" }),
  "?screen=overview&exchange=ID": (page) => page.getByRole("region", { name: /^Objectives/ }),
  "?screen=team&exchange=ID": (page) => page.getByRole("region", { name: "Riverton Police Department", exact: true }),
  "?screen=questions&exchange=ID": (page) => page.getByRole("region", { name: "Questions for the visit" }),
  "?screen=agenda&exchange=ID": (page) => page.getByRole("group", { name: "Agenda by day" }),
  "?screen=agenda&exchange=ID&at=training": (page) =>
    page.getByRole("complementary", { name: "Session: Training officers and supervisors" }),
  "?screen=notes&exchange=ID": (page) => page.getByRole("region", { name: "New note" }),
  "?screen=assessment&exchange=ID": (page) => page.getByRole("region", { name: "Did the visit meet our objectives?" }),
  "?screen=send&exchange=ID": (page) => page.getByRole("region", { name: "Send this exchange" }),
  "?screen=changes&exchange=ID": (page) => page.getByRole("region", { name: "Changes" }),
  "?screen=changes&exchange=ID&at=sessions%2Ftraining": (page) => page.getByText("Only one record is shown."),
  "?screen=trash&exchange=ID": (page) => page.getByRole("region", { name: "Trash" }),
  "?screen=overview&exchange=nobody-knows": (page) =>
    page.getByRole("heading", { level: 1, name: "This exchange is not here" }),
};

async function withTheSample(page: Page, address: string) {
  await openApp(page, address);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  return new URL(page.url()).searchParams.get("exchange")!;
}

// Every screen with its address below `base`, where the sample is stored.
async function screensBelow(page: Page, base: string) {
  const id = await withTheSample(page, base);
  return Object.entries(LANDMARKS).map(([query, landmark]) => [base + query.replace("ID", id), landmark] as const);
}

test("every screen has an address that survives a reload, in a deep folder", async ({ page, host }) => {
  for (const [address, landmark] of await screensBelow(page, `${await host({ prefix: DEEP })}index.html`)) {
    await page.goto(address);
    await expect(landmark(page), address).toBeVisible();
    await page.reload();
    await expect(landmark(page), `${address} after a reload`).toBeVisible();
    expect(page.url()).toBe(address);
    await expect(page).toHaveTitle(/\S/);
  }
});

test("every screen is found again by back and forward, in a deep folder", async ({ page, host }) => {
  const screens = await screensBelow(page, `${await host({ prefix: DEEP })}index.html`);
  for (const [address, landmark] of screens) {
    await page.goto(address);
    await expect(landmark(page), address).toBeVisible();
  }
  // By the page's own history, as the browser's buttons do: the protocol's commands lose their page when the
  // browser brings it back as it was left.
  const go = async (way: "back" | "forward", [address, landmark]: (typeof screens)[number]) => {
    await page.evaluate((way) => void setTimeout(() => history[way]()), way);
    await expect(page).toHaveURL(address);
    await expect(landmark(page), `${way} to ${address}`).toBeVisible();
  };
  for (const screen of screens.slice(0, -1).reverse()) await go("back", screen);
  for (const screen of screens.slice(1)) await go("forward", screen);
});

test("links change the address within the page, and back and forward follow them", async ({ page, host }) => {
  const base = `${await host({ prefix: DEEP })}index.html`;
  const id = await withTheSample(page, base);
  const loads: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
  });
  const sections = ["Team", "Questions", "Agenda", "Notes", "Assessment", "Overview"] as const;
  for (const section of sections) {
    await goTo(page, section);
    expect(page.url()).toBe(`${base}?screen=${section.toLowerCase()}&exchange=${id}`);
    await expect(title(page)).toBeFocused();
  }
  for (const section of sections.toReversed().slice(1)) {
    await page.goBack();
    await expect(page).toHaveURL(`${base}?screen=${section.toLowerCase()}&exchange=${id}`);
    await expect(LANDMARKS[`?screen=${section.toLowerCase()}&exchange=ID`](page)).toBeVisible();
  }
  await page.goForward();
  await expect(LANDMARKS["?screen=questions&exchange=ID"](page)).toBeVisible();
  expect(loads, "the page must not be loaded anew").toEqual([]);
});

test("an unknown address leads home", async ({ page }) => {
  for (const query of ["?screen=nowhere", "?exchange=x", "?screen=agenda", "?screen=%3Cimg%20src%3Dx%3E"]) {
    await openApp(page, `./${query}`);
    await expect(title(page)).toHaveText("Exchanges");
  }
});

test("the steps of a new exchange keep what was answered over a reload, back and forward", async ({ page }) => {
  await openApp(page, "./?screen=new");
  await page.getByRole("radio", { name: /^CompStat/i }).check();
  await page.getByRole("button", { name: "Next: organizations" }).click();
  await expect(title(page)).toBeFocused();
  await page.getByRole("textbox", { name: /^Name of the host/ }).fill("Lakeside Metropolitan Police");
  await page.reload();
  await expect(page).toHaveURL(/step=organisations/);
  await expect(page.getByRole("textbox", { name: /^Name of the host/ })).toHaveValue("Lakeside Metropolitan Police");
  await page.getByRole("button", { name: "Next: dates" }).click();
  await page.getByLabel("First day").fill("2027-03-02");
  await page.goBack();
  await expect(title(page)).toHaveText("Who visits whom?");
  await page.goBack();
  await expect(page.getByRole("radio", { name: /^CompStat/i })).toBeChecked();
  await page.goForward();
  await page.goForward();
  await expect(page.getByLabel("First day")).toHaveValue("2027-03-02");
  await page.getByRole("list", { name: "Steps" }).getByRole("link", { name: "Goal" }).click();
  await expect(page).toHaveURL(/step=goal/);
  await page.getByRole("button", { name: "Create the exchange" }).click();
  await expect(page.getByText("Lakeside Metropolitan Police").first()).toBeVisible();
  await openApp(page, "./?screen=new&step=organisations");
  await expect(page.getByRole("textbox", { name: /^Name of the host/ })).toHaveValue("");
});

test("the chosen session is in the address, and one step back closes it", async ({ page }) => {
  const id = await withTheSample(page, "./");
  await goTo(page, "Agenda");
  const agenda = page.url();
  await chooseSession(page, "Welcome and introductions");
  await chooseSession(page, "Budget and cost over the years");
  await expect(page).toHaveURL(new RegExp(`exchange=${id}&at=budget$`));
  await page.reload();
  const panel = page.getByRole("complementary", { name: "Session: Budget and cost over the years" });
  await expect(panel).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(agenda);
  await expect(panel).toHaveCount(0);
  await page.goForward();
  await expect(panel).toBeVisible();
  await panel.getByRole("button", { name: "Close the session" }).click();
  await expect(page).toHaveURL(agenda);
  await expect(page.getByRole("link", { name: "Budget and cost over the years" })).toBeFocused();
});

test("an address that names a record puts the focus on it", async ({ page }) => {
  const id = await withTheSample(page, "./");
  for (const [query, name] of [
    ["overview&at=training", "Objective 3"],
    ["questions&at=start-again", "Question 1"],
  ]) {
    const [section, at] = query.split("&at=");
    await openApp(page, `./?screen=${section}&exchange=${id}&at=${at}`);
    await expect(page.getByRole("textbox", { name, exact: true })).toBeFocused();
  }
});

test("the heading of each screen takes the focus after a move to it, and not at the first load", async ({ page }) => {
  await openApp(page);
  await expect(title(page)).not.toBeFocused();
  for (const link of ["Help", "Settings"]) {
    await page.getByRole("banner").getByRole("link", { name: link }).click();
    await expect(title(page)).toHaveText(link);
    await expect(title(page)).toBeFocused();
  }
  await page.goBack();
  await expect(title(page)).toHaveText("Help");
  await expect(title(page)).toBeFocused();
});

test("a heading that is late does not take the focus from a field that is being written in", async ({ page }) => {
  await withTheSample(page, "./");
  await page.evaluate(() => {
    const soon = window.requestAnimationFrame;
    window.requestAnimationFrame = (draw) => soon(() => setTimeout(() => draw(performance.now()), 300));
  });
  await page
    .getByRole("navigation", { name: "Sections of this exchange" })
    .getByRole("link", { name: /^Notes/ })
    .click();
  const note = page.getByRole("textbox", { name: "Note", exact: true });
  await note.click();
  await page.keyboard.type("Docks stand by the lockers.", { delay: 25 });
  await expect(note).toHaveValue("Docks stand by the lockers.");
  await expect(note).toBeFocused();
});

// Presses Tab until an element of that name has the focus.
async function tabTo(page: Page, name: string | RegExp) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const isIt = await expect(focused).toHaveAccessibleName(name, { timeout: 1 }).then(() => true, () => false);
    if (isIt) return;
  }
  throw new Error(`60 presses of Tab did not reach ${name}`);
}

test("by keyboard alone: an exchange is made and its objectives are written", async ({ page }) => {
  await openApp(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, "New exchange");
  await page.keyboard.press("Enter");
  await expect(title(page)).toBeFocused();
  // The topics come a moment after the step; until then "Start from blank" is the only choice.
  await expect(page.getByRole("radio", { name: /^Body-worn cameras/ })).toBeVisible();
  await tabTo(page, /^Start from blank/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Body-worn cameras/ })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: /^Start from blank/ })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Who visits whom?");
  await tabTo(page, /^Name of the host/);
  await page.keyboard.type("Lakeside Metropolitan Police");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("When, and how?");
  await tabTo(page, "Next: goal");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("What should be different afterwards?");
  await tabTo(page, /^Title/);
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("By keyboard");
  await expect(title(page)).toBeFocused();

  await tabTo(page, "Add an objective");
  await page.keyboard.press("Enter");
  for (const [at, text] of ["See the equipment", "Read the policy", "Hear the residents"].entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await expect(row(page, "Objective", at + 1)).toBeFocused();
    await page.keyboard.type(text);
  }
  await test.step("Escape leaves, Backspace takes an empty row away", async () => {
    await page.keyboard.press("Enter");
    await expect(row(page, "Objective", 4)).toBeFocused();
    await page.keyboard.press("Backspace");
    await expect(row(page, "Objective", 4)).toHaveCount(0);
    await expect(row(page, "Objective", 3)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(row(page, "Objective", 3)).not.toBeFocused();
  });
  await expectSaved(page);
  const { objectives } = (await storedExchange(page)).document;
  expect(objectives.filter((objective: any) => objective.text).map((objective: any) => objective.text).sort()).toEqual([
    "Hear the residents",
    "Read the policy",
    "See the equipment",
  ]);
});

test("by keyboard alone: a session is chosen, moved and left", async ({ page }) => {
  await withTheSample(page, "./");
  await goTo(page, "Agenda");
  const link = page.getByRole("link", { name: "Budget and cost over the years" });
  await link.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(link).toBeFocused();
  await expect(page.getByText(/^Budget and cost over the years: now /)).toHaveCount(1);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Session: Budget and cost over the years" });
  await expect(panel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(link).toBeFocused();
});

test("home counts what is late after the visit, as the overview does", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2027-01-15T10:00:00Z"));
  await openApp(page);
  await takeIn(page, SAMPLE);
  const ends = /(\d+) loose ends/;
  const thread = await page.getByText(ends).first().innerText();
  await goHome(page);
  const line = page.getByRole("listitem").filter({ hasText: "objectives rated" });
  await expect(line).toContainText(ends);
  expect((await line.innerText()).match(ends)![1]).toBe(thread.match(ends)![1]);
});
