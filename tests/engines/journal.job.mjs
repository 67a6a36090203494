// A page that is left in the middle of a word may be kept by the browser, as it stands, for coming back. What it
// has under way in the journal must not stay under way: nobody else could write there any more.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

export const name = "the journal takes what is typed after a page was left in the middle of a word";

// Runs in the page: the lines of the journal, or nothing if it does not answer.
const lines = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 2_000);
    const opening = indexedDB.open("pe1");
    opening.onsuccess = () => {
      const asked = opening.result.transaction("journal", "readwrite").objectStore("journal").getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.transaction.oncomplete = () => opening.result.close();
    };
  });

const reaches = (screen, word) =>
  screen.until(`“${word}” is in the journal`, async () => (await screen.run(lines))?.some((line) => line.includes(word)));

export default async function (screen) {
  await screen.blankExchange("Left");
  const { href } = await screen.address();

  // What is typed is written 200 ms later: the page is left before, while and after that is done.
  for (const moment of [0, 100, 220]) {
    await screen.loaded();
    await screen.type("Goal", `Before ${moment}`);
    await sleep(moment);
    await screen.driver.get(new URL("icons/icon-192.png", screen.url).href);
    await screen.open(href);
    assert.equal(await screen.value("Goal"), `Before ${moment}`);
    await screen.type("Goal", `After ${moment}`);
    await reaches(screen, `After ${moment}`);
  }
}
