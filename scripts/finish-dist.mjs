#!/usr/bin/env node
// The last step of Trunk's build (a hook in Trunk.toml): names that change with the content, integrity for all that
// is loaded, and the list of it for boot.js.
//
// Trunk does not hash a worker's files, hashes a program before wasm-opt has seen it, and gives a script of
// `pattern_script` no integrity. Here the engine's glue and its side of the worker become one script.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { shortened } from './short-names.mjs';
import { line, sizes } from './sizes.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) {
  console.error('finish-dist: run by Trunk (TRUNK_STAGING_DIR is not set)');
  process.exit(1);
}
const indexPath = join(folder, 'index.html');
let index = readFileSync(indexPath, 'utf8');

/** Gives a file of the build a name with its hash; returns {url, integrity, bytes} for boot.js. */
function named(path) {
  const bytes = readFileSync(join(folder, path));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const stem = basename(path, extname(path)).replace(/-[0-9a-f]{14,16}(?=_bg$|$)/, '');
  const url = join(dirname(path), `${stem}-${hash}${extname(path)}`);
  renameSync(join(folder, path), join(folder, url));
  return { url, integrity: integrity(bytes), bytes: bytes.length };
}

function integrity(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function only(pattern, what) {
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`finish-dist: expected one ${what}, found ${found.length}: ${found}`);
  return found[0];
}

// Shorter names between each program and its glue; the comments of the glue are for those who read the source.
for (const [wasmPattern, gluePattern] of [[/^page-[0-9a-f]+_bg\.wasm$/, /^page-[0-9a-f]+\.js$/], [/^engine_bg\.wasm$/, /^engine\.js$/]]) {
  const [wasmPath, gluePath] = [only(wasmPattern, 'wasm'), only(gluePattern, 'glue')].map((name) => join(folder, name));
  const { wasm, glue } = shortened(readFileSync(wasmPath), readFileSync(gluePath, 'utf8'));
  writeFileSync(wasmPath, wasm);
  writeFileSync(gluePath, glue.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '').replace(/^ +/gm, ''));
}

// The page: its glue is a script of index.html, its wasm is fetched by boot.js.
const pageGlue = only(/^page-[0-9a-f]+\.js$/, "page's glue");
const glue = named(pageGlue);
const pageWasm = named(only(/^page-[0-9a-f]+_bg\.wasm$/, "page's wasm"));
const pageScript = new RegExp(`<script[^>]*src="[^"]*${pageGlue}"[^>]*></script>`);
if (!pageScript.test(index)) throw new Error("finish-dist: index.html does not load the page's glue");
index = index.replace(pageScript, `<script defer src="./${glue.url}" integrity="${glue.integrity}"></script>`);

// The engine: glue and the worker's side in one script.
const shim = join(process.env.TRUNK_SOURCE_DIR ?? '.', 'www', 'worker.js');
const engineGlue = only(/^engine\.js$/, "engine's glue");
writeFileSync(join(folder, engineGlue), `${readFileSync(join(folder, engineGlue), 'utf8')}\n${readFileSync(shim, 'utf8')}`);
const engine = { script: named(engineGlue), wasm: named(only(/^engine_bg\.wasm$/, "engine's wasm")) };

// The further readers: each glue in a function that gives a new one every time it is called.
const readers = Object.fromEntries(readdirSync(folder)
  .map((name) => name.match(/^(\w+)_bg\.wasm$/)?.[1])
  .filter(Boolean)
  .sort()
  .map((name) => {
    const path = join(folder, `${name}.js`);
    writeFileSync(path, `(self.goujiReaders = self.goujiReaders || {}).${name} = function () {\n`
      + `${readFileSync(path, 'utf8')}\nreturn wasm_bindgen;\n};\n`);
    return [name, { script: named(`${name}.js`), wasm: named(`${name}_bg.wasm`) }];
  }));

// The samples, by name without their ending.
const sampleFolder = join(folder, 'samples');
const samples = existsSync(sampleFolder)
  ? readdirSync(sampleFolder).filter((name) => statSync(join(sampleFolder, name)).isFile()).sort().map((name) => ({
    name: basename(name, extname(name)),
    file: name,
    ...named(join('samples', name)),
  }))
  : [];

const files = JSON.stringify({ page: { wasm: pageWasm }, engine, readers, samples });
const bootScript = /<script(?=[^>]*src="[^"]*boot[^"]*\.js")/g;
if ((index.match(bootScript) ?? []).length !== 1) throw new Error('finish-dist: index.html does not load boot.js once');
index = index.replace(bootScript, `<script data-files="${files.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`);
// Comments are for those who read the source.
index = index.replace(/<!--[\s\S]*?-->/g, '').replace(/^\s*\n/gm, '');
writeFileSync(indexPath, index);

for (const part of sizes(folder)) console.log(`  ${line(part)}`);
