// Starts the program, or says in one sentence why it cannot start. The sentences stand in index.html.
//
// A classic script, not a module, so that it also runs where modules cannot: in a page opened as a file.
(() => {
  "use strict";

  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  const isRead = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  // Shows one of the sentences of #status.
  const say = (when) => {
    for (const sentence of document.querySelectorAll("#status > [data-when]")) {
      sentence.hidden = sentence.dataset.when !== when;
    }
  };

  // After a panic nothing of the program can be trusted to answer: its screen makes way for a plain one.
  const stop = () => {
    const stopped = document.getElementById("stopped");
    stopped.hidden = false;
    document.body.replaceChildren(stopped);
    stopped.querySelector("h1").focus();
  };

  // What paints first needs none of the program, which is thirty times as large: it is fetched after that. A page that
  // nobody looks at is not painted.
  const isPainted = () => {
    const painted = new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return Promise.race([painted, wait(200)]);
  };

  // Servers that do not know WebAssembly send it as plain bytes; browsers then refuse to stream it.
  const asWasm = (response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    if (response.headers.get("content-type") === "application/wasm") return response;
    return new Response(response.body, { headers: { "content-type": "application/wasm" } });
  };

  // Home is asked for, and nothing is stored that it could show: then the page can say at once what home will say.
  // The names are those of src/store/keys.rs.
  const isFirstRun = () => {
    try {
      return location.search === "" && localStorage.getItem("pe1/index") === null;
    } catch {
      return location.search === "";
    }
  };

  const workers = navigator.serviceWorker;

  // The files of the page are kept on the device once the page is there and at rest. A browser that keeps
  // nothing, or a network that fails on the way, takes nothing from the page: the next visit tries again.
  const keepFiles = async () => {
    const worker = document.querySelector("meta[name=worker]");
    if (!worker || !workers) return;
    await wait(2000);
    const registration = await workers.register(worker.content);
    // Some tabs are never closed.
    setInterval(() => registration.update().catch(() => {}), 60 * 60 * 1000);
  };

  // A new version that waits takes over if this is the only tab. Says whether it has: a browser may keep it
  // waiting, and then it begins with the next page.
  const isRenewed = async () => {
    const waiting = workers?.controller && (await workers.getRegistration())?.waiting;
    if (!waiting) return false;
    const { port1, port2 } = new MessageChannel();
    const hasChanged = new Promise((done) => workers.addEventListener("controllerchange", () => done(true)));
    const isRefused = new Promise((done) => (port1.onmessage = ({ data }) => data || done(false)));
    waiting.postMessage("begin", [port2]);
    return Promise.race([hasChanged, isRefused, wait(3000)]);
  };

  const start = async () => {
    if (isFirstRun()) document.documentElement.dataset.first = "";
    await isRead;
    if (location.protocol === "file:") return say("file");
    if (!self.WebAssembly) return say("old");

    const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
    addEventListener("panic", stop); // sent by the panic hook in src/main.rs
    addEventListener("error", (event) => isTrap(event.error) && stop());
    addEventListener("unhandledrejection", (event) => isTrap(event.reason) && stop());
    let isLeft = false;
    addEventListener("beforeunload", () => (isLeft = true), { once: true });
    document.getElementById("reload").addEventListener("click", () => location.reload());

    const glue = document.querySelector("link[rel=modulepreload]");
    // A debug build has the preload that trunk writes.
    const wasm = document.querySelector("link[rel=program], link[rel=preload][as=fetch]");
    try {
      await isPainted();
      const compiled = fetch(wasm.href, { integrity: wasm.dataset.digest })
        .then((response) => WebAssembly.compileStreaming(asWasm(response)));
      const [{ default: init }, module] = await Promise.all([import(glue.href), compiled]);
      if (await isRenewed().catch(() => false)) return location.reload();
      await init({ module_or_path: module });
      keepFiles().catch(() => {});
    } catch (error) {
      // Firefox and WebKit end what a page loads as soon as it is to be left: that is said only if it stays.
      if (isLeft) await wait(3000);
      console.error(error);
      // The bytes were checked on their way, so what does not compile is beyond this browser.
      if (isTrap(error)) stop();
      else say(error instanceof WebAssembly.CompileError ? "old" : "broken");
    }
  };

  start();
})();
