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


const SIZES = { d: [1180, 820], p: [820, 1180], l: [1366, 768], m: [390, 844] } as const;
async function shoot(page: Page, name: string) {
  for (const [key, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `/tmp/shots/${name}-${key}-${scheme}.png`, fullPage: true });
    }
  }
}
test("shots", async ({ page }) => {
  test.setTimeout(240_000);
  await openApp(page, "./?screen=settings");
  await page.getByRole("textbox", { name: "My site" }).fill("Riverton");
  await shoot(page, "settings");
  await openFile(page, FIVE);
  await page.getByRole("button", { name: "Add 5", exact: true }).click();
  await page.waitForTimeout(1200);
  await page.getByRole("button", { name: "Close this message" }).click();
  await shoot(page, "home");
  await toProgramme(page);
  await shoot(page, "programme");
  await page.getByRole("link", { name: "RIVERTON" }).click();
  await shoot(page, "site-usual");
  await page.getByRole("button", { name: "Set the figures of RIVERTON" }).click();
  await page.getByLabel("First day of the engagement").fill(daysFromNow(-365));
  await page.getByRole("textbox", { name: "Person-trips" }).fill("8");
  await page.getByRole("textbox", { name: /^Where these figures come from/ }).fill("Letter of agreement with the program office, signed by the city manager");
  await page.getByRole("textbox", { name: /^Head of the site's reports/ }).fill("Public Safety Partnership\nCity of Riverton\nExchange desk, desk@riverton.example");
  await shoot(page, "site");
  await goHome(page);
  await page.getByRole("link", { name: "Visit c" }).click();
  await goTo(page, "Team");
  await shoot(page, "team");
  await goHome(page);
  await page.getByRole("link", { name: "New exchange" }).click();
  await page.waitForTimeout(500);
  await shoot(page, "new");
});
