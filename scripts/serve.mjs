// A plain file server: what any static host does, and nothing more. No rewrite rules.
//
//   node scripts/serve.mjs [folder]      serves ./dist or the folder at http://localhost:8080 (or $PORT)
//
// The tests start it with `serve({ … })`, on a free port and below a path of their choice.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

export const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

// The file for a request path, or nothing: outside the prefix or the folder, or not there.
function find(folder, prefix, path) {
  if (!path.startsWith(prefix) || path.includes("\0")) return undefined;
  const file = normalize(join(folder, path.slice(prefix.length)));
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  const wanted = isFolder(file) && path.endsWith("/") ? join(file, "index.html") : file;
  return isFile(wanted) ? wanted : undefined;
}

// Starts serving `folder` below `prefix`; port 0 takes a free one. `types` replaces media types by
// file ending, `instead` replaces files by texts, and `before` is awaited with the name of a file before it is
// sent: where it says false, the answer breaks off. Resolves to the address of the prefix and a function that
// stops the server.
export function serve({ folder, port = 0, host = "127.0.0.1", prefix = "/", types = {}, instead = {}, before = () => {} }) {
  const root = resolve(folder);
  const allTypes = { ...TYPES, ...types };
  const server = createServer(async (request, response) => {
    const answer = (status, text, headers = {}) => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(text);
    };
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return answer(400, "Bad address\n");
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return answer(405, "Only GET and HEAD\n", { allow: "GET, HEAD" });
    }
    const name = path.slice(prefix.length) || "index.html";
    const isWhole = (await before(name)) !== false;
    if (Object.hasOwn(instead, name)) {
      return answer(200, instead[name], { "content-type": allTypes[extname(name)] });
    }
    const file = find(root, prefix, path);
    if (!file) return answer(404, "Not found\n");
    response.writeHead(200, {
      "content-type": allTypes[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") return response.end();
    if (!isWhole) return response.write("\0", () => response.destroy());
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      const origin = `http://${host === "127.0.0.1" ? "localhost" : host}:${server.address().port}`;
      const stop = () =>
        new Promise((stopped) => {
          server.close(stopped);
          server.closeAllConnections();
        });
      done({ origin, url: origin + prefix, stop });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = process.argv[2] ?? "dist";
  const port = Number(process.env.PORT ?? 8080);
  try {
    const { url } = await serve({ folder, port });
    console.log(`Serving ${folder} at ${url} (stop with Ctrl+C)`);
  } catch (error) {
    const remedy = error.code === "EADDRINUSE" ? `: choose another one, as in "PORT=8081 make run"` : "";
    console.error(`Port ${port} cannot be used (${error.code})${remedy}.`);
    process.exit(1);
  }
}
