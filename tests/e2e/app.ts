// What a person does with the app, by the roles and names they meet.
import { expect, type Page } from "./fixture";
import { readBundle, type Bundle } from "./bundle";

const DAY = 24 * 60 * 60 * 1000;

// The day so many days from now, as date fields hold it.
export const daysFromNow = (count: number) => new Date(Date.now() + count * DAY).toISOString().slice(0, 10);

export const title = (page: Page) => page.getByRole("heading", { level: 1 });
// The line that says where the data is.
export const saveLine = (page: Page) => page.getByRole("banner").getByRole("paragraph");

export async function openApp(page: Page, address = "./") {
  await page.goto(address);
  await expect(page.locator("#status")).toHaveCount(0);
  await expect(title(page)).toBeVisible();
}

// Opens another tab on the same address. It lies behind: what is not in front is drawn, and takes a click, once a
// second only.
export async function openBehind(page: Page) {
  const other = await page.context().newPage();
  await openApp(other, page.url());
  await page.bringToFront();
  return other;
}

export async function goHome(page: Page) {
  // The sign where there is room for it, else the way back.
  const home = page.getByRole("banner").getByRole("link", { name: /^Peer Exchange Planner|^Exchanges$/ });
  await home.filter({ visible: true }).first().click();
  await expect(title(page)).toHaveText("Exchanges");
}

export type Section = "Overview" | "Team" | "Questions" | "Agenda" | "Preparation" | "Notes" | "Assessment" | "Changes" | "Trash";

export async function goTo(page: Page, section: Section) {
  const link = page
    .getByRole("navigation", { name: "Sections of this exchange" })
    .getByRole("link", { name: new RegExp(`^${section}`) });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
}

export async function goToSend(page: Page) {
  await page.getByRole("banner").getByRole("link", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Send this exchange" })).toBeVisible();
}

// Says who writes on this device.
export async function sayWho(page: Page, name: string, organisation: string) {
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "Your organization" }).fill(organisation);
  await goHome(page);
}

export type NewExchange = {
  topic?: string;
  host?: string;
  visitors?: { name: string; kind?: string }[];
  first?: string;
  last?: string;
  title?: string;
  need?: string;
  goal?: string;
};

// Goes from the home screen through the steps of a new exchange to its overview.
export async function newExchange(page: Page, answers: NewExchange = {}) {
  await page.getByRole("link", { name: "New exchange" }).click();
  await expect(title(page)).toHaveText("What do you want to learn about?");
  await page.getByRole("radio", { name: new RegExp(`^${answers.topic ?? "Start from blank"}`) }).check();

  await page.getByRole("button", { name: "Next: organizations" }).click();
  await page.getByRole("textbox", { name: /^Name of the host/ }).fill(answers.host ?? "");
  for (const [at, { name, kind }] of (answers.visitors ?? []).entries()) {
    if (at > 0) await page.getByRole("button", { name: "Add an organization" }).click();
    await page.getByRole("textbox", { name: `Visiting organization ${at + 1}` }).fill(name);
    if (kind) await page.getByRole("combobox", { name: `Kind of organization ${at + 1}` }).selectOption(kind);
  }

  await page.getByRole("button", { name: "Next: dates" }).click();
  await page.getByLabel("First day").fill(answers.first ?? "");
  await page.getByLabel("Last day").fill(answers.last ?? "");

  await page.getByRole("button", { name: "Next: goal" }).click();
  await page.getByRole("textbox", { name: /^Title/ }).fill(answers.title ?? "");
  await page.getByRole("textbox", { name: /^Need/ }).fill(answers.need ?? "");
  await page.getByRole("textbox", { name: /^Goal/ }).fill(answers.goal ?? "");
  await page.getByRole("button", { name: "Create the exchange" }).click();
  await expect(page.getByRole("heading", { name: "Thread" })).toBeVisible();
}

// Saves the open exchange as a file and reads it.
export async function saveFile(page: Page, message = ""): Promise<{ path: string; name: string; bundle: Bundle }> {
  await goToSend(page);
  await page.getByRole("textbox", { name: /^Message to the reader/ }).fill(message);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  const download = await coming;
  const path = await download.path();
  return { path, name: download.suggestedFilename(), bundle: readBundle(path) };
}

export type File = string | { name: string; text: string };

// Chooses a file on the open screen, whatever comes of it.
export async function chooseFile(page: Page, file: File) {
  const coming = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  const chooser = await coming;
  await chooser.setFiles(
    typeof file === "string"
      ? file
      : { name: file.name, mimeType: "application/json", buffer: Buffer.from(file.text) },
  );
}

// Goes from any screen to the preview of a file.
export async function openFile(page: Page, file: File) {
  await goHome(page);
  await page.getByRole("link", { name: /^Open (a )?file/ }).click();
  await expect(title(page)).toHaveText("Open a file");
  await chooseFile(page, file);
  await expect(title(page)).toHaveText("What is in this file");
}

// Agrees to what the preview offers ("Add 1", "Merge 1").
export async function agree(page: Page, button: string) {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Sections of this exchange" })).toBeVisible();
}

// Opens a file in a profile that has not seen it, and takes it in.
export async function takeIn(page: Page, file: File) {
  await openFile(page, file);
  await agree(page, "Add 1");
}

// Everything that this page's origin stores.
export const storage = (page: Page): Promise<Record<string, string>> => page.evaluate(() => ({ ...localStorage }));

