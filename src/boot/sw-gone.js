// Stands in the place of sw.js in a build for development: a worker that an earlier build of the same address
// has left makes way, with what it kept.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const forget = async () => {
    const own = (await caches.keys()).filter((name) => name.startsWith(`pe1 ${registration.scope} `));
    await Promise.all(own.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(forget());
});
