// The least that must work in every engine: the program starts, keeps to its policy, and reloads.
import assert from "node:assert/strict";

export const name = "the program starts";

export default async function (screen, site) {
  await screen.open();
  await screen.see("heading", /\S/);

  const policy = await screen.run(() => {
    const template = document.createElement("template");
    const tryTo = (html) => {
      try {
        template.innerHTML = html;
        return "admitted";
      } catch {
        return "refused";
      }
    };
    return { hasTypes: "trustedTypes" in window, good: tryTo("<p>x</p>"), bad: tryTo("<img src=x onerror=alert(1)>") };
  });
  assert.equal(policy.good, "admitted");
  if (policy.hasTypes) assert.equal(policy.bad, "refused");

  await screen.reload();
  const storage = await screen.storage();
  assert.equal(typeof storage, "object");

  await screen.open("index.html?screen=nowhere");
  assert.equal((await screen.address()).origin, new URL(site.url).origin);
}
