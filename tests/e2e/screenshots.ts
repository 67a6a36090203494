// Makes the pictures of the README: `make screenshots`. Not a test; it runs only when asked for.
import { fileURLToPath } from "node:url";
import { addPerson, chooseSession, goTo, newExchange, openApp, sayWho } from "./app";
import { test } from "./fixture";

const picture = (name: string) => fileURLToPath(new URL(`../screenshots/${name}.png`, import.meta.url));

test("the pictures of the README", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-09-09T10:42:00-05:00"));
  await openApp(page);
  await sayWho(page, "Sgt. Marsh", "Riverton PD");
  await newExchange(page, {
    topic: "Body-worn cameras",
    host: "Lakeside Metropolitan Police",
    visitors: [{ name: "Riverton PD" }, { name: "Hollis County Prosecutor", kind: "Prosecutor" }],
    first: "2026-10-14",
    last: "2026-10-15",
    title: "Body-worn camera program",
    goal: "Have a body-worn camera policy, budget and training plan ready for the council by March 2027, built on what has worked elsewhere.",
  });
  await goTo(page, "Team");
  await addPerson(page, "Riverton PD", { name: "Sgt. Marsh", position: "Training", drivesChange: true });
  await goTo(page, "Overview");
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture("overview") });

  await goTo(page, "Agenda");
  await chooseSession(page, "Data storage room and equipment");
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: picture("agenda") });
});
