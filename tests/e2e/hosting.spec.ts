// The same folder works wherever it is put; where the program cannot run, the page says why.
import { pathToFileURL } from "node:url";
import { test, expect, expectStarted, DIST, type Page } from "./fixture";
import { goHome } from "./app";
import { expectAccessible } from "./looks";

const FOLDER = "/some/deep/folder/";
const trap = () => {
  // (module (func (export "trap") unreachable))
  const bytes = "0061736d010000000104016000000302010007080104747261700000" + "0a05010300000b";
  const module = new WebAssembly.Module(Uint8Array.from(bytes.match(/../g)!, (byte) => parseInt(byte, 16)));
  const { trap } = new WebAssembly.Instance(module).exports as { trap: () => void };
  setTimeout(trap);
};

async function expectSentence(page: Page, sentence: RegExp) {
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByText("Loading…")).toBeHidden();
  await expect(page.locator("#status > :visible")).toHaveCount(1);
}

test("starts at the root of a server", async ({ page }) => {
  await page.goto("./");
  await expectStarted(page);
});

test("starts below a deep folder", async ({ page, host }) => {
  await page.goto(await host({ prefix: FOLDER }));
  await expectStarted(page);
});

test("starts with index.html in the address", async ({ page, host }) => {
  await page.goto((await host({ prefix: FOLDER })) + "index.html");
  await expectStarted(page);
});

test("survives a reload at an address with a query", async ({ page, host }) => {
  await page.goto((await host({ prefix: FOLDER })) + "index.html?screen=library");
  await expectStarted(page);
  await page.reload();
  await expectStarted(page);
  expect(new URL(page.url()).pathname).toBe(`${FOLDER}index.html`);
});

for (const type of ["application/octet-stream", "text/plain", "application/wasm; charset=utf-8"]) {
  test(`starts, silently, where wasm is served as ${type}`, async ({ page, host }) => {
    await page.goto(await host({ types: { ".wasm": type } }));
    await expectStarted(page);
  });
}

// What is fetched after the first load: the program but for its first screen.
const REST = "**/split_rest.wasm";

test("asks for everything once, for one program at first and for the rest when that is at rest", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const rest = page.waitForResponse(REST);
  await page.goto("./");
  await expectStarted(page);
  await (await rest).finished();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([...new Set(asked)]);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(20);
  const programs = asked.filter((path) => path.endsWith(".wasm"));
  expect(programs).toEqual([
    expect.stringMatching(/peer-exchange_bg\.wasm$/),
    expect.stringMatching(/split_rest\.wasm$/),
  ]);
  console.log(`requests: ${asked.length}`);
});

test("works without a network once the rest has arrived", async ({ page, context, trouble }) => {
  trouble.allow(/ERR_INTERNET_DISCONNECTED/); // the browser looks for the icon of the tab again
  const rest = page.waitForResponse(REST);
  await page.goto("./");
  await expectStarted(page);
  await (await rest).finished();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("textbox", { name: "Your name" })).toBeVisible();
  await goHome(page);
  await page.getByRole("link", { name: "Open a file you were sent" }).click();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
});

test("says so when a part does not arrive, and takes it when it does", async ({ page, trouble }) => {
  trouble.allow(/404|Failed to fetch|split_rest/);
  await page.route("**/split_rest.wasm", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("./?screen=settings");
  await expect(page.getByRole("alert")).toContainText("This part of the app could not be loaded.");
  // It is fetched once more when the first screen is at rest.
  await page.waitForTimeout(2_000);
  await page.unroute("**/split_rest.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("textbox", { name: "Your name" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("says so when a part is another version's", async ({ page, trouble }) => {
  trouble.allow(/integrity|Failed to fetch|split_rest/);
  await page.route("**/split_rest.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0])]) });
  });
  await page.goto("./?screen=settings");
  await expect(page.getByRole("alert")).toContainText("Your data is not affected");
});

test("says what to do when it is opened as a file", async ({ page, trouble }) => {
  trouble.allow(/file:\/\/|ERR_FAILED/);
  await page.goto(pathToFileURL(`${DIST}/index.html`).href);
  await expectSentence(page, /cannot run from a file/);
});

test("says what to do without WebAssembly", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(self, "WebAssembly"));
  await page.goto("./");
  await expectSentence(page, /too old/);
  await expectAccessible(page);
});

test("says what to do when the browser cannot compile the program", async ({ page, trouble }) => {
  trouble.allow(/CompileError/);
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError("unknown opcode"));
    WebAssembly.instantiateStreaming = refuse;
    WebAssembly.instantiate = refuse as typeof WebAssembly.instantiate;
  });
  await page.goto("./");
  await expectSentence(page, /too old/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("says what to do", async ({ page }) => {
    await page.goto("./");
    await expectSentence(page, /needs JavaScript/);
  });
});

test("says what to do when the program is not there", async ({ page, trouble }) => {
  trouble.allow(/404|integrity|Failed to fetch/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("./");
  await expectSentence(page, /did not load completely/);
});

test("says what to do when the program is cut short", async ({ page, trouble }) => {
  trouble.allow(/integrity|Failed to fetch/);
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  });
  await page.goto("./");
  await expectSentence(page, /did not load completely/);
});

test("says what to do when the glue script is another version's", async ({ page, trouble }) => {
  trouble.allow(/integrity|Failed to fetch dynamically/);
  await page.route("**/peer-exchange.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()) + "\n" });
  });
  await page.goto("./");
  await expectSentence(page, /did not load completely/);
});

test("says so when loading does not come to an end", async ({ page, trouble }) => {
  trouble.allow(/404/);
  await page.route("**/start-*.js", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("./");
  await expect(page.getByText("Loading…")).toBeVisible();
  const late = page.getByText(/Still loading/);
  await expect(late).toBeHidden();
  await late.evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()));
  await expect(late).toBeVisible();
});

test("a panic makes way for a page that offers a reload", async ({ page }) => {
  await page.goto("./");
  await expectStarted(page);
  await page.evaluate(() => window.dispatchEvent(new Event("panic")));
  const heading = page.getByRole("heading", { name: "Something went wrong" });
  await expect(heading).toBeFocused();
  await expect(page.getByText("Reload the page: your data is saved.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reload" }).click();
  await expectStarted(page);
  await expect(heading).toHaveCount(0);
});

test("a trap in the program that no panic announced does the same", async ({ page, trouble }) => {
  trouble.allow(/unreachable/);
  await page.goto("./");
  await expectStarted(page);
  await page.evaluate(trap);
  await expect(page.getByRole("button", { name: "Reload" })).toBeVisible();
});