// The lines of this origin's journal, once whoever holds it lets go.
export const journal = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("pe1");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("journal").objectStore("journal").getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => resolve(all.result);
        };
      }),
  );

// Waits until all that tabs wrote is in the documents themselves, and the index knows it.
export const expectFolded = (page: Page) =>
  expect
    .poll(async () => {
      const texts = await storage(page);
      const { rows } = JSON.parse(texts["pe1/index"] ?? '{"rows":{}}');
      return Object.entries(texts)
        .filter(([key, text]) => {
          const check = /,"check":"([0-9a-f]{16})"\}$/.exec(text)?.[1];
          const isListed = key.startsWith("pe1/doc/") && !key.startsWith("pe1/doc/programme-");
          return key.startsWith("pe1/tail/") || (isListed && check && rows[key.slice(8)]?.check !== check);
        })
        .map(([key]) => key);
    })
    .toEqual([]);

// The one exchange that is stored, as it is stored; nothing while there is none.
export async function storedExchange(page: Page): Promise<any> {
  await expectFolded(page);
  const texts = Object.entries(await storage(page)).filter(([key]) => key.startsWith("pe1/doc/"));
  expect(texts.length, "exchanges in storage").toBeLessThanOrEqual(1);
  return texts.length === 1 ? JSON.parse(texts[0][1]) : undefined;
}

// Waits until everything that was typed is stored.
export const expectSaved = (page: Page) => expect(saveLine(page)).toContainText("Saved on this device");

// Opens the menu of a row and picks one of its acts.
export async function pickFromMenu(page: Page, menu: string, act: string) {
  await page.locator("summary").and(page.getByLabel(menu, { exact: true })).click();
  await page.locator("details.menu[open]").getByRole("button", { name: act, exact: true }).click();
}

// Opens the panel of a record from its row and resolves to the panel.
export async function openPanel(page: Page, kind: string, number: number) {
  await page.getByRole("button", { name: `Open ${kind} ${number}`, exact: true }).click();
  const panel = page.locator("#record-panel");
  await expect(panel).toBeFocused();
  return panel;
}

export const closePanel = (page: Page) =>
  page.locator("#record-panel").getByRole("button", { name: "Close", exact: true }).click();

export const row = (page: Page, kind: string, number: number) =>
  page.getByRole("textbox", { name: `${kind} ${number}`, exact: true });

// Adds a person to the panel of an organisation.
export async function addPerson(
  page: Page,
  organisation: string,
  person: { name: string; position?: string; role?: string; discipline?: string; drivesChange?: boolean },
) {
  const panel = page.getByRole("region", { name: organisation, exact: true });
  await panel.getByRole("button", { name: `Add a person to ${organisation}` }).click();
  const name = page.locator(":focus");
  await expect(name).toHaveAccessibleName(/^Name of Person/);
  await name.fill(person.name);
  const row = panel.getByRole("group", { name: person.name, exact: true });
  const { position, role, discipline } = person;
  if (position) await row.getByRole("textbox", { name: `Position of ${person.name}` }).fill(position);
  if (role) await row.getByRole("combobox", { name: `Role of ${person.name}` }).selectOption(role);
  if (discipline) {
    await row.getByRole("combobox", { name: `Discipline of ${person.name}` }).selectOption(discipline);
  }
  if (person.drivesChange) await row.getByRole("checkbox", { name: /can drive change on return/ }).check();
}

// Chooses a session in the grid of the agenda and resolves to its panel.
export async function chooseSession(page: Page, session: string) {
  await page
    .getByRole("group", { name: "Agenda by day" })
    .getByRole("link", { name: session, exact: true })
    .click();
  const panel = page.getByRole("complementary", { name: `Session: ${session}` });
  await expect(panel).toBeVisible();
  return panel;
}

// The rows of the agenda as it reads: "08:30–09:00 Welcome and introductions".
export async function agenda(page: Page) {
  const rows = page.getByRole("article", { name: /^The agenda as a list/ }).locator("tbody tr");
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const [time, what] = row.children;
      return `${time.textContent} ${what.querySelector("b")?.textContent ?? what.firstChild?.textContent}`.trim();
    }),
  );
}

// Writes a note on a session.
export async function addNote(
  page: Page,
  note: { session?: string | RegExp; text: string; kind?: string; private?: boolean; question?: string | RegExp },
) {
  const box = page.getByRole("region", { name: "New note" });
  if (note.session) {
    const sessions = box.getByRole("combobox", { name: "Session" });
    const option = sessions.getByRole("option", { name: note.session });
    await sessions.selectOption({ label: await option.innerText() });
  }
  if (note.question) {
    const questions = box.getByRole("combobox", { name: "Answers the question" });
    const option = questions.getByRole("option", { name: note.question });
    await questions.selectOption({ label: await option.innerText() });
  }
  await box.getByRole("textbox", { name: "Note", exact: true }).fill(note.text);
  if (note.kind) await box.getByRole("radio", { name: note.kind }).check();
  if (note.private) await box.getByRole("checkbox", { name: "Private" }).check();
  await box.getByRole("button", { name: "Add note" }).click();
  await expect(box.getByRole("textbox", { name: "Note", exact: true })).toHaveValue("");
}

// Pastes as a keyboard would, into what has the focus.
export const paste = (page: Page, text: string) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    const field = document.activeElement as HTMLTextAreaElement;
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
  }, text);
