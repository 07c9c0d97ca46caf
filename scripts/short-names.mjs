// Short names for what a program imports from its glue. wasm-bindgen's carry a hash each, which no compression makes
// smaller, and they stand in both files: some kilobytes on the wire.

const IMPORTS = 2;

/** The program and its glue with the functions that it imports renamed: {wasm: Buffer, glue: string}. */
export function shortened(wasm, glue) {
  const names = new Map();
  const shorten = (name) => {
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name);
  };
  const parts = [wasm.subarray(0, 8)];
  let at = 8;
  while (at < wasm.length) {
    const [size, start] = number(wasm, at + 1);
    if (wasm[at] === IMPORTS) {
      const section = renamed(wasm, start, shorten);
      parts.push(Buffer.of(IMPORTS), written(section.length), section);
    } else {
      parts.push(wasm.subarray(at, start + size));
    }
    at = start + size;
  }
  // The glue has them as keys of one object: `__wbg_name_0123456789abcdef: function(`.
  const said = new Set();
  const short = glue.replace(/(?<=^\s*)[\w$]+(?=: function)/gm, (name) => {
    said.add(name);
    return names.get(name) ?? name;
  });
  const missing = [...names.keys()].filter((name) => !said.has(name));
  if (missing.length) throw new Error(`short-names: the glue has no ${missing}`);
  return { wasm: Buffer.concat(parts), glue: short };
}

/** The section of imports that starts at `at`, each field's name put through `shorten`. */
function renamed(wasm, at, shorten) {
  const parts = [];
  const copy = (end) => {
    parts.push(wasm.subarray(at, end));
    at = end;
  };
  const [count, first] = number(wasm, at);
  copy(first);
  for (let index = 0; index < count; index++) {
    const [moduleSize, moduleStart] = number(wasm, at);
    copy(moduleStart + moduleSize);
    const [size, start] = number(wasm, at);
    const name = Buffer.from(shorten(wasm.toString('utf8', start, start + size)));
    parts.push(written(name.length), name);
    at = start + size;
    if (wasm[at] !== 0) throw new Error('short-names: an import that is no function');
    copy(number(wasm, at + 1)[1]);
  }
  return Buffer.concat(parts);
}

/** A LEB128 number at `at`: [value, index after it]. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) | (rest ? 128 : 0));
    value = rest;
  } while (value);
  return Buffer.from(bytes);
}
