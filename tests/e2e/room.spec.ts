// Room on the device, what leaves it, and what the browser promises.
import { test, expect, type Page } from "./fixture";
import {
  daysFromNow, expectFolded, expectSaved, goHome, goTo, journal, newExchange, openApp, openBehind, row, saveLine,
  storage, takeIn, title,
} from "./app";
import { changedSample, readBundle, SAMPLE, written } from "./bundle";
import { expectSound } from "./looks";

const put = (page: Page, key: string, text: string) =>
  page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);

const openSettings = (page: Page) => openApp(page, "./?screen=settings");

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function savedBy(page: Page, press: () => Promise<void>) {
  const coming = page.waitForEvent("download");
  await press();
  const download = await coming;
  return { path: await download.path(), name: download.suggestedFilename() };
}

// An exchange whose visit was last week.
async function finishedExchange(page: Page, name: string) {
  await openApp(page);
  await newExchange(page, {
    title: name, host: "Lakeside", visitors: [{ name: "Riverton PD" }], first: daysFromNow(-9), last: daysFromNow(-8),
  });
  await expectSaved(page);
}

// Fills the storage to so many per cent of what browsers allow.
const fillTo = (page: Page, percent: number) =>
  page.evaluate((percent) => {
    localStorage.removeItem("pe1/filler");
    const used = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    localStorage.setItem("pe1/filler", "x".repeat(Math.ceil((5_242_880 * percent) / 100) - used - 10));
  }, percent);

test("home says from 70% on that storage fills up, and warns from 90% on", async ({ page }) => {
  await finishedExchange(page, "Cameras");
  await goHome(page);
  const filling = panel(page, "Your data").getByText("The storage fills up.");
  const warning = page.getByText(/^\d+% of the storage is used\. Make room/);
  await expect(filling).toHaveCount(0);
  await fillTo(page, 71);
  await openApp(page);
  await expect(filling).toBeVisible();
  await expect(warning).toHaveCount(0);
  await fillTo(page, 92);
  await openApp(page);
  await expect(warning).toHaveText(/^92%/);
  await expectSound(page);
  await page.getByRole("main").getByRole("link", { name: "Make room" }).first().click();
  await expect(page.getByRole("heading", { name: "Room on this device" })).toBeVisible();
  await expect(panel(page, "Room on this device").getByText(/\(92%\)$/)).toBeVisible();
});

