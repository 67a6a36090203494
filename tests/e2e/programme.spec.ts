// The programme: what each site may use, and what its exchanges use.
import { test, expect, type Page } from "./fixture";
import {
  addPerson, chooseFile, daysFromNow, expectSaved, goHome, goTo, newExchange, openApp, openFile, storage, title,
} from "./app";
import { readBundle, written } from "./bundle";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

type Visitor = { site: "r" | "h" | "l"; travel?: string; role?: string; attends?: string };

// An exchange as another tool would write it: Riverton and Hollis visit Lakeside.
function exchange(id: string, first: string | undefined, hours: number, people: Visitor[], more = {}) {
  return {
    kind: "exchange",
    id,
    document: {
      title: `Visit ${id}`,
      ...(first && { dates: { first, last: first } }),
      ...(hours > 0 && { expert_hours_planned: hours }),
      organisations: [
        { id: "h", name: "Hollis County Prosecutor", kind: "prosecutor", site: "Hollis" },
        { id: "l", name: "Lakeside PD", part: "host", site: "Lakeside" },
        { id: "r", name: "Riverton PD", site: "RIVERTON" },
      ],
      people: people.map(({ site, ...person }, at) => ({ id: `p${at}`, name: `Person ${at}`, organisation: site, ...person })),
      ...more,
    },
  };
}

const file = (documents: object[]) => ({
  name: "visits.json",
  text: JSON.stringify({ type: "peer-exchange-bundle", version: 1, documents }),
});

// Five exchanges: 4 trips of Riverton made, 2 booked, 3 planned; 2 of Hollis; one exchange long ago, one by
// video, and people who never count.
const FIVE = file([
  exchange("a", daysFromNow(-60), 40, [
    { site: "r", travel: "travelled" }, { site: "r", travel: "travelled", role: "lead" }, { site: "h", travel: "travelled" },
    { site: "l", role: "host" }, { site: "r", role: "liaison" },
  ]),
  exchange("b", daysFromNow(-30), 30, [
    { site: "r", travel: "travelled" }, { site: "r", travel: "travelled" }, { site: "r", attends: "virtual" },
  ]),
  exchange("c", daysFromNow(30), 0, [{ site: "r", travel: "booked" }, { site: "r", travel: "booked" }, { site: "h" }]),
  exchange("d", undefined, 0, [{ site: "r" }, { site: "r" }, { site: "r" }]),
  exchange("e", daysFromNow(-2000), 0, [{ site: "r", travel: "travelled" }], { format: "in_person" }),
]);

const toProgramme = async (page: Page, site?: string) => {
  await goHome(page);
  const panel = page.getByRole("region", { name: "Person-trips" });
  await panel.getByRole("link", { name: site ?? "All sites" }).first().click();
  await expect(title(page)).toHaveText(site ?? "Program");
};

async function withFive(page: Page) {
  await openApp(page);
  await openFile(page, FIVE);
  await page.getByRole("button", { name: "Add 5", exact: true }).click();
  await expect(title(page)).toHaveText("Exchanges");
}

const trips = (page: Page) => page.getByRole("main").getByRole("region", { name: "Person-trips", exact: true });

test("person-trips and hours add up over five exchanges of two sites, as far as they are in the engagement", async ({ page }) => {
  await withFive(page);
  await toProgramme(page);
  const rows = page.getByRole("region", { name: /^All sites/ }).getByRole("listitem");
  await expect(rows).toHaveText([
    /Hollis.*1 traveled · 1 planned · 16 left.*2 of 18 person-trips.*70 of 200 expert hours/s,
    /RIVERTON.*5 traveled · 2 booked · 3 planned · 8 left.*10 of 18 person-trips.*70 of 200 expert hours/s,
  ]);
  await page.getByRole("link", { name: "RIVERTON" }).click();
  await expect(trips(page).getByRole("img")).toHaveAccessibleName(
    "Person-trips of RIVERTON: 5 traveled · 2 booked · 3 planned · 8 left",
  );
  const visits = page.getByRole("region", { name: "Visits" }).getByRole("listitem");
  await expect(visits).toHaveCount(5);
  await expect(visits.last()).toContainText("Visit d");

  // The one of long ago is not of this engagement.
  await page.getByRole("button", { name: "Set the figures of RIVERTON" }).click();
  await expect(page.getByRole("heading", { name: "What the site may use" })).toBeFocused();
  // A first day alone begins the usual three years; they are offered again when it moves.
  await page.getByLabel("First day of the engagement").fill(daysFromNow(-400));
  await expect(page.getByLabel("Last day of the engagement")).toHaveValue(/^20\d\d-\d\d-\d\d$/);
  await expect(page.getByRole("button", { name: "Three years from the first day" })).toHaveCount(0);
  await page.getByLabel("First day of the engagement").fill(daysFromNow(-365));
  await page.getByRole("button", { name: "Three years from the first day" }).click();
  await expect(trips(page)).toContainText("4 traveled · 2 booked · 3 planned · 9 left");
  await expect(visits.first()).toContainText("outside the engagement");

  // Too few: said here, on home, and in the team of each exchange; nothing is blocked.
  await page.getByRole("textbox", { name: "Person-trips" }).fill("8");
  const sentence = "RIVERTON uses 9 person-trips and may use 8.";
  await expect(page.getByRole("main").getByText(sentence)).toBeVisible();
  await goHome(page);
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole("link", { name: "Visit c" }).first().click();
  await goTo(page, "Team");
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole("combobox", { name: "Journey of Person 0" }).selectOption("By video");
  await expect(page.getByText(sentence)).toHaveCount(0);
});

