// The page and its library are kept on the device: they open with no server at all.
import { serve } from "../../scripts/serve.mjs";

export const name = "after one visit the page opens with no server at all";

export default async function (screen, { folder }) {
  // Each file as it is: another one in its place would not be kept.
  const site = await serve({ folder });
  await screen.driver.get(site.url);
  await screen.started();
  const isKept = () => screen.run(() => navigator.serviceWorker?.controller?.state === "activated");
  await screen.until("the page is kept", isKept, 30_000);
  await site.stop();

  await screen.driver.get(`${site.url}?screen=library`);
  await screen.started();
  await screen.see("link", /^Body-worn cameras/);
}
