// Reads the types of what a wasm module imports and exports. https://webassembly.github.io/spec/core/binary/

const TYPES = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64', 0x7b: 'v128', 0x70: 'funcref', 0x6f: 'externref' };
const KINDS = ['function', 'table', 'memory', 'global'];

/** The functions and globals that cross the border: {imports, exports}, each [{name, types: ['i32', …]}]. */
export function signatures(bytes) {
  const reader = new Reader(bytes);
  reader.at = 8;
  const functionTypes = [];
  const functions = [];
  const globals = [];
  const imports = [];
  const exports = [];
  while (reader.at < bytes.length) {
    const section = reader.byte();
    const end = reader.number() + reader.at;
    if (section === 1) {
      reader.each(() => {
        if (reader.byte() !== 0x60) throw new Error('a type that is no function');
        functionTypes.push([...reader.each(() => reader.type()), ...reader.each(() => reader.type())]);
      });
    } else if (section === 2) {
      reader.each(() => {
        const name = `${reader.name()}.${reader.name()}`;
        const kind = KINDS[reader.byte()];
        if (kind === 'function') {
          functions.push(functionTypes[reader.number()]);
          imports.push({ name, types: functions.at(-1) });
        } else if (kind === 'global') {
          globals.push([reader.type()]);
          reader.byte();
          imports.push({ name, types: globals.at(-1) });
        } else {
          if (kind === 'table') reader.byte();
          reader.limits();
        }
      });
    } else if (section === 3) {
      reader.each(() => functions.push(functionTypes[reader.number()]));
    } else if (section === 6) {
      reader.each(() => {
        globals.push([reader.type()]);
        reader.byte();
        reader.constant();
      });
    } else if (section === 7) {
      reader.each(() => {
        const name = reader.name();
        const kind = KINDS[reader.byte()];
        const number = reader.number();
        const types = kind === 'function' ? functions[number] : kind === 'global' ? globals[number] : [];
        exports.push({ name, types });
      });
    }
    reader.at = end;
  }
  return { imports, exports };
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 number. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  name() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString('utf8');
  }

  type() {
    const byte = this.byte();
    return TYPES[byte] ?? `0x${byte.toString(16)}`;
  }

  limits() {
    const bounded = this.byte() & 1;
    this.number();
    if (bounded) this.number();
  }

  /** An initial value: one instruction and its end. */
  constant() {
    const instruction = this.byte();
    if (instruction === 0x43) this.at += 4;
    else if (instruction === 0x44) this.at += 8;
    else this.number();
    if (this.byte() !== 0x0b) throw new Error('an initial value of more than one instruction');
  }

  each(read) {
    return Array.from({ length: this.number() }, read);
  }
}
