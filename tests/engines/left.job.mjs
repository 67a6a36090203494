// Firefox and WebKit end what a page is loading as soon as it is about to be left, and tell the page so.
import { setTimeout as sleep } from "node:timers/promises";

export const name = "a page left while it loads says nothing; one that stays gets its parts all the same";

const isProgram = (name) => name.endsWith("_bg.wasm");
const isPart = (name) => name.endsWith(".wasm") && !isProgram(name);

export default async function (screen, site) {
  // The files that wait, how many were asked for, and what ends their connections.
  let isHeld, asked, cut, isCut;
  const hold = (which) => {
    [isHeld, asked] = [which, 0];
    isCut = new Promise((done) => (cut = () => done(false)));
  };
  const url = await site.host({
    before: async (name) => {
      if (!isHeld(name)) return true;
      asked += 1;
      return isCut;
    },
  });
  const areAskedFor = (what) => screen.until(`${what} asked for`, () => asked > 0);

  hold(isPart);
  await screen.driver.get(url);
  await screen.started();
  await areAskedFor("the parts are");

  hold(isProgram);
  await screen.run((to) => void setTimeout(() => (location.href = to)), `${url}?screen=settings`);
  await areAskedFor("the program is");
  // Of scripts that are cut, Firefox itself says that they are not what they should be.
  const areScriptsHere = () => {
    const loaded = performance.getEntriesByType("resource").filter(({ name }) => /program-.*\.js$/.test(name));
    return location.search === "?screen=settings" && loaded.length === 2;
  };
  await screen.until("its scripts are here", () => screen.run(areScriptsHere));

  hold(isPart);
  await screen.driver.get(`${url}?screen=help`);
  await screen.started();
  await areAskedFor("the parts are");
  // Not only those of this screen: later nobody asks again but a person.
  await sleep(1000);

  // It is told that it is to be left, what it loads ends, and it is not left.
  await screen.run(() => void dispatchEvent(new Event("beforeunload")));
  isHeld = () => false;
  cut();
  await screen.see("heading", "Help");
}
