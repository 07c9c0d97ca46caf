#!/usr/bin/env node
// The whole check of one report in a browser's tab, against the browser's own DOMParser plus a walk over the page's
// tables, on the same bytes in the same tab.
//
//   node benches/browser/check.mjs [--engine FOLDER] [--at-most RATIO] [FILE.html…]
//
// FOLDER holds the engine as `trunk build` left it (default: dist). Without a FILE, the sample of 8 KB is checked.
// Printed are the medians over pairs of measurements and the best of each; the ratio is that of the medians of pairs,
// and in brackets that of the best (on a busy machine the only one that says something). With --at-most the status is
// 1 if the former is above RATIO.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BROWSERS, DIST, launch } from '../../tests/e2e/browser.mjs';

const PAIRS = 200;
/** How long a measurement lasts: performance.now() counts in steps of 0.1 ms. */
const MEASURE_MS = 3;

const { folder, atMost, files } = options(process.argv.slice(2));

const page = await launch(BROWSERS.find(({ name }) => name === 'current'));
let worst = 0;
try {
  await page.evaluate(`${engine(/^engine(-[0-9a-f]+)?\.js$/).toString('utf8')}\nwindow.engine = wasm_bindgen; undefined`);
  await page.evaluate(`engine({ module_or_path: (${bytesOf})(${JSON.stringify(engine(/^engine_bg.*\.wasm$/).toString('base64'))}) }).then(() => true)`);
  const version = await page.send('Browser.getVersion').catch(() => null);
  console.log(`engine of ${folder}${version ? ` in ${version.product}` : ''}, ${PAIRS} pairs of ${MEASURE_MS} ms`);
  for (const file of files) {
    const bytes = readFileSync(file);
    const { ours, theirs, ratio, best, cells } = await page.evaluate(
      `(${compare})((${bytesOf})(${JSON.stringify(bytes.toString('base64'))}), ${JSON.stringify(basename(file))}, ${PAIRS}, ${MEASURE_MS})`);
    worst = Math.max(worst, ratio);
    console.log(`${basename(file)}: ${bytes.length} bytes, ${cells} cells; whole check ${ours.toFixed(3)} ms, `
      + `DOMParser and table walk ${theirs.toFixed(3)} ms; ratio ${ratio.toFixed(2)} `
      + `(best ${best.map((one) => one.toFixed(3)).join(' and ')} ms, ratio ${(best[0] / best[1]).toFixed(2)})`);
  }
} finally {
  await page.browser.close();
}
if (atMost !== null && worst > atMost) {
  console.error(`the whole check takes ${worst.toFixed(2)} times what the browser's own parser takes; at most ${atMost} is allowed`);
  process.exit(1);
}

function options(words) {
  const found = { folder: DIST, atMost: null, files: [] };
  while (words.length) {
    const word = words.shift();
    if (word === '--engine') found.folder = words.shift();
    else if (word === '--at-most') found.atMost = Number(words.shift());
    else found.files.push(word);
  }
  if (!found.files.length) found.files.push(new URL('../../www/samples/clean.html', import.meta.url).pathname);
  return found;
}

function engine(pattern) {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  if (names.length !== 1) throw new Error(`${folder}: expected one ${pattern}, found ${names.length}; run trunk build`);
  return readFileSync(join(folder, names[0]));
}

// What follows runs in the tab.

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function compare(bytes, name, pairs, measure) {
  const decoder = new TextDecoder();
  const check = () => window.engine.check(name, 'zh', bytes).length;
  const parse = () => {
    const page = new DOMParser().parseFromString(decoder.decode(bytes), 'text/html');
    let cells = 0;
    let length = 0;
    for (const table of page.querySelectorAll('table')) {
      for (const row of table.rows) {
        for (const cell of row.cells) {
          cells += cell.colSpan * cell.rowSpan;
          length += cell.textContent.trim().length;
        }
      }
    }
    return cells + length / 1e9;
  };
  const time = (work) => {
    const start = performance.now();
    let runs = 0;
    let taken = 0;
    while (taken < measure) {
      work();
      runs += 1;
      taken = performance.now() - start;
    }
    return taken / runs;
  };
  const sorted = (values) => [...values].sort((one, other) => one - other);
  const at = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)];
  for (let warm = 0; warm < 5; warm += 1) [time(check), time(parse)];
  const ours = [];
  const theirs = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    // Each goes first as often as the other.
    if (pair % 2) [check, parse].forEach((work, index) => [ours, theirs][index].push(time(work)));
    else [parse, check].forEach((work, index) => [theirs, ours][index].push(time(work)));
  }
  const ratios = ours.map((mine, index) => mine / theirs[index]);
  return { ours: at(ours, 0.5), theirs: at(theirs, 0.5), ratio: at(ratios, 0.5), best: [at(ours, 0), at(theirs, 0)], cells: Math.floor(parse()) };
}
