// What is stored, and what is said and kept where it cannot be.
import { readFileSync } from "node:fs";
import { test, expect, type Page } from "./fixture";
import {
  expectFolded, expectSaved, goHome, goTo, journal, newExchange, openApp, openBehind, row, saveFile, saveLine, sayWho,
  storage, storedExchange, takeIn, title,
} from "./app";
import { SAMPLE } from "./bundle";

const FULL = "Storage is full: kept in reserve";
const LATE = "Saved; a crash could cost the last seconds";
const BLOCKED = "Not stored by this browser: save to a file before you leave";

const put = (page: Page, key: string, text: string) =>
  page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);

async function closeAsAPerson(page: Page) {
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
}

test("two tabs that change the same exchange at once keep all edits after both have closed", async ({ page, context }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const address = page.url();
  const other = await context.newPage();
  await openApp(other, address);

  const type = async (tab: Page, kind: string, number: number, text: string) => {
    const field = row(tab, kind, number);
    await field.focus();
    await field.press("ControlOrMeta+a");
    await field.pressSequentially(text, { delay: 15 });
  };
  // Different records.
  await Promise.all([
    type(page, "Objective", 1, "Written in the first tab"),
    type(other, "Outcome", 1, "Written in the second tab"),
  ]);
  // The same record.
  const details = (tab: Page) => tab.getByRole("button", { name: "Open the details of resource 1", exact: true });
  const address1 = (tab: Page) => tab.locator("#record-panel").getByRole("textbox", { name: "Address" });
  await details(other).click();
  await address1(other).fill("");
  await Promise.all([
    type(page, "Resource", 1, "A title of the first tab"),
    address1(other).pressSequentially("https://example.org/second-tab", { delay: 15 }),
  ]);
  // A new record in each.
  await page.getByRole("button", { name: "Add an objective" }).click();
  await other.getByRole("button", { name: "Add an outcome" }).click();
  await Promise.all([
    page.keyboard.type("Added in the first tab", { delay: 15 }),
    other.keyboard.type("Added in the second tab", { delay: 15 }),
  ]);
  await Promise.all([expectSaved(page), expectSaved(other)]);
  await closeAsAPerson(page);
  await closeAsAPerson(other);

  const later = await context.newPage();
  await openApp(later, address);
  await expect(row(later, "Objective", 1)).toHaveValue("Written in the first tab");
  await expect(row(later, "Outcome", 1)).toHaveValue("Written in the second tab");
  await expect(row(later, "Resource", 1)).toHaveValue("A title of the first tab");
  await details(later).click();
  await expect(address1(later)).toHaveValue("https://example.org/second-tab");
  await expect(row(later, "Objective", 6)).toHaveValue("Added in the first tab");
  await expect(row(later, "Outcome", 7)).toHaveValue("Added in the second tab");
});

test("what one tab writes appears in the other", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const other = await openBehind(page);
  await row(page, "Objective", 2).fill("Seen in both tabs");
  await expect(row(other, "Objective", 2)).toHaveValue("Seen in both tabs");
});

test("a value written in two tabs that could not hear each other keeps both versions", async ({ page, context }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const deaf = await context.newPage();
  await deaf.addInitScript(() => {
    addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
    delete (window as any).BroadcastChannel;
  });
  await openApp(deaf, page.url());
  const goal = (tab: Page) => tab.getByRole("textbox", { name: "Goal", exact: true });
  await goal(page).fill("The goal of the first tab");
  await expectSaved(page);
  await expect(goal(deaf)).toHaveValue("Decide which camera we buy, and who may watch what.");
  await goal(deaf).fill("The goal of the second tab");
  await expectSaved(deaf);
  await closeAsAPerson(page);
  await closeAsAPerson(deaf);

  const later = await context.newPage();
  await openApp(later);
  await expectSaved(later);
  const [text] = Object.entries(await storage(later)).filter(([key]) => key.startsWith("pe1/doc/")).map((it) => it[1]);
  const { document, history } = JSON.parse(text);
  const apart = history.apart.goal.map((sibling: any) => sibling.value);
  expect([document.goal, ...apart].sort()).toEqual(["The goal of the first tab", "The goal of the second tab"]);
  await later.getByRole("link", { name: "Cameras: Riverton visits Lakeside" }).click();
  await goTo(later, "Overview"); // where the link leads depends on how far away the visit is
  await expect(later.getByText("1 value was changed on two sides.")).toBeVisible();
  await later.getByText("Show it", { exact: true }).click();
  const settle = later.getByRole("region", { name: "Changed on two sides" });
  await settle.getByRole("button", { name: /^Keep both texts/ }).click();
  await expect(goal(later)).toHaveValue(/The goal of the first tab/);
  await expect(goal(later)).toHaveValue(/The goal of the second tab/);
  await expect(settle).toHaveCount(0);
});

