// What the agency that hosts the page sets for everybody.
import { test, expect, type Page } from "./fixture";
import { daysFromNow, expectSaved, goHome, goToSend, newExchange, openApp, takeIn, title } from "./app";
import { SAMPLE } from "./bundle";

const says = (page: Page, text: string) => page.route("**/agency.json", (route) => route.fulfill({ body: text }));

test("the page as it is published says nothing, and asks nobody else", async ({ page }) => {
  await openApp(page, "./?screen=settings");
  await expect(page.getByRole("heading", { name: "You", exact: true }).or(title(page)).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Your agency" })).toHaveCount(0);
});

test("contact, marking, pass phrase and retention are said where they matter, also without a network", async ({ page, trouble }) => {
  await says(
    page,
    JSON.stringify({
      contact: "Exchange desk, desk@agency.example", marking: "FOUO", requires_pass_phrase: true, keep_days: 30,
    }),
  );
  await openApp(page, "./?screen=help");
  await expect(page.getByText("Whom to ask: Exchange desk, desk@agency.example")).toBeVisible();
  await goHome(page);
  await newExchange(page, { title: "Marked", first: daysFromNow(-62), last: daysFromNow(-61) });
  await expect(page.getByRole("textbox", { name: "Marking" })).toHaveValue("FOUO");
  await expect(page.getByText(/^Your agency keeps exchanges for 30 days after the visit/)).toBeVisible();
  await goToSend(page);
  await expect(page.getByText(/^Your agency asks that files be protected by a pass phrase/)).toBeVisible();
  await expectSaved(page);

  // Without the file, or with the page of a network that wants people to sign in, it still holds.
  for (const answer of [{ status: 404 }, { body: "<html>Sign in to the network</html>" }]) {
    trouble.allow(/404/);
    await page.unroute("**/agency.json");
    await page.route("**/agency.json", (route) => route.fulfill(answer));
    const asked = page.waitForResponse("**/agency.json");
    await openApp(page, "./?screen=settings");
    await (await asked).finished();
    await expect(page.getByRole("region", { name: "Your agency" })).toContainText("30 days after the visit");
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
});

test("an exchange within its days is not spoken of", async ({ page }) => {
  await says(page, JSON.stringify({ marking: "FOUO", keep_days: 36500 }));
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expect(page.getByText(/^Your agency keeps exchanges/)).toHaveCount(0);
});
