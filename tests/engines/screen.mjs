// The page as a person meets it: by role and name. One object for both engines.
//
//   await screen.open("?screen=home");
//   await screen.click("button", "New exchange");
//   await screen.type("Goal", "Learn how …");
//   await screen.see("heading", /Exchanges/);
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 60_000;

// Runs in the page: the visible elements of a role whose name is, or (as a pattern) matches, `wanted`.
function findAll(role, wanted, isPattern) {
  const selectors = {
    button: 'button, [role="button"], input[type="submit"], summary',
    link: 'a[href], [role="link"]',
    heading: 'h1, h2, h3, h4, h5, h6, [role="heading"]',
    field: 'input:not([type="checkbox"], [type="radio"], [type="hidden"]), textarea, select, [contenteditable="true"]',
    checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
    radio: 'input[type="radio"], [role="radio"]',
    dialog: 'dialog[open], [role="dialog"]',
    tab: '[role="tab"]',
    region: 'section, [role="region"]',
    listitem: 'li, [role="listitem"]',
    text: "*",
  };
  const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const byIds = (ids) => tidy(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  // A label may hold its field; what is in the field is not part of the name.
  const labelText = (label) => {
    const copy = label.cloneNode(true);
    copy.querySelectorAll("select, textarea, datalist").forEach((inner) => inner.remove());
    return copy.textContent;
  };
  const nameOf = (element) => {
    if (element.getAttribute("aria-labelledby")) return byIds(element.getAttribute("aria-labelledby"));
    if (element.getAttribute("aria-label")) return tidy(element.getAttribute("aria-label"));
    if (element.labels?.length) return tidy([...element.labels].map(labelText).join(" "));
    if (role !== "field") return tidy(element.textContent);
    return tidy(element.getAttribute("title") ?? element.getAttribute("placeholder"));
  };
  const fits = isPattern ? (name) => new RegExp(wanted[0], wanted[1]).test(name) : (name) => name === tidy(wanted);
  // A control may be visually hidden under its label (radios, file inputs): for those, a box is not asked for.
  const mayHide = role === "radio" || role === "checkbox" || role === "field";
  const isThere = (element) => {
    const style = getComputedStyle(element);
    if (style.visibility === "hidden" || element.closest("[hidden], dialog:not([open])")) return false;
    return mayHide || element.getClientRects().length > 0;
  };
  const found = [...document.querySelectorAll(selectors[role])].filter(
    (element) => isThere(element) && fits(nameOf(element)),
  );
  // Of text, the innermost elements only.
  return role === "text" ? found.filter((one) => !found.some((other) => other !== one && one.contains(other))) : found;
}

// Runs in the page: brings an element into sight and tells whether it stays where it is. The driver aims first
// and clicks later, and a page that was just changed still moves to its beginning in between.
async function isAtRest(element) {
  element.scrollIntoView({ block: "center" });
  const place = () => JSON.stringify(element.getBoundingClientRect());
  const before = place();
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  return place() === before;
}

export class Screen {
  // `parts` is of how many files the program is.
  constructor(driver, url, parts) {
    this.driver = driver;
    this.url = url;
    this.parts = parts;
  }

  // The same browser on another site.
  on = (url) => new Screen(this.driver, url, this.parts);

  // Goes to an address relative to the page, and waits for the program.
  async open(address = "") {
    await this.loaded();
    await this.driver.get(new URL(address, this.url).href);
    await this.started();
  }

  async reload() {
    await this.loaded();
    await this.driver.navigate().refresh();
    await this.started();
  }

  // Goes from the home screen through the steps of a new exchange, without a topic, to its overview.
  async blankExchange(title) {
    await this.open();
    await this.click("link", "New exchange");
    await this.choose("radio", /^Start from blank/);
    for (const step of ["Next: organizations", "Next: dates", "Next: goal"]) await this.click("button", step);
    await this.type(/^Title/, title);
    await this.click("button", "Create the exchange");
    await this.see("heading", title);
  }

  back = () => this.driver.navigate().back();
  forward = () => this.driver.navigate().forward();
  address = async () => new URL(await this.driver.getCurrentUrl());
  title = () => this.driver.getTitle();

  // Runs a function in the page, with arguments that JSON can hold.
  run = (code, ...values) => this.driver.executeScript(`return (${code})(...arguments)`, ...values);

  // The local storage as an object.
  storage = () => this.run(() => ({ ...localStorage }));

  started = () =>
    this.until("the program has started", () =>
      this.run(() => !document.getElementById("status") && document.querySelector("h1") !== null),
    );

  // Nothing of the program is on its way. If the page is left before, Firefox itself says so on the console.
  loaded = () =>
    this.until("the whole program is here", async () => {
      const here = await this.run(() => {
        const names = performance.getEntriesByType("resource").map(({ name }) => name);
        return new Set(names.filter((name) => name.endsWith(".wasm"))).size;
      });
      return here === 0 || here === this.parts;
    });

  // Asks again and again until the answer is truthy; resolves to it.
  async until(what, ask, patience = PATIENCE) {
    const end = Date.now() + patience;
    let problem;
    do {
      try {
        const answer = await ask();
        if (answer) return answer;
      } catch (error) {
        problem = error;
      }
      await sleep(50);
    } while (Date.now() < end);
    throw new Error(`waited ${patience / 1000} s in vain until ${what}${problem ? ` (${problem.message})` : ""}`);
  }

  // All elements of a role ("button", "link", "heading", "field", "checkbox", "radio", "dialog", "tab",
  // "region", "listitem", "text") with that name, a string or a pattern.
  findAll(role, name) {
    const wanted = name instanceof RegExp ? [name.source, name.flags] : name;
    return this.driver.executeScript(`return (${findAll})(...arguments)`, role, wanted, name instanceof RegExp);
  }

  // The only element of that role and name (or the `at`-th); waits for it.
  async find(role, name, { at } = {}) {
    const found = await this.until(`there is a ${role} ${name}`, async () => {
      const all = await this.findAll(role, name);
      return all.length > (at ?? 0) && all;
    });
    assert.ok(at !== undefined || found.length === 1, `${found.length} elements are a ${role} ${name}`);
    return found[at ?? 0];
  }

  see = (role, name) => this.until(`there is a ${role} ${name}`, async () => (await this.findAll(role, name)).length > 0);

  gone = (role, name) =>
    this.until(`the ${role} ${name} is gone`, async () => (await this.findAll(role, name)).length === 0);

  async click(role, name, options) {
    const element = await this.find(role, name, options);
    await this.until(`the ${role} ${name} is at rest`, () => this.run(isAtRest, element));
    await this.until(`the ${role} ${name} takes a click`, async () => {
      await element.click();
      return true;
    });
  }

  // Ticks or picks a control that may be hidden under its label.
  async choose(role, name, options) {
    const element = await this.find(role, name, options);
    await this.run((it) => it.click(), element);
  }

  // Replaces what a field holds, key by key.
  async type(label, text, options) {
    const field = await this.find("field", label, options);
    await this.run((it) => it.scrollIntoView({ block: "center" }), field);
    await field.clear();
    await field.sendKeys(text);
    assert.equal(await this.value(label, options), text);
  }

  // Sets a field whose keys differ from engine to engine (dates, times, selects), as its picker would.
  async set(label, value, options) {
    const field = await this.find("field", label, options);
    await this.run(
      (it, to) => {
        it.value = to;
        it.dispatchEvent(new Event("input", { bubbles: true }));
        it.dispatchEvent(new Event("change", { bubbles: true }));
      },
      field,
      value,
    );
    assert.equal(await this.value(label, options), value);
  }

  value = async (label, options) => (await this.find("field", label, options)).getProperty("value");

  // Hands a file to a file field (its label), or to the only one if there is no label.
  async upload(path, label) {
    const field = label
      ? await this.find("field", label)
      : await this.run(() => document.querySelector('input[type="file"]'));
    await field.sendKeys(path);
  }

  // The text of the file that an act hands to the browser, since neither engine tells where a file goes.
  async handedOver(act) {
    await this.run(() => {
      const make = URL.createObjectURL;
      window.handedOver = undefined;
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => (window.handedOver = text));
        URL.createObjectURL = make;
        return make.call(URL, blob);
      };
    });
    await act();
    return this.until("the file has a text", () => this.run(() => window.handedOver));
  }

  text = () => this.run(() => document.body.innerText);
}
