// Ready binaries of the build tools are taken only if they are what they should be.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir, type } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const SETUP = fileURLToPath(new URL("../../scripts/setup.sh", import.meta.url));
const LIST = fileURLToPath(new URL("../../scripts/binaries.txt", import.meta.url));
const machine = execFileSync("uname", ["-m"], { encoding: "utf8" }).trim();

let folder, server, archive, asked;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "setup-"));
  mkdirSync(join(folder, "tool-1.0"));
  writeFileSync(join(folder, "tool-1.0/tool"), "#!/bin/sh\necho tool 1.0\n");
  chmodSync(join(folder, "tool-1.0/tool"), 0o755);
  execFileSync("tar", ["-czf", "tool.tar.gz", "tool-1.0"], { cwd: folder });
  archive = readFileSync(join(folder, "tool.tar.gz"));
  server = createServer((request, response) => {
    asked += 1;
    if (request.url !== "/tool.tar.gz") return response.writeHead(404).end();
    response.end(archive);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

// Asks for the tool by a list with one line; tools lie in a folder of their own.
function take(digest, name = "tool.tar.gz", tools = mkdtempSync(join(folder, "tools-"))) {
  const list = join(folder, "binaries.txt");
  const address = `http://127.0.0.1:${server.address().port}/${name}`;
  writeFileSync(list, `tool 1.0 ${machine}-${type()} ${digest} ${address}\n`);
  asked = 0;
  const env = { ...process.env, TOOLS: tools, BINARIES: list, no_proxy: "127.0.0.1" };
  return new Promise((done) => {
    execFile("bash", [SETUP, "binary", "tool", "1.0"], { env }, (error, said) => {
      const path = join(tools, "bin/tool");
      done({ isTaken: !error, said, path, isThere: existsSync(path), asked, tools });
    });
  });
}
const digest = () => createHash("sha256").update(archive).digest("hex");

test("one of the digest that is listed is taken", async () => {
  const { isTaken, path } = await take(digest());
  assert.equal(isTaken, true);
  assert.equal(execFileSync(path, { encoding: "utf8" }), "tool 1.0\n");
});

test("another one is left, with a sentence", async () => {
  const { isTaken, isThere, said } = await take("0".repeat(64));
  assert.deepEqual({ isTaken, isThere }, { isTaken: false, isThere: false });
  assert.match(said, /tool 1\.0 is not what it should be: it is built from its source/);
});

test("where one cannot be had, no other is asked for", async () => {
  const first = await take(digest(), "gone.tar.gz");
  assert.deepEqual([first.isTaken, first.isThere, first.asked], [false, false, 1]);
  const second = await take(digest(), "tool.tar.gz", first.tools);
  assert.deepEqual([second.isTaken, second.isThere, second.asked], [false, false, 0]);
});

test("the list has the versions that are used, whole", () => {
  const lines = readFileSync(LIST, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const lock = readFileSync(new URL("../../Cargo.lock", import.meta.url), "utf8");
  const setup = readFileSync(SETUP, "utf8");
  const versions = {
    trunk: /TRUNK_VERSION=(\S+)/.exec(setup)[1],
    "wasm-bindgen": /name = "wasm-bindgen"\nversion = "(.*)"/.exec(lock)[1],
  };
  for (const [command, version] of Object.entries(versions)) {
    assert.ok(lines.some((line) => line.startsWith(`${command} ${version} x86_64-Linux `)), `${command} ${version}`);
  }
  for (const line of lines) {
    assert.match(line, /^[\w-]+ [\d.]+ [\w-]+ [0-9a-f]{64} https:\/\/github\.com\/\S+\.tar\.gz$/);
    const [, version, , , address] = line.split(" ");
    assert.ok(address.includes(version), line);
  }
});
