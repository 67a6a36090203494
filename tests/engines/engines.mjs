// How each engine is started and stopped, and how what it wrote to its console is read.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Builder, Capabilities } from "selenium-webdriver";
import LogInspector from "selenium-webdriver/bidi/logInspector.js";

const local = (name) => fileURLToPath(new URL(`../../.tools/bin/${name}`, import.meta.url));
const first = (...paths) => paths.find((path) => existsSync(path)) ?? paths.at(-1);

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

// Starts a WebDriver server in a process group of its own, so that its browser ends with it.
async function startServer(command, args, port) {
  const server = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  server.stdout.on("data", (text) => (output += text));
  server.stderr.on("data", (text) => (output += text));
  const atExit = () => stop();
  const stop = (signal = "SIGTERM") => {
    process.off("exit", atExit);
    try {
      process.kill(-server.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", atExit);
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const status = await fetch(`${url}/status`).then((response) => response.json(), () => undefined);
    if (status) return { url, stop, output: () => output };
    if (server.exitCode !== null) break;
    await sleep(100);
  }
  stop();
  throw new Error(`${command} did not start:\n${output}`);
}

async function open(server, capabilities) {
  try {
    return await new Builder().usingServer(server.url).withCapabilities(new Capabilities(capabilities)).build();
  } catch (error) {
    server.stop();
    throw new Error(`the browser did not start: ${error.message}\n${server.output()}`);
  }
}

const close = async (driver, server) => {
  await driver.quit().catch(() => {});
  server.stop();
};

// With a profile of its own the browser can be killed, and started again on what it left.
async function firefox({ profile } = {}) {
  const port = await freePort();
  const server = await startServer(first(local("geckodriver"), "geckodriver"), ["--port", port, "--websocket-port", await freePort()], port);
  const driver = await open(server, {
    browserName: "firefox",
    webSocketUrl: true,
    "moz:firefoxOptions": {
      binary: first("/usr/bin/firefox-esr", "/usr/bin/firefox"),
      args: ["-headless", ...(profile ? ["-profile", profile] : [])],
      prefs: { "intl.accept_languages": "en-US" },
    },
  });
  const complaints = [];
  const inspector = await LogInspector(driver);
  await inspector.onLog(({ level, text }) => {
    if (level === "error" || level === "warn" || level === "warning") complaints.push(`${level}: ${text}`);
  });
  return {
    driver,
    complaints: async () => complaints,
    stop: () => close(driver, server),
    kill: () => server.stop("SIGKILL"),
  };
}

async function webkit() {
  const port = await freePort();
  const browser = first(
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
  );
  const server = await startServer("xvfb-run", ["-a", "WebKitWebDriver", `--port=${port}`], port);
  const driver = await open(server, {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
  });
  return {
    driver,
    complaints: () => driver.executeScript("return JSON.parse(sessionStorage.getItem('complaints') ?? '[]')"),
    stop: () => close(driver, server),
  };
}

// WebKit's driver does not hand out the console, so there the page gets one script more, which keeps what
// it hears for the time of the session.
const listen = `(() => {
  const keep = (text) => {
    const all = JSON.parse(sessionStorage.getItem("complaints") ?? "[]");
    sessionStorage.setItem("complaints", JSON.stringify([...all, text]));
  };
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...parts) => (keep(level + ": " + parts.join(" ")), say.apply(console, parts));
  }
  addEventListener("error", (event) => keep("uncaught: " + event.message));
  addEventListener("unhandledrejection", (event) => keep("uncaught: " + event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    keep("policy violation: " + event.violatedDirective + " " + event.blockedURI));
})();`;
export const listening = (html) => ({
  "index.html": html.replace("<script", '<script src="./listen.js"></script><script'),
  "listen.js": listen,
});

export const ENGINES = { firefox, webkit };