test("a file that would be too large to be opened again is not made of all exchanges", async ({ page }) => {
  await openApp(page);
  for (const id of ["one", "two"]) {
    const notes = Array.from({ length: 10_500 }, (_, at) => ({ id: `n${at + 10_000}`, text: "x" }));
    const stamps = Object.fromEntries(notes.map((note, at) => [note.id, ["r", at + 2]]));
    const many = written(changedSample((bundle) => {
      const document = { title: id, notes };
      bundle.documents = [{ kind: "exchange", id, document, history: { seen: { r: 20_000 }, stamps: { title: ["r", 1], notes: stamps } } }];
    }));
    await takeIn(page, { name: `${id}.json`, text: many });
    await expectFolded(page);
  }
  await goHome(page);
  let downloads = 0;
  page.on("download", () => downloads++);
  await panel(page, "Your data").getByRole("button", { name: "Save a copy of everything" }).click();
  await expect(page.getByText("All exchanges together are more than one file can hold")).toBeVisible();
  await openSettings(page);
  await panel(page, "Hand over this device").getByRole("button", { name: "Save everything and go on" }).click();
  await expect(page.getByText("All exchanges together are more than one file can hold")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove everything from this device" })).toHaveCount(0);
  expect(downloads).toBe(0);
});

test("older texts can be removed", async ({ page }) => {
  await finishedExchange(page, "Cameras");
  await openApp(page, page.url());
  await goTo(page, "Overview");
  await page.getByRole("textbox", { name: "Goal", exact: true }).fill("Another goal");
  await expectSaved(page);
  const older = async () => Object.keys(await storage(page)).filter((key) => key.startsWith("pe1/was/")).length;
  await expect.poll(older).toBe(1);
  await openSettings(page);
  // Opening it found the newer text whole, so the older one went by itself; another tab's would not.
  const stored = await storage(page);
  const [key, text] = Object.entries(stored).find(([key]) => key.startsWith("pe1/doc/"))!;
  await put(page, key.replace("/doc/", "/was/"), text);
  await page.getByRole("textbox", { name: "Your name" }).fill("J. Rivera");
  await goHome(page);
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Remove older texts" }).click();
  await expect(page.getByText(/^Older texts removed: \d+ kB are free again$/)).toBeVisible();
  expect(await older()).toBe(0);
  expect((await storage(page))[key]).toBe(text);
});

test("a finished exchange goes into a file, leaves a line at home, and comes back with the file", async ({ page }) => {
  await finishedExchange(page, "Cameras in Lakeside");
  const other = await openBehind(page);
  await goHome(page);
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  const room = panel(page, "Room on this device");
  const file = await savedBy(page, () => room.getByRole("button", { name: "Archive to a file: Cameras in Lakeside" }).click());
  await expect(room.getByText(`The browser was given ${file.name}.`, { exact: false })).toBeFocused();
  expect(Object.keys(await storage(page)).filter((key) => key.startsWith("pe1/doc/"))).toHaveLength(1);
  await expectSound(page);

  await test.step("not while the file lacks something", async () => {
    await goTo(other, "Overview");
    await other.getByRole("textbox", { name: "Goal", exact: true }).fill("Written in another tab");
    await expectSaved(other);
    await expect.poll(async () => {
      await room.getByRole("button", { name: "Take it off this device" }).click();
      return room.getByText("The exchange was changed after the file was saved.").count();
    }).toBe(1);
  });
  const again = await savedBy(page, () => room.getByRole("button", { name: "Save it again" }).click());
  expect(readBundle(again.path).documents[0].document.goal).toBe("Written in another tab");
  await room.getByRole("button", { name: "Take it off this device" }).click();
  await expect(page.getByText("Archived: Cameras in Lakeside")).toBeVisible();
  const left = Object.keys(await storage(page)).filter((key) => !/^pe1\/(device|draft|index)$/.test(key));
  expect((await storage(page))["pe1/index"]).not.toContain("Lakeside");
  expect(left).toEqual([expect.stringMatching(/^pe1\/stub\//)]);

  await test.step("the other tab says that it is gone", async () => {
    await expect(title(other)).toHaveText("This exchange is not here");
    await other.close();
  });
  await test.step("it stays away, and home names the file", async () => {
    await openApp(page);
    await expect(page.getByRole("heading", { name: "Archived to a file" })).toBeVisible();
    await expect(page.getByText(again.name, { exact: false })).toBeVisible();
    await expect(page.getByRole("link", { name: "Cameras in Lakeside" })).toHaveCount(0);
    await expectSound(page);
  });
  await test.step("the line can be removed, and put back", async () => {
    await page.getByRole("button", { name: "Remove from this list: Cameras in Lakeside" }).click();
    await expect(page.getByRole("heading", { name: "Archived to a file" })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { name: "Archived to a file" })).toBeVisible();
  });
  await test.step("the file brings it back", async () => {
    await takeIn(page, again.path);
    await expectSaved(page);
    await goHome(page);
    await expect(page.getByRole("link", { name: "Cameras in Lakeside" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Archived to a file" })).toHaveCount(0);
    await expect.poll(async () => Object.keys(await storage(page)).some((key) => key.startsWith("pe1/stub/"))).toBe(false);
  });
});

test("the trash is emptied after it was asked, and stays empty", async ({ page }) => {
  await finishedExchange(page, "Cameras");
  await goTo(page, "Overview");
  await page.getByRole("button", { name: "Delete this exchange" }).click();
  await expect(title(page)).toHaveText("Exchanges");
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  const room = panel(page, "Room on this device");
  await room.getByRole("button", { name: "Empty the trash" }).click();
  await expectSound(page);
  await room.getByRole("button", { name: "Cancel" }).click();
  await expect(room.getByRole("button", { name: "Empty the trash" })).toBeFocused();
  await room.getByRole("button", { name: "Empty the trash" }).click();
  const file = await savedBy(page, () => room.getByRole("button", { name: "Save it to a file first" }).click());
  expect(readBundle(file.path).documents).toHaveLength(1);
  await room.getByRole("button", { name: "Empty it now" }).click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  const documents = async () => Object.keys(await storage(page)).filter((key) => /^pe1\/(doc|tail|was)\//.test(key));
  expect(await documents()).toEqual([]);
  await openSettings(page);
  await expect(panel(page, "Room on this device")).toBeVisible();
  await expect(room.getByRole("button", { name: "Empty the trash" })).toHaveCount(0);
  expect(await documents()).toEqual([]);
});

test("the page may be left as soon as the trash is empty: nothing comes back out of the journal", async ({ page }) => {
  await finishedExchange(page, "Cameras");
  await goTo(page, "Overview");
  await page.getByRole("button", { name: "Delete this exchange" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  const room = panel(page, "Room on this device");
  await room.getByRole("button", { name: "Empty the trash" }).click();
  // As if the page were left before the journal has answered what is in it.
  await page.evaluate(() => {
    IDBObjectStore.prototype.getAllKeys = () => ({}) as IDBRequest<IDBValidKey[]>;
  });
  await room.getByRole("button", { name: "Empty it now" }).click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await openSettings(page);
  await expect(room).toBeVisible();
  await expect(page.getByText("0 exchanges are here")).toBeVisible();
  await expect(room.getByRole("button", { name: "Empty the trash" })).toHaveCount(0);
});

test("the browser is asked to keep the data", async ({ page }) => {
  await page.addInitScript(() => {
    let isKept = false;
    navigator.storage.persisted = async () => isKept;
    navigator.storage.persist = async () => (isKept = true);
  });
  await openSettings(page);
  const keeping = panel(page, "Kept by this browser");
  await expect(keeping.getByRole("status")).toHaveText(/^The browser may clear/);
  await keeping.getByRole("button", { name: "Ask it to keep it" }).click();
  await expect(keeping.getByRole("status")).toHaveText(/^The browser promised/);
  await goHome(page);
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  await expect(keeping.getByRole("status")).toHaveText(/^The browser promised/);
  await expect(keeping.getByRole("button")).toHaveCount(0);
});

test("a browser that never answers holds nothing up", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.persist = () => new Promise(() => {});
  });
  await openSettings(page);
  const keeping = panel(page, "Kept by this browser");
  await keeping.getByRole("button", { name: "Ask it to keep it" }).click();
  await expect(keeping.getByRole("status")).toHaveText(/^The browser was asked/);
  await goHome(page);
});

test("a device is handed over: all of this app leaves it, nothing else, and no other tab brings it back", async ({ page }) => {
  await openApp(page);
  await put(page, "theme of another program", "dark");
  await page.evaluate(async () => {
    await caches.open("pe1-shell");
    await caches.open("another program's");
  });
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const other = await openBehind(page);
  await goTo(other, "Overview");
  await openSettings(page);
  const handing = panel(page, "Hand over this device");
  const file = await savedBy(page, () => handing.getByRole("button", { name: "Save everything and go on" }).click());
  expect(readBundle(file.path).documents).toHaveLength(1);
  await expectSound(page);
  // What is typed elsewhere meanwhile is in the way, until it is in the file too.
  await row(other, "Objective", 1).fill("Typed in another tab");
  await expectSaved(other);
  await expect.poll(async () => {
    await handing.getByRole("button", { name: "Remove everything from this device" }).click();
    return handing.getByRole("button", { name: "Save it again" }).count();
  }).toBe(1);
  await savedBy(page, () => handing.getByRole("button", { name: "Save it again" }).click());
  await handing.getByRole("button", { name: "Remove everything from this device" }).click();

  for (const tab of [page, other]) {
    await expect(tab.getByRole("heading", { name: "Learn from another agency" })).toBeVisible();
  }
  await other.close({ runBeforeUnload: true });
  await openApp(page);
  await expect(page.getByRole("heading", { name: "Learn from another agency" })).toBeVisible();
  expect(await storage(page)).toEqual({ "theme of another program": "dark" });
  expect(await page.evaluate(() => caches.keys())).toEqual(["another program's"]);
  expect(await journal(page)).toEqual([]);
});

test("without storage the browser asks before unsaved work is left", async ({ page, trouble }) => {
  trouble.allow(/the journal cannot be used/);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "indexedDB"]) Object.defineProperty(window, name, { get: () => null });
  });
  await openApp(page);
  let asked = 0;
  page.on("dialog", async (dialog) => {
    expect(dialog.type()).toBe("beforeunload");
    asked += 1;
    await dialog.dismiss();
  });
  await test.step("not while nothing was written", async () => {
    await page.reload();
    await openApp(page);
    expect(asked).toBe(0);
  });
  await newExchange(page, { title: "In memory" });
  await expect(saveLine(page)).toContainText("Not stored");
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toBe(1);
  await expect(page.getByRole("heading", { name: "Thread" })).toBeVisible();
  await test.step("not once it is in a file", async () => {
    await savedBy(page, () => page.getByRole("button", { name: "Save a copy of everything" }).click());
    await page.evaluate(() => location.reload());
    await expect(title(page)).toHaveText("This exchange is not here");
    expect(asked).toBe(1);
  });
});
