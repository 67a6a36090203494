// Which crate how much of a wasm file comes from, by the names in its name section.

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString("utf8");
  }

  skip(count) {
    this.at += count;
  }
}

function* sections(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = bytes[reader.at++];
    const size = reader.number();
    const end = reader.at + size;
    const name = id === 0 ? new Reader(bytes, reader.at) : undefined;
    yield { id, name: name?.text(), start: name?.at ?? reader.at, end };
    reader.at = end;
  }
}

function countImportedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.bytes[reader.at++];
    if (kind === 0) {
      functions += 1;
      reader.number();
    } else if (kind === 1 || kind === 2) {
      if (kind === 1) reader.skip(1);
      const flags = reader.number();
      reader.number();
      if (flags & 1) reader.number();
    } else if (kind === 3) {
      reader.skip(2);
    } else {
      reader.skip(1);
      reader.number();
    }
  }
  return functions;
}

// The crate that a function's mangled name begins with; for an implementation, the crate that wrote it.
export function crateOf(name) {
  const v0 = /^_R.*?C(?:s[0-9A-Za-z]*_)?(\d+)_?(.*)/.exec(name);
  if (v0) return v0[2].slice(0, Number(v0[1]));
  const legacy = /^_ZN(\d+)(.*)/.exec(name);
  if (!legacy) return "other";
  const [, length, rest] = legacy;
  const first = rest.slice(0, Number(length)).replace(/\$[A-Za-z0-9]+\$/g, " ");
  if (!first.startsWith("_ ") && !first.includes("..")) return first;
  return /([a-z_][a-z0-9_]*)\.\./.exec(first)?.[1].replace(/^_+/, "") ?? "other";
}

// A Map of crate, or "data", to bytes. Leaves out what wasm-bindgen takes away: exports and descriptions.
export function bytesByCrate(bytes) {
  const names = new Map();
  const bodies = [];
  const total = new Map();
  const add = (key, count) => total.set(key, (total.get(key) ?? 0) + count);
  let imported = 0;
  for (const { id, name, start, end } of sections(bytes)) {
    const reader = new Reader(bytes, start);
    if (id === 2) imported = countImportedFunctions(reader);
    if (id === 10) {
      for (let left = reader.number(); left > 0; left -= 1) {
        const size = reader.number();
        bodies.push(size);
        reader.skip(size);
      }
    } else if (id === 11) {
      add("data (texts and tables)", end - start);
    } else if (name === "name") {
      while (reader.at < end) {
        const kind = bytes[reader.at++];
        const next = reader.number() + reader.at;
        if (kind === 1) {
          for (let left = reader.number(); left > 0; left -= 1) names.set(reader.number(), reader.text());
        }
        reader.at = next;
      }
    }
  }
  if (names.size === 0) return undefined;
  bodies.forEach((size, index) => {
    const name = names.get(imported + index) ?? "";
    if (!name.startsWith("__wbindgen_describe_")) add(crateOf(name), size);
  });
  return total;
}
