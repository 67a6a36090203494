// The page is kept on the device: it opens and works with no server at all, and a new version of it waits.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { expectSaved, newExchange, openApp, title } from "./app";
import { test, expect, expectStarted, DIST, type Page } from "./fixture";

test.use({ serviceWorkers: "allow" });

const text = (name: string) => readFileSync(join(DIST, name), "utf8");
const integrity = (content: string) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

// The worker is at work, and all files of the page are kept.
async function expectKept(page: Page) {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 60_000 })
    .toBe("activated");
}

// What a server has of the next version: a page that says so, and a worker that knows it.
function nextVersion(): Record<string, string> {
  const before = text("index.html");
  const page = before.replace("<html ", '<html data-build="next" ');
  expect(page).not.toBe(before);
  const worker = text("sw.js");
  const next = worker.replace(integrity(before), integrity(page)).replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"');
  expect(next.split("0123456789abcdef")).toHaveLength(2);
  return { "index.html": page, "sw.js": next };
}

test("after one visit the page opens and plans a visit of any topic with no server at all", async ({ page, context, trouble }) => {
  // The agency's file is not of the page: it is asked for each time, and missed.
  trouble.allow(/agency\.json|ERR_CONNECTION_REFUSED|ERR_FAILED|FetchEvent for/);
  const site = await serve({ folder: DIST, prefix: "/some/folder/" });
  trouble.origins.add(site.origin);
  await page.goto(site.url);
  await expectStarted(page);
  await expectKept(page);
  await site.stop();
  await page.close();

  const later = await context.newPage();
  for (const address of ["", "index.html", "?screen=library"]) {
    await later.goto(site.url + address);
    await expectStarted(later);
  }
  const topics = readdirSync(join(DIST, "library/topics"));
  expect(topics.length).toBeGreaterThan(20);
  const answers = await later.evaluate(
    (topics) => Promise.all(topics.map(async (name) => (await (await fetch(`library/topics/${name}`)).json()).title)),
    topics,
  );
  expect(answers.filter((title) => typeof title === "string")).toHaveLength(topics.length);

  await openApp(later, site.url);
  await newExchange(later, { topic: "CompStat", title: "Planned underground" });
  await expectSaved(later);
  await later.reload();
  await expect(title(later)).toHaveText("Planned underground");
});

test("a new version empties no form, and begins with a reload once no other tab is open", async ({ page, context, host }) => {
  const instead: Record<string, string> = {};
  const url = await host({ instead });
  await openApp(page, url);
  await expectKept(page);
  await newExchange(page, { title: "Written in the old version" });
  const goal = page.getByRole("textbox", { name: "Goal" }).first();
  await goal.fill("Half a sen");
  const second = await context.newPage();
  await openApp(second, url);

  Object.assign(instead, nextVersion());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const waiting = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state);
  await expect.poll(waiting, { timeout: 60_000 }).toBe("installed");
  await expect(goal).toHaveValue("Half a sen");
  const isNext = () => page.evaluate(() => document.documentElement.dataset.build === "next");
  await page.reload();
  await expectStarted(page);
  await expect(goal).toHaveValue("Half a sen");
  expect(await isNext()).toBe(false);
  expect(await waiting()).toBe("installed");

  await second.close();
  // The browser takes a second to notice that it is closed; and an old worker that was busy with a file just then
  // goes after half a minute only: then the next reload brings the new version.
  await new Promise((noticed) => setTimeout(noticed, 2000));
  await page.reload();
  await expect(async () => {
    await expectStarted(page);
    if (!(await isNext())) {
      await new Promise((gone) => setTimeout(gone, 5000));
      await page.reload();
    }
    await expect.poll(isNext, { timeout: 15_000 }).toBe(true);
  }).toPass({ timeout: 180_000 });
  await expectStarted(page);
  await expect(goal).toHaveValue("Half a sen");
  expect(await waiting()).toBeUndefined();
  const names = await page.evaluate(() => caches.keys());
  expect(names).toEqual([expect.stringMatching(/^pe1 http:\/\/localhost:\d+\/ 0123456789abcdef$/)]);
});

test("what answers in the place of a file is not kept, and the page goes on as before", async ({ page, trouble, host }) => {
  trouble.allow(/integrity|digest/i);
  await openApp(page, await host({ instead: { "schema/bundle-v1.json": "<html>Sign in</html>" } }));
  const state = await page.evaluate(async () => {
    const worker = (await navigator.serviceWorker.register("sw.js")).installing!;
    return new Promise((done) => worker.addEventListener("statechange", () => done(worker.state), { once: true }));
  });
  expect(state).toBe("redundant");
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await newExchange(page, { title: "All the same" });
  await expectSaved(page);
});

test("a file of the library is kept once it is one, and renewed in passing", async ({ page, host }) => {
  const instead: Record<string, string> = { "library/stories.json": "<html>Sign in</html>" };
  await openApp(page, await host({ instead }));
  await expectKept(page);
  const kept = (name: string) =>
    page.evaluate(async (name) => (await (await caches.match(`library/${name}`))?.text()) ?? "", name);
  expect(await kept("topics.json")).toContain("CompStat");
  expect(await kept("stories.json")).toBe("");

  delete instead["library/stories.json"];
  instead["library/topics.json"] = '{"renewed": true}';
  const ask = (name: string) => page.evaluate(async (name) => (await fetch(`library/${name}`)).text(), name);
  expect(await ask("stories.json")).toBe(text("library/stories.json"));
  expect(await kept("stories.json")).toBe(text("library/stories.json"));
  expect(await ask("topics.json")).toContain("CompStat");
  await expect.poll(() => kept("topics.json")).toBe('{"renewed": true}');
});
