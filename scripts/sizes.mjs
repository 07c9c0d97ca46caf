// How much of the built page goes over the wire, in brotli bytes, against what it may take.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const KB = 1024;
/**
 * The parts of a first load: the pattern of their files' names, what they should take at most in brotli bytes, and what
 * they are held to until they do (`held`, where they do not yet): it may be lowered, never raised.
 */
export const BUDGETS = [
  { part: 'boot, style and index.html', pattern: /^(?:index\.html|boot-.*\.js|.*\.css)$/, most: 20 * KB },
  { part: 'page: wasm and glue', pattern: /^page(?:_bg)?-.*\.(?:js|wasm)$/, most: 120 * KB },
  { part: 'engine: wasm and worker', pattern: /^engine(?:_bg)?-.*\.(?:js|wasm)$/, most: 160 * KB, held: 345 * KB },
  { part: 'embed.js, for other sites', pattern: /^embed\.js$/, most: 3 * KB },
  { part: 'further readers', pattern: /^(?:sheets|fixed|word97)(?:_bg)?-.*\.(?:js|wasm)$/, most: 2048 * KB },
];

/** The parts as they are in `folder`: {part, most, held, files, raw, brotli}, sizes in bytes. */
export function sizes(folder) {
  const names = readdirSync(folder);
  return BUDGETS.map(({ part, pattern, most, held = most }) => {
    const files = names.filter((name) => pattern.test(name)).sort();
    const contents = files.map((name) => readFileSync(join(folder, name)));
    const raw = contents.reduce((sum, bytes) => sum + bytes.length, 0);
    const brotli = contents.reduce((sum, bytes) => sum + compressed(bytes), 0);
    return { part, most, held, files, raw, brotli };
  });
}

/** One line for people. */
export function line({ part, most, raw, brotli }) {
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  const over = brotli > most ? `  OVER ITS BUDGET by ${kb(brotli - most)}` : '';
  return `${part.padEnd(28)}${kb(raw).padStart(10)}  brotli ${kb(brotli).padStart(9)} of ${kb(most)}${over}`;
}

function compressed(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}
