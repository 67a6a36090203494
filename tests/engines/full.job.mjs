// Storage filled to the brim: it is said within a second, what is typed stays and is there after a reload,
// and a copy of everything can still be saved.
import assert from "node:assert/strict";

export const name = "full storage is said at once, and nothing typed is lost";

const TEXT = "What is written now finds no room any more. ".repeat(12).trim();

export default async function (screen) {
  await screen.blankExchange("Full");
  await screen.until("all is stored", () =>
    screen.run(() => {
      const keys = Object.keys(localStorage);
      return keys.some((key) => key.startsWith("pe1/doc/")) && !keys.some((key) => key.startsWith("pe1/tail/"));
    }));

  // Takes up all the room that is left, and from the next key on looks when the banner is there.
  const refusal = await screen.run(() => {
    let refusal = "";
    let filler = "";
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) {
          localStorage.setItem("pe1/filler", filler + "x".repeat(size));
          filler += "x".repeat(size);
        }
      } catch (error) {
        refusal = error.name;
      }
    }
    addEventListener(
      "input",
      () => {
        const from = performance.now();
        const looking = setInterval(() => {
          if (!document.body.innerText.includes("storage is full")) return;
          clearInterval(looking);
          window.saidAfter = Math.round(performance.now() - from);
        }, 5);
      },
      { capture: true, once: true },
    );
    return refusal;
  });
  await screen.run((text) => {
    const field = [...document.querySelectorAll("textarea")].find((it) => it.labels[0]?.textContent.trim() === "Goal" || it.ariaLabel === "Goal");
    field.focus();
    document.execCommand("insertText", false, text);
  }, TEXT);
  const saidAfter = await screen.until("the banner is there", () => screen.run(() => window.saidAfter));
  console.log(`        refused as ${refusal}, said after ${saidAfter} ms`);
  assert.ok(saidAfter < 1000, "within a second");
  assert.equal(await screen.value("Goal"), TEXT);

  const file = await screen.handedOver(() => screen.click("button", "Save a copy of everything"));
  assert.equal(JSON.parse(file).documents[0].document.goal, TEXT);

  await screen.reload();
  await screen.until("what was typed is there again", async () => (await screen.value("Goal")) === TEXT);
  await screen.run(() => localStorage.removeItem("pe1/filler"));
  await screen.until("all is stored once there is room", () =>
    screen.run((text) =>
      Object.entries(localStorage).some(([key, it]) => key.startsWith("pe1/doc/") && JSON.parse(it).document.goal === text), TEXT));
}