test("an edit is stored when the tab is closed right after the last keystroke", async ({ page, context }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const address = page.url();
  await row(page, "Objective", 3).fill("Typed, and gone");
  await closeAsAPerson(page);
  const later = await context.newPage();
  await openApp(later, address);
  await expect(row(later, "Objective", 3)).toHaveValue("Typed, and gone");
});

// Takes up all the room that the origin has left.
const fillStorage = (page: Page) =>
  page.evaluate(() => {
    let filler = "";
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) {
          localStorage.setItem("pe1/filler", filler + "x".repeat(size));
          filler += "x".repeat(size);
        }
      } catch {
        // Half as much may still fit.
      }
    }
  });

// How long after the next edit the line says something, by the page's own clock.
const timeUntilSaid = (page: Page, text: string) =>
  page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        let from = 0;
        addEventListener("input", () => (from ||= performance.now()), true);
        const look = () => {
          const line = document.querySelector("header p")?.textContent ?? "";
          if (from > 0 && line.includes(text)) done(performance.now() - from);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    text,
  );

test("full storage: the line says so, the edit stays in the page, the file can still be saved", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const before = await storedExchange(page);
  await fillStorage(page);
  const text = "An objective that is much longer than the one before, ".repeat(20);
  const after = timeUntilSaid(page, FULL);
  await row(page, "Objective", 1).fill(text);
  await expect(saveLine(page)).toHaveText(FULL);
  console.log(`full storage was said after ${(await after).toFixed(0)} ms`);
  await expect(page.getByRole("status").filter({ hasText: FULL })).toHaveCount(1);
  const banner = page.getByRole("region", { name: "Storage" });
  await expect(banner).toContainText("What you write is kept in reserve and will be here again");
  await expect(banner.getByRole("link", { name: "Make room" })).toBeVisible();
  const coming = page.waitForEvent("download");
  await banner.getByRole("button", { name: "Save a copy of everything" }).click();
  expect(readFileSync(await (await coming).path(), "utf8")).toContain(text);
  expect(await storedExchange(page)).toEqual(before);

  await goTo(page, "Team");
  await goTo(page, "Overview");
  await expect(row(page, "Objective", 1)).toHaveValue(text);
  const { bundle } = await saveFile(page);
  expect(bundle.documents[0].document.objectives.map((objective: any) => objective.text)).toContain(text);
  await expect(saveLine(page)).toHaveText(FULL);

  await test.step("and once there is room again, everything is stored", async () => {
    await page.evaluate(() => localStorage.removeItem("pe1/filler"));
    await goTo(page, "Overview");
    await row(page, "Objective", 2).fill("Stored again");
    await expectSaved(page);
    await expect(banner).toHaveCount(0);
    const texts = (await storedExchange(page)).document.objectives.map((objective: any) => objective.text);
    expect(texts).toEqual(expect.arrayContaining([text, "Stored again"]));
  });
});

// As if the app had been closed for longer than the journal keeps what is stored.
const emptyJournal = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("pe1");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const emptying = opening.result.transaction("journal", "readwrite");
          emptying.objectStore("journal").clear();
          emptying.oncomplete = resolve;
          emptying.onabort = reject;
        };
      }),
  );

async function storedKey(page: Page, prefix: string) {
  await expectFolded(page);
  return Object.entries(await storage(page)).find(([key]) => key.startsWith(prefix))!;
}

const NOT_READ = /^(A text|\d texts) stored on this device cannot be read\. (It was|They were) set aside\.$/;