test("figures stay, are undone, and are given up and taken up again", async ({ page }) => {
  await openApp(page, "./?screen=settings");
  await page.getByRole("textbox", { name: "My site" }).fill("St. Louis");
  await toProgramme(page, "St. Louis");
  await expect(page.getByText(/^St\. Louis has the usual figures: 18 person-trips and 200 expert hours/)).toBeVisible();
  await page.getByRole("button", { name: "Set the figures of St. Louis" }).click();
  const number = page.getByRole("textbox", { name: "Person-trips" });
  await page.getByRole("button", { name: "Person-trips: one more" }).click();
  await page.getByRole("button", { name: "Expert hours: ten fewer" }).click();
  await page.getByRole("textbox", { name: /^Where these figures come from/ }).fill("Letter of agreement");
  await page.getByRole("textbox", { name: /^Head of the site's reports/ }).fill("Program of St. Louis\nExchange desk");
  await expect(number).toHaveValue("19");
  await expectSaved(page);
  await page.reload();
  await expect(number).toHaveValue("19");
  await expect(page.getByRole("textbox", { name: "Expert hours" })).toHaveValue("190");

  // Undo over the reload, by its name and by the keys.
  await page.getByRole("button", { name: "Undo: The site's program: head of the reports" }).click();
  await expect(page.getByRole("textbox", { name: /^Head of the site's reports/ })).toHaveValue("");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("textbox", { name: /^Where these figures/ })).toHaveValue("");
  await page.keyboard.press("Control+y");
  await expect(page.getByRole("textbox", { name: /^Where these figures/ })).toHaveValue("Letter of agreement");

  await page.getByRole("button", { name: "Back to the usual figures" }).click();
  await expect(page.getByRole("button", { name: "Set the figures of St. Louis" })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(number).toHaveValue("19");
  await page.getByRole("button", { name: "Back to the usual figures" }).click();
  await page.getByRole("button", { name: "Set the figures of St. Louis" }).click();
  await expect(number).toHaveValue("19");
  // It has its own key, and the list of exchanges does not know it.
  await expectSaved(page);
  expect(Object.keys(await storage(page)).filter((key) => key.startsWith("pe1/doc/"))).toEqual(["pe1/doc/programme-st-louis"]);
  await goHome(page);
  await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeVisible();
});

test("a new exchange of this device's organization names its site, and its people count", async ({ page }) => {
  await openApp(page, "./?screen=settings");
  await page.getByRole("textbox", { name: "Your organization" }).fill("Riverton PD");
  await page.getByRole("textbox", { name: "My site" }).fill("Riverton");
  await goHome(page);
  await newExchange(page, { title: "Cameras", host: "Lakeside PD", visitors: [{ name: "Riverton PD" }] });
  await goTo(page, "Team");
  await expect(page.getByRole("textbox", { name: "Site of Riverton PD" })).toHaveValue("Riverton");
  await addPerson(page, "Riverton PD", { name: "Lt. Ames" });
  const panel = page.getByRole("region", { name: "Program" });
  await expect(panel).toContainText("1 planned · 17 left");
  await page.getByRole("combobox", { name: "Journey of Lt. Ames" }).selectOption("Trip booked");
  await expect(panel).toContainText("1 booked · 17 left");
  await panel.getByRole("button", { name: "Expert hours planned for this exchange: five more" }).click();
  await panel.getByRole("link", { name: "Person-trips of Riverton" }).click();
  await expect(page.getByRole("region", { name: "Expert hours" })).toContainText("0 used · 5 planned in all · 195 left");
  await page.getByRole("region", { name: "Visits" }).getByRole("link", { name: "Cameras" }).click();
  await expect(title(page)).toHaveText("Cameras");
});

test("the figures go to another device as a file, meet there, and conflicts are settled", async ({ page, newProfile }) => {
  await openApp(page, "./?screen=settings");
  await page.getByRole("textbox", { name: "My site" }).fill("Riverton");
  await toProgramme(page, "Riverton");
  await page.getByRole("button", { name: "Set the figures of Riverton" }).click();
  await page.getByRole("textbox", { name: "Person-trips" }).fill("20");
  const saved = async (from: Page) => {
    const coming = from.waitForEvent("download");
    await from.getByRole("button", { name: "Save as a file" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^program-riverton-\d{4}-\d{2}-\d{2}\.json$/);
    return download.path();
  };
  const first = await saved(page);
  expect(readBundle(first).documents[0]).toMatchObject({ kind: "programme", id: "programme-riverton", document: { trips: 20 } });

  const there = await newProfile();
  await openApp(there);
  await openFile(there, first);
  await expect(there.getByRole("heading", { name: /^Program of Riverton/ })).toBeVisible();
  await expect(there.getByText("20 person-trips, 200 expert hours.")).toBeVisible();
  await there.getByRole("button", { name: "Add 1", exact: true }).click();
  await expect(title(there)).toHaveText("Riverton");
  await there.getByRole("textbox", { name: "Person-trips" }).fill("24");
  await there.getByRole("textbox", { name: "Expert hours" }).fill("150");
  const second = await saved(there);

  await page.getByRole("textbox", { name: "Person-trips" }).fill("22");
  await expectSaved(page);
  await openFile(page, second);
  await expect(page.getByText("The site's program: person-trips")).toBeVisible();
  await page.getByRole("button", { name: "Merge 1", exact: true }).click();
  await expect(title(page)).toHaveText("Riverton");
  await expect(page.getByRole("textbox", { name: "Expert hours" })).toHaveValue("150");
  await page.getByText("Show it").click();
  await page.getByRole("button", { name: /^Take this.*24|Take this/ }).first().click();
  await expect(page.getByText("Show it")).toHaveCount(0);
  // Taken back as a whole.
  await page.getByRole("button", { name: "Take the file back" }).click();
  await expect(page.getByRole("textbox", { name: "Expert hours" })).toHaveValue("200");
  await expect(page.getByRole("textbox", { name: "Person-trips" })).toHaveValue("22");
});

test("a file with an exchange under the id of a programme leaves that out and says so", async ({ page }) => {
  await openApp(page);
  const foreign = { kind: "exchange", id: "programme-riverton", document: { title: "Not what it seems" } };
  await openFile(page, file([exchange("a", daysFromNow(3), 0, []), foreign]));
  await expect(page.getByText("1 exchange", { exact: true })).toBeVisible();
  await page.getByText(/things? (was|were) not as/).first().click();
  await expect(page.getByText(/^A document whose identifier belongs to another kind/)).toBeVisible();
  await goHome(page);
  await page.getByRole("link", { name: /^Open a file/ }).click();
  await chooseFile(page, file([foreign]));
  await expect(page.getByText(/holds no exchange/)).toBeVisible();
});

test("a copy of everything has the sites too, and without exchanges there is one", async ({ page, newProfile }) => {
  await openApp(page, "./?screen=settings");
  await page.getByRole("textbox", { name: "My site" }).fill("Riverton");
  await toProgramme(page, "Riverton");
  await page.getByRole("button", { name: "Set the figures of Riverton" }).click();
  await page.getByRole("textbox", { name: "Person-trips" }).fill("20");
  await goHome(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy of everything" }).click();
  const path = await (await coming).path();
  const there = await newProfile();
  await openApp(there);
  await openFile(there, path);
  await there.getByRole("button", { name: "Add 1", exact: true }).click();
  await expect(there.getByRole("textbox", { name: "Person-trips" })).toHaveValue("20");
});

test("a site that nobody knows is said, and the screens stand up to every look", async ({ page }) => {
  await openApp(page, "./?screen=programme");
  await expect(page.getByRole("heading", { name: "No site yet" })).toBeVisible();
  await expectSound(page);
  await openApp(page, "./?screen=programme&site=programme-nowhere");
  await expect(title(page)).toHaveText("This site is not known here");
  await expectSound(page);
  await withFive(page);
  await expect(page.getByRole("region", { name: "Person-trips" })).toBeVisible();
  await expectSound(page);
  await toProgramme(page);
  await expectSound(page);
  await page.getByRole("link", { name: "Hollis" }).click();
  await page.getByRole("button", { name: "Set the figures of Hollis" }).click();
  await page.getByRole("textbox", { name: "Person-trips" }).fill("1");
  await page.getByLabel("First day of the engagement").fill(daysFromNow(-365));
  await page.keyboard.press("Escape");
  await expectSound(page);
});
