// What the page's own security policy says and does, in a real browser.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test, expect, expectStarted, DIST } from "./fixture";
import { ADMITTED, REFUSED, SCRIPTS_ADMITTED, SCRIPTS_REFUSED } from "../policy/table.mjs";

const html = readFileSync(join(DIST, "index.html"), "utf8");

test("the policy in the page allows nothing beyond the page's own files", async ({ page }) => {
  await page.goto("./");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  const directives = Object.fromEntries(
    policy!.split(";").map((text) => text.trim().split(/\s+/)).map(([name, ...values]) => [name, values]),
  );
  expect(policy, "Safari refuses WebAssembly when the policy has a comma").not.toContain(",");
  expect(directives).toEqual({
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "object-src": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["default"],
  });
});

test("the policy stands before anything that loads", () => {
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.search(/<(?:script|link)\b/));
  expect(html.search(/src="\.\/policy-/)).toBeLessThan(html.search(/<link\b|src="\.\/start-/));
});

test("the page has no inline script, style or handler", () => {
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toMatch(/\ssrc="\.\/[\w-]+\.js"/);
  expect(html).not.toMatch(/<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)=/i);
});

test("the program, its glue script and the loader of its parts carry a digest", () => {
  const named = [...html.matchAll(/<link\b[^>]*rel="(?:modulepreload|program)"[^>]*>/g)].map(([tag]) => tag);
  expect(named).toHaveLength(3);
  for (const tag of named) expect(tag).toMatch(/\s(?:integrity|data-digest)="sha384-[\w+/]{64}"/);
});

test("no file of the page names an address of another origin to load from", () => {
  const names = readdirSync(DIST, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((name) => /\.(html|css|js|webmanifest|svg)$/.test(name))) {
    const text = readFileSync(join(DIST, name), "utf8").replaceAll("http://www.w3.org/", "");
    expect(text.match(/(?:https?:|wss?:)?\/\/[a-z0-9-]+\.[a-z]/gi), name).toBeNull();
  }
});

test("trusted types refuse every hostile string and admit the others", async ({ page }) => {
  await page.goto("./");
  const set = (strings: string[]) =>
    page.evaluate(
      (all) =>
        all.map((text) => {
          const template = document.createElement("template");
          try {
            template.innerHTML = text;
            return "admitted";
          } catch (error) {
            return String(error).startsWith("TypeError: refused by policy.js") ? "refused" : String(error);
          }
        }),
      strings,
    );
  const of = (strings: string[], outcomes: string[]) => strings.map((text, index) => [text, outcomes[index]]);
  expect(of(ADMITTED, await set(ADMITTED))).toEqual(ADMITTED.map((text) => [text, "admitted"]));
  expect(of(REFUSED, await set(REFUSED))).toEqual(REFUSED.map((text) => [text, "refused"]));
});

test("what is admitted reads back as what was put in: the browser saw the same tags", async ({ page }) => {
  await page.goto("./");
  for (const text of ADMITTED) {
    const [before, after] = await page.evaluate((html) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      const tags = [...template.content.querySelectorAll("*")].map((element) => element.localName);
      return [[...html.matchAll(/<([a-z0-9]+)/gi)].map((found) => found[1].toLowerCase()), tags];
    }, text);
    expect(after.filter((tag) => tag !== "tbody"), text).toEqual(before);
  }
});

test("trusted types admit the page's own worker as a script, and nothing else", async ({ page, host }) => {
  await page.goto(await host({ prefix: "/some/folder/" }));
  const set = (addresses: string[]) =>
    page.evaluate(
      (all) =>
        all.map((address) => {
          try {
            document.createElement("script").src = address;
            return "admitted";
          } catch (error) {
            return String(error).startsWith("TypeError: refused by policy.js") ? "refused" : String(error);
          }
        }),
      addresses,
    );
  expect(await set(SCRIPTS_ADMITTED)).toEqual(SCRIPTS_ADMITTED.map(() => "admitted"));
  expect(await set(SCRIPTS_REFUSED)).toEqual(SCRIPTS_REFUSED.map(() => "refused"));
});

test("text cannot become code", async ({ page, trouble }) => {
  trouble.allow(/policy violation|Trusted|trusted|Content Security Policy|unsafe-eval/i);
  await page.goto("./");
  await expectStarted(page);
  // From a timer of the page itself: what a test evaluates is exempt from the policy.
  const outcomes = await page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const tries: Record<string, () => unknown> = {
          eval: () => (0, eval)("1"),
          Function: () => new Function("return 1")(),
          script: () => (document.createElement("script").text = "1"),
          parse: () => new DOMParser().parseFromString("<img src=x onerror=alert(1)>", "text/html"),
          write: () => document.write("<img src=x onerror=alert(1)>"),
          policy: () => (window as any).trustedTypes.createPolicy("other", {}),
          again: () => (window as any).trustedTypes.createPolicy("default", {}),
        };
        setTimeout(() => {
          done(
            Object.entries(tries).map(([name, attempt]) => {
              try {
                attempt();
                return `${name} went through`;
              } catch {
                return `${name} refused`;
              }
            }),
          );
        });
      }),
  );
  expect(outcomes.filter((outcome) => !outcome.endsWith(" refused"))).toEqual([]);
});

test("an inline handler set by attribute does not run", async ({ page, trouble }) => {
  trouble.allow(/policy violation|Trusted|Content Security Policy|inline event handler/i);
  await page.goto("./");
  await expectStarted(page);
  const ran = await page.evaluate(() => {
    const button = document.createElement("button");
    try {
      button.setAttribute("onclick", "window.ran = true");
    } catch {}
    document.body.append(button);
    button.click();
    return "ran" in window;
  });
  expect(ran).toBe(false);
});