test("a damaged text is said, set aside, never written over, and can be saved and removed", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const [key, whole] = await storedKey(page, "pe1/doc/");
  const damaged = whole.slice(0, whole.length - 200).replace("Docks", "D\u0000cks");
  await goHome(page);
  await newExchange(page, { title: "The other one" });
  await expectSaved(page);
  await expectFolded(page);
  await emptyJournal(page);
  await put(page, key, damaged);

  await openApp(page);
  await expect(page.getByText(NOT_READ)).toBeVisible();
  await expect(page.getByRole("link", { name: "Cameras: Riverton visits Lakeside" })).toHaveCount(0);
  await page.getByRole("link", { name: "The other one" }).click();
  await page.getByRole("textbox", { name: "Goal", exact: true }).fill("Goes on");
  await expectSaved(page);
  const aside = key.replace("/doc/", "/quarantine/") + "/1";
  expect((await storage(page))[aside]).toBe(damaged);

  await goHome(page);
  await page.getByRole("main").getByRole("link", { name: "Look" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save its text/ }).click();
  expect(readFileSync(await (await coming).path(), "utf8")).toBe(damaged);

  await test.step("the exchange comes back from a colleague's file beside it", async () => {
    await takeIn(page, SAMPLE);
    await expectSaved(page);
    expect((await storage(page))[aside]).toBe(damaged);
  });
  await openApp(page, "./?screen=settings");
  await page.getByRole("button", { name: /^Remove its text/ }).click();
  await expect(page.getByRole("button", { name: /^Save its text/ })).toHaveCount(0);
  expect(Object.keys(await storage(page))).not.toContain(aside);
});

test("a damaged text of an exchange that was changed: the one before it is opened", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  await expectFolded(page);
  await openApp(page, page.url());
  const before = await row(page, "Objective", 1).inputValue();
  await row(page, "Objective", 1).fill("Changed since");
  await expectSaved(page);
  const [key, whole] = await storedKey(page, "pe1/doc/");
  expect(Object.keys(await storage(page))).toContain(key.replace("/doc/", "/was/"));
  await emptyJournal(page);
  await put(page, key, whole.slice(1));

  await openApp(page, page.url());
  await expect(row(page, "Objective", 1)).toHaveValue(before);
  await goHome(page);
  await expect(page.getByText(NOT_READ)).toBeVisible();
  expect((await storage(page))[key.replace("/doc/", "/quarantine/") + "/1"]).toBe(whole.slice(1));
});

test("a damaged or missing text is made whole by the journal", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await row(page, "Objective", 1).fill("A moment ago");
  await expectSaved(page);
  const [key] = await storedKey(page, "pe1/doc/");
  for (const damage of ["{", null]) {
    await page.evaluate(
      ([key, text]) => (text === null ? localStorage.removeItem(key!) : localStorage.setItem(key!, text!)),
      [key, damage],
    );
    await openApp(page, page.url());
    await expect(row(page, "Objective", 1)).toHaveValue("A moment ago");
    await expectFolded(page);
  }
});

for (const [what, text] of [
  ["no JSON", "once upon a time"],
  ["nothing", ""],
  ["a list", "[]"],
  ["another's", '{"version":1,"kind":"exchange","id":"other","document":{},"history":{}}'],
  ["a newer version's", '{"version":99,"kind":"exchange","id":"k3f9","document":{"title":"Later"}}'],
] as const) {
  test(`a stored text that is ${what} is said and kept`, async ({ page }) => {
    await openApp(page);
    await put(page, "pe1/doc/k3f9", text);
    await openApp(page);
    await expect(page.getByText(NOT_READ)).toBeVisible();
    await takeIn(page, SAMPLE);
    await expectSaved(page);
    const place = what === "a newer version's" ? "pe1/doc/k3f9" : "pe1/quarantine/k3f9/1";
    expect((await storage(page))[place]).toBe(text);
  });
}

test("damaged settings cost only themselves", async ({ page }) => {
  await openApp(page);
  await put(page, "pe1/device", '{"author": "J. Rivera", "theme": 7, "saved_to_file": "no"}');
  await put(page, "pe1/draft", "{");
  await openApp(page, "./?screen=settings");
  await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue("J. Rivera");
});

