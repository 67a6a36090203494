// The same folder, elsewhere and on a server that does not know WebAssembly; and opened as a file.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

export const name = "the page works from a deep folder and explains itself as a file";

export default async function (screen, site) {
  await screen.driver.get(pathToFileURL(`${site.folder}/index.html`).href);
  await screen.see("text", /cannot run from a file/);
  assert.deepEqual(await screen.findAll("text", "Loading…"), []);

  const types = { ".wasm": "application/octet-stream" };
  const deep = await site.host({ prefix: "/some/deep/folder/", types });
  for (const address of [deep, `${deep}index.html?screen=nowhere`]) {
    await screen.driver.get(address);
    await screen.started();
    await screen.reload();
  }
}
