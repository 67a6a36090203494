// The sample exchange of the first run, and the picture of the year.
import { test, expect } from "./fixture";
import { daysFromNow, expectSaved, goHome, goTo, newExchange, openApp, openFile, saveFile, title } from "./app";
import { expectSound } from "./looks";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const look = "Look around in a sample";

test("the first run offers a sample, which counts for nothing and goes in one tap", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: look }).click();
  await expect(title(page)).toHaveText(/^Sample: body-worn cameras/);
  await expect(page.getByText("It counts for nothing until you change something.")).toBeVisible();
  await goTo(page, "Notes");
  await expect(page.getByRole("navigation", { name: "Sections of this exchange" })).toContainText("22");
  await goTo(page, "Assessment");
  await expect(page.getByRole("radio", { checked: true }).first()).toBeVisible();
  await expectSaved(page);
  await goHome(page);
  await expect(page.getByRole("link", { name: /^Sample: body-worn cameras/ })).toBeVisible();
  await expect(page.getByText("Person-trips")).toHaveCount(0);
  await expect(page.getByText(/Never saved to a file/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sample exchange" })).toBeVisible();
  await page.getByRole("button", { name: "Remove the sample" }).click();
  await expect(page.getByRole("link", { name: look })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: look })).toBeVisible();
});

test("once it is changed the sample is an exchange like any other", async ({ page }) => {
  await openApp(page, "./?screen=sample");
  await expect(title(page)).toHaveText(/^Sample: body-worn cameras/);
  await page.getByRole("textbox", { name: "Title" }).fill("Our own now");
  await expect(page.getByText("It counts for nothing")).toHaveCount(0);
  await expectSaved(page);
  await goHome(page);
  await expect(page.getByRole("heading", { name: "Sample exchange" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Our own now" }).first()).toBeVisible();
});

test("two devices have the same sample, so that its file brings nothing new", async ({ page, browser }) => {
  await openApp(page, "./?screen=sample");
  await expect(title(page)).toHaveText(/^Sample: body-worn cameras/);
  const { path } = await saveFile(page);
  const other = await (await browser.newContext()).newPage();
  await openApp(other, "./?screen=sample");
  await expect(title(other)).toHaveText(/^Sample: body-worn cameras/);
  await openFile(other, path);
  await expect(other.getByText("Same as yours, or older.").first()).toBeVisible();
  await other.context().close();
});

test("a sample that cannot be had is said, and nothing is stored", async ({ page, trouble }) => {
  trouble.allow(/sample|404/);
  await page.route("**/library/sample.json", (route) => route.fulfill({ status: 404, body: "" }));
  await openApp(page);
  await page.getByRole("link", { name: look }).click();
  await expect(page.getByRole("alert")).toContainText("The sample could not be loaded");
  await page.unroute("**/library/sample.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(title(page)).toHaveText(/^Sample: body-worn cameras/);
});

test("from three exchanges on home draws the year, one after the other", async ({ page }) => {
  await openApp(page);
  const year = page.getByRole("region", { name: /^Year \d{4}/ });
  // Two days that lie in one year with today, whatever the season, and one of a later year.
  const sign = new Date().getMonth() < 6 ? 1 : -1;
  for (const [at, days] of [3 * sign, 4 * sign, 400].entries()) {
    await newExchange(page, { title: `Visit ${at + 1}`, first: daysFromNow(days), last: daysFromNow(days) });
    await goHome(page);
    await expect(year).toHaveCount(at < 2 ? 0 : 1);
  }
  await expect(year.getByRole("listitem")).toHaveCount(2);
  await expect(year.getByRole("button", { name: "Earlier year" })).toBeDisabled();
  await year.getByRole("button", { name: "Later year" }).click();
  await expect(year.getByRole("link")).toHaveText(["Visit 3"]);
  await expectSound(page);
  await year.getByRole("link").click();
  await expect(title(page)).toHaveText("Visit 3");
});