test("keys of others on the same origin give one plain warning", async ({ page }) => {
  await openApp(page);
  await expect(page.getByText(/Other pages on this web address/)).toHaveCount(0);
  await put(page, "theme", "dark");
  await put(page, "another program's token", "secret");
  await openApp(page);
  await expect(page.getByText(/^Other pages on this web address keep data in the same browser/)).toHaveCount(1);
  await expect(page.getByRole("alert")).toHaveCount(0);
  const stored = await storage(page);
  expect(stored).toEqual({ theme: "dark", "another program's token": "secret" });
});

const blocks: Record<string, () => void> = {
  "throws when it is asked for": () => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  },
  "is not there": () => Object.defineProperty(window, "localStorage", { get: () => null }),
  "throws when it is read": () => {
    Storage.prototype.getItem = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  },
};
for (const [how, block] of Object.entries(blocks)) {
  test(`where local storage ${how}, the app works in memory and says so`, async ({ page }) => {
    await page.addInitScript(block);
    await openApp(page);
    await expect(saveLine(page)).toHaveText(BLOCKED);
    await sayWho(page, "J. Rivera", "Riverton PD");
    await newExchange(page, { topic: "Body-worn cameras", host: "Lakeside", title: "In memory" });
    await row(page, "Objective", 1).fill("Kept for as long as the page is open");
    await goHome(page);
    await page.getByRole("link", { name: "In memory" }).click();
    await expect(row(page, "Objective", 1)).toHaveValue("Kept for as long as the page is open");
    await expect(saveLine(page)).toHaveText(BLOCKED);
    const { bundle } = await saveFile(page);
    expect(bundle.documents[0].document.title).toBe("In memory");
    await expect(title(page)).toHaveText("In memory");
  });
}

test("full storage: what was typed is there after the page was closed", async ({ page, context }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await goTo(page, "Overview");
  await expectSaved(page);
  await fillStorage(page);
  const text = "An objective that is much longer than the one before, ".repeat(20);
  await row(page, "Objective", 1).fill(text);
  await expect(saveLine(page)).toHaveText(FULL);
  const address = page.url();
  await closeAsAPerson(page);

  const later = await context.newPage();
  await openApp(later, address);
  await expect(row(later, "Objective", 1)).toHaveValue(text);
  await expect(saveLine(later)).toHaveText(FULL);
  await later.evaluate(() => localStorage.removeItem("pe1/filler"));
  await row(later, "Objective", 2).fill("Stored again");
  await expectSaved(later);
  const texts = (await storedExchange(later)).document.objectives.map((objective: any) => objective.text);
  expect(texts).toEqual(expect.arrayContaining([text, "Stored again"]));
});

test("while one exchange is refused, storing another one does not say that all is saved", async ({ page }) => {
  await openApp(page);
  await newExchange(page, { title: "A small one" });
  await expectFolded(page);
  await takeIn(page, SAMPLE);
  await expectFolded(page);
  await fillStorage(page);
  await page.evaluate(() => localStorage.setItem("pe1/filler", localStorage.getItem("pe1/filler")!.slice(8_000)));
  await row(page, "Objective", 1).fill("Far longer than the room that is left. ".repeat(400));
  await expect(saveLine(page)).toHaveText(FULL);
  await goHome(page);
  await page.getByRole("link", { name: "A small one" }).click();
  await saveLine(page).evaluate((line) => {
    const said = ((window as any).said = [] as string[]);
    new MutationObserver(() => said.push(line.textContent!)).observe(line, { subtree: true, childList: true, characterData: true });
  });
  const goal = page.getByRole("textbox", { name: "Goal", exact: true });
  await goal.fill("This fits");
  await expect.poll(async () => Object.values(await storage(page)).join()).toContain("This fits");
  await page.waitForTimeout(9_000); // longer than what was refused waits to be tried again
  expect(await page.evaluate(() => (window as any).said)).toEqual([]);
  await expect(saveLine(page)).toHaveText(FULL);
});

