import { test, expect } from "./fixture";
import { chooseSession, goTo, newExchange, openApp, takeIn } from "./app";
import { SAMPLE } from "./bundle";
test("probe number", async ({ page }) => {
  await openApp(page); await takeIn(page, SAMPLE); await goTo(page, "Agenda");
  const panel = await chooseSession(page, "Questions and answers");
  console.log(await page.getByRole("button",{name:/minutes/}).evaluateAll(all=>all.map(b=>[b.outerHTML,JSON.stringify((b as any).innerText)])));
});
test("probe card", async ({ page }) => {
  await openApp(page, "./?screen=new");
  await page.getByRole("radio", { name: /^Body-worn cameras/ }).check();
  const bg = () => page.evaluate(() => { const c=document.querySelector(".card")!; return [getComputedStyle(c).backgroundColor, getComputedStyle(c).color, c.matches(":hover"), c.getAnimations().length]; });
  console.log(await bg());
  await page.emulateMedia({ colorScheme: "dark" });
  console.log(await bg());
  await page.waitForTimeout(600);
  console.log(await bg());
  await page.mouse.move(0,0);
  await page.waitForTimeout(600);
  console.log(await bg());
});
