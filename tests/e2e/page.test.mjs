// What the page does with a report, in every browser of BROWSERS: from the first screen to findings, cells and
// pictures, in both languages, without a request after "ready".
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, PROJECT, launch, leftOut, surprises } from './browser.mjs';

const sample = (file) => readFileSync(join(PROJECT, 'www/samples', file));
const SEED = process.env.GOUJI_REPORTS && join(process.env.GOUJI_REPORTS, 'seed/000_bfb1f788e4caebeb.txt');

/** What the samples are for: the verdict, and the rules that complain. */
const SAMPLES = [
  { name: 'clean', file: 'clean.html', verdict: 'passed', codes: [] },
  { name: 'broken', file: 'broken.txt', verdict: 'failed', codes: ['N01', 'N08', 'R02', 'R03'] },
  { name: 'messy', file: 'messy.html', verdict: 'attention', codes: ['C01', 'C02', 'C06', 'C10', 'R08'] },
];

/** The bytes of a text in GB18030, which Node only decodes: its table is turned round. */
function inGb18030(text) {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
    const found = bytes.get(character);
    if (!found) throw new Error(`${character} is not among the two-byte characters`);
    return found;
  }));
}

for (const version of BROWSERS) {
  describe(`page in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let server;
    let served = [];
    let loaded;

    before(async () => {
      server = await serve(DIST, 0, async (path) => {
        served.push(path);
        return {};
      });
    });
    // Whatever a test did: nothing went out after "ready", and nothing went wrong unseen.
    afterEach(async () => {
      if (!page) return;
      const [requests, errors] = [page.requests.slice(loaded.requests), surprises(page)];
      await page.close();
      page = null;
      assert.deepEqual(requests, []);
      assert.deepEqual(served.slice(loaded.served), []);
      assert.deepEqual(errors, []);
    });
    after(() => server?.close());

    async function open(query = '') {
      page = await launch(version);
      served = [];
      await page.ready(server.address + query);
      loaded = { requests: page.requests.length, served: served.length };
    }

    const verdict = () => page.until(
      '(document.querySelector("[data-testid=verdict][data-verdict]") || { dataset: {} }).dataset.verdict', 'a verdict');
    const codes = () => page.evaluate(
      '[].map.call(document.querySelectorAll("[data-testid=finding]"), function (card) { return card.dataset.code; })');
    const cell = (name) => page.evaluate(
      `(document.querySelector(${JSON.stringify(`[data-testid="cell-${name}"] .number`)}) || {}).textContent`);

    test('the first screen: samples one click away, closed to the network', async () => {
      await open();
      assert.match(await page.evaluate('document.querySelector("h1").textContent'), /政府信息公开年报/);
      for (const { name } of SAMPLES) assert.ok(await page.exists(`sample-${name}`), name);
      assert.match(await page.evaluate('document.body.innerText'), /已封网 · 自检通过/);
      await page.screenshot(`first-${version.name}`);
      await page.click('sample-broken');
      assert.equal(await verdict(), 'failed');
    });

    for (const { name, verdict: expected, codes: complaining } of SAMPLES) {
      test(`the sample ${name}: ${expected}`, async () => {
        await open(`?sample=${name}`);
        assert.equal(await verdict(), expected);
        assert.deepEqual([...new Set(await codes())].sort(), complaining);
        assert.match(await page.text('verdict'), expected === 'failed' ? /不成立/ : /成立/);
        await page.screenshot(`${name}-${version.name}`);
      });
    }

    test('a finding leads to its cells, and a cell to its findings', async () => {
      await open('?sample=broken');
      await verdict();
      await page.evaluate('document.querySelector("[data-testid=finding] button").click()');
      await page.until('document.querySelectorAll(".figure.lit [data-cell]").length >= 2', 'the cells of the finding');
      const wrong = await page.evaluate('document.querySelector(".figure.broken [data-cell]").dataset.cell');
      await page.click(`cell-${wrong}`);
      await page.until('document.querySelectorAll("[data-testid=finding].selected, [data-testid=finding].lit, '
        + '[data-testid=finding].here").length', 'a finding of the cell');
    });

    test('three pictures, each with its numbers as a table', async () => {
      await open('?sample=broken');
      await verdict();
      for (const name of ['balance', 'flow', 'applicants']) {
        const counts = await page.evaluate(`(function () {
          var picture = document.querySelector('[data-testid="chart-${name}"]');
          return [picture.querySelectorAll('svg[role=img] > *').length, picture.querySelectorAll('table tr').length];
        }())`);
        assert.ok(counts[0] > 5 && counts[1] > 2, `${name}: ${counts} drawn parts and table rows`);
      }
    });

    test('a file that is chosen', async () => {
      await open();
      await page.choose('file-input', [join(PROJECT, 'www/samples/broken.txt')]);
      assert.equal(await verdict(), 'failed');
    });

    test('a file that is dropped, in GB18030', async () => {
      await open();
      await page.drop('年报.txt', inGb18030(sample('broken.txt').toString('utf8')), 'text/plain');
      assert.equal(await verdict(), 'failed');
      assert.match(await page.evaluate('document.body.innerText'), /青岭市人民政府/);
    });

    test('a table that is pasted out of another program', async () => {
      await open();
      await page.paste({ html: sample('clean.html').toString('utf8'), text: '年报' });
      assert.equal(await verdict(), 'passed');
    });

    test('words that are pasted', async () => {
      await open();
      await page.paste({ text: sample('broken.txt').toString('utf8') });
      assert.equal(await verdict(), 'failed');
    });

    test('what is no report is said to be none, and what was typed stays', async () => {
      await open();
      await page.paste({ text: '今天天气不错，适合散步。' });
      assert.match(await page.text('message'), /没有认出年报/);
      assert.match(await page.evaluate('(document.querySelector("[data-testid=draft]") || {}).value'), /今天天气不错/);
    });

    test('bytes that are no text are refused with a message', async () => {
      await open();
      await page.drop('a.bin', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)));
      assert.notEqual(await page.text('message'), '');
    });

    test('the other language, without another look at the file', async () => {
      await open('?sample=broken');
      const chinese = await page.text('verdict');
      await page.click('language');
      await page.until('document.documentElement.lang.indexOf("en") === 0', 'the language');
      const english = await page.until(
        `(function () {
          var said = (document.querySelector("[data-testid=verdict]") || {}).textContent;
          return said && !/[\\u4e00-\\u9fff]/.test(said) ? said : null;
        }())`, 'an English verdict');
      assert.notEqual(english, chinese);
      assert.deepEqual([...new Set(await codes())].sort(), ['N01', 'N08', 'R02', 'R03']);
      await page.screenshot(`broken-en-${version.name}`);
    });

    test('the seed: a public report of 2020', { skip: !(SEED && existsSync(SEED)) && 'GOUJI_REPORTS is not set' }, async () => {
      await open();
      await page.drop('000_bfb1f788e4caebeb.txt', readFileSync(SEED), 'text/plain');
      assert.notEqual(await verdict(), 'failed');
      assert.equal(await cell('requests.new_received.natural_person'), '81');
      assert.equal(await cell('requests.outcome_total.total'), '79');
      assert.equal(await cell('requests.carried_out.total'), '2');
      await page.screenshot(`seed-${version.name}`);
    });
  });
}