test("exchanges that nobody opened are listed as they are, also after another tab changed one", async ({ page, context }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  await goHome(page);
  await newExchange(page, { title: "The other one", host: "Lakeside" });
  await expectSaved(page);
  await expectFolded(page);
  const rows = async (tab: Page) => (await tab.getByRole("listitem").filter({ has: tab.getByRole("heading") }).allInnerTexts()).sort();
  await goHome(page);
  const before = await rows(page);
  expect(before).toHaveLength(2);
  // At this start the last tails go; from the next on nothing has to be read.
  await openApp(page);
  await page.waitForTimeout(1_500);

  await openApp(page);
  expect(await rows(page)).toEqual(before);
  const index = JSON.parse((await storage(page))["pe1/index"]);
  expect(Object.values<any>(index.rows).map((row) => row.says.title).sort()).toEqual(
    ["Cameras: Riverton visits Lakeside", "The other one"],
  );

  const other = await context.newPage();
  await openApp(other);
  await other.getByRole("link", { name: "The other one" }).click();
  await other.getByRole("textbox", { name: "Title", exact: true }).fill("Renamed in another tab");
  await expect(page.getByRole("link", { name: "Renamed in another tab" })).toBeVisible();
  await expectSaved(other);
  await expectFolded(other);
  await other.close();

  await test.step("a row that says something else than the document is not believed", async () => {
    const texts = await storage(page);
    await put(page, "pe1/index", texts["pe1/index"].replaceAll("Lakeside", "Nowhere"));
    await openApp(page);
    await expect(page.getByRole("main")).not.toContainText("Nowhere");
    await expect(page.getByRole("link", { name: "Cameras: Riverton visits Lakeside" })).toBeVisible();
  });
});

test("a text that was altered in its middle is found although nobody opened it", async ({ page }) => {
  await openApp(page);
  await takeIn(page, SAMPLE);
  await expectSaved(page);
  const [key, whole] = await storedKey(page, "pe1/doc/");
  await emptyJournal(page);
  const altered = whole.replace("Docks stand", "Ducks stand");
  expect(altered).not.toBe(whole);
  await put(page, key, altered);
  await openApp(page);
  await expect(page.getByText(NOT_READ)).toBeVisible();
  await expect(page.getByRole("link", { name: "Cameras: Riverton visits Lakeside" })).toHaveCount(0);
  expect((await storage(page))[key.replace("/doc/", "/quarantine/") + "/1"]).toBe(altered);
});

test("a journal that another page holds is said, and has everything once it is let go", async ({ page }) => {
  await page.clock.install();
  await openApp(page);
  await takeIn(page, SAMPLE);
  await goTo(page, "Overview");
  await expectSaved(page);
  const holder = await openBehind(page);
  const hold = () =>
    holder.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("pe1");
          opening.onsuccess = () => {
            const lines = opening.result.transaction("journal", "readwrite").objectStore("journal");
            Object.assign(window, { isHeld: true });
            const goOn = () => {
              if ("isHeld" in window && window.isHeld) lines.get(0).onsuccess = goOn;
              resolve();
            };
            goOn();
          };
        }),
    );
  const letGo = () => holder.evaluate(() => Object.assign(window, { isHeld: false }));
  const expectNoticed = async (text: string) => {
    await row(page, "Objective", 1).fill(text);
    await expectSaved(page);
    await page.clock.fastForward(10_000);
    await expect(saveLine(page)).toHaveText(LATE);
    await letGo();
    await expectSaved(page);
    expect((await journal(holder)).join()).toContain(text);
  };

  await test.step("while it is open", async () => {
    await hold();
    await expectNoticed("Written while it is held");
  });

  await test.step("while it is opened", async () => {
    await hold();
    await page.reload();
    await expectNoticed("Written before it was opened");
  });
});

test("without a journal the line says what a crash could cost, and full storage that nothing is kept", async ({ page, trouble }) => {
  trouble.allow(/the journal cannot be used/);
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
  await openApp(page);
  await takeIn(page, SAMPLE);
  await goTo(page, "Overview");
  await expect(saveLine(page)).toHaveText(LATE);
  await row(page, "Objective", 1).fill("Without a journal");
  await expect(saveLine(page)).toHaveText(LATE);
  await expectFolded(page);
  const other = await openBehind(page);
  await expect(row(other, "Objective", 1)).toHaveValue("Without a journal");

  await fillStorage(page);
  await row(page, "Objective", 1).fill("This does not fit any more, and it is only in this page. ".repeat(10));
  await expect(saveLine(page)).toHaveText("Not saved: storage is full. Save to a file now");
  await expect(page.getByRole("region", { name: "Storage" })).toContainText("What you write now is only in this page");
});
