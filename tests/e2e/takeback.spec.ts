// A file that was taken in and is taken back.
import { test, expect, type Page } from "./fixture";
import { agree, expectFolded, expectSaved, goTo, openApp, openBehind, openFile, row, saveFile, takeIn } from "./app";
import { SAMPLE } from "./bundle";

const offer = (page: Page) => page.getByRole("button", { name: "Take the file back" });

// The sample as a colleague changed it on another device.
async function colleaguesFile(page: Page) {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await goTo(page, "Overview");
  await row(page, "Objective", 1).fill("Changed by a colleague");
  return (await saveFile(page)).path;
}

test("a file is taken back, what was written since stays, and other tabs follow", async ({ page, browser }) => {
  const elsewhere = await browser.newContext();
  const file = await colleaguesFile(await elsewhere.newPage());
  await openApp(page);
  await takeIn(page, SAMPLE);
  await goTo(page, "Overview");
  await expect(offer(page)).toHaveCount(0); // an exchange that is new here is deleted instead
  const before = await row(page, "Objective", 1).inputValue();
  const other = await openBehind(page);

  await openFile(page, file);
  await agree(page, "Merge 1");
  await goTo(page, "Overview");
  await expect(row(page, "Objective", 1)).toHaveValue("Changed by a colleague");
  await expect(row(other, "Objective", 1)).toHaveValue("Changed by a colleague");
  await row(page, "Objective", 2).fill("Written after that");
  await row(other, "Objective", 3).fill("Written after that in the other tab");
  await expect(row(page, "Objective", 3)).toHaveValue("Written after that in the other tab");
  await expectSaved(page);
  await offer(page).click();

  for (const tab of [page, other]) {
    await expect(row(tab, "Objective", 1)).toHaveValue(before);
    await expect(row(tab, "Objective", 2)).toHaveValue("Written after that");
    await expect(row(tab, "Objective", 3)).toHaveValue("Written after that in the other tab");
  }
  await expect(offer(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expectSaved(page);
  await expectFolded(page);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(row(tab, "Objective", 1)).toHaveValue(before);
    await expect(row(tab, "Objective", 3)).toHaveValue("Written after that in the other tab");
  }

  await openFile(page, file);
  await agree(page, "Merge 1");
  await goTo(page, "Overview");
  await expect(row(page, "Objective", 1)).toHaveValue("Changed by a colleague");
  await saveFile(page);
  await goTo(page, "Overview");
  await expect(offer(page)).toHaveCount(0); // it was sent on
});
