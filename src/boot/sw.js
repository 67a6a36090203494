// Keeps the files of the page on the device, so that it opens and works without a network.
//
// A build is kept as a whole or not at all, each file by its digest: what a sign-in page answers in its place
// is never taken for it. A page goes on with the build it was opened with. A new one waits for a page that begins
// while no other is open, so that nothing changes under anybody's hands.
(() => {
  "use strict";

  // [address, digest] of the files of the build, and the addresses of those of the library.
  // scripts/finish-dist.mjs fills them in.
  const FILES = [];
  const LIBRARY = [];

  // Folders on one server are apart from each other. All names begin as src/workspace/hand_over.rs knows them.
  const OWN = `pe1 ${registration.scope} `;
  const NAME = OWN + "BUILD";

  const keep = async () => {
    const cache = await caches.open(NAME);
    // What the browser has kept of an address may be older than this build.
    const wanted = FILES.map(([address, integrity]) => new Request(address, { integrity, cache: "no-cache" }));
    await cache.addAll(wanted);
    // One that is broken is no reason to do without all others.
    await Promise.allSettled(LIBRARY.map((name) => renew(cache, registration.scope + name)));
  };

  // Brings a file of the library anew. An agency may change it and add others (README), so it has no digest;
  // but what is no JSON is not it.
  const renew = async (cache, address) => {
    const response = await fetch(address, { cache: "no-cache" });
    const isJson = () => response.clone().json().then(() => true, () => false);
    if (response.ok && (await isJson())) {
      // A full device keeps nothing more; the answer is good all the same.
      await cache.put(address, response.clone()).catch(() => {});
    }
    return response;
  };

  const forgetOthers = async () => {
    const names = await caches.keys();
    const others = names.filter((name) => name.startsWith(OWN) && name !== NAME);
    await Promise.all(others.map((name) => caches.delete(name)));
    // The tab that brought this worker may go on without a network too.
    await clients.claim();
  };

  // What a page that begins asks a worker that waits (start.js).
  const takeOver = async (port) => {
    const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const isAlone = windows.filter(({ url }) => url.startsWith(registration.scope)).length === 1;
    port.postMessage(isAlone);
    if (!isAlone) return;
    // While the old worker is busy with a file, Chromium lets the new one wait for half a minute.
    await new Promise((done) => setTimeout(done, 800));
    await skipWaiting();
  };

  // The page itself is asked for with and without its name and with any question behind it.
  const addressOf = (request) => {
    const { origin, pathname } = new URL(request.url);
    const address = origin + pathname;
    return address === `${registration.scope}index.html` ? registration.scope : address;
  };

  const answer = async (event) => {
    const address = addressOf(event.request);
    const kept = await caches.match(address, { cacheName: NAME, ignoreVary: true });
    if (!address.startsWith(`${registration.scope}library/`)) return kept ?? fetch(event.request);
    const renewed = renew(await caches.open(NAME), address);
    if (!kept) return renewed;
    event.waitUntil(renewed.catch(() => {}));
    return kept;
  };

  addEventListener("install", (event) => event.waitUntil(keep()));
  addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
  addEventListener("message", (event) => event.waitUntil(takeOver(event.ports[0])));
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(event));
  });
})();
