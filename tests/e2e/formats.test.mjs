// Every format in the page, in every browser of BROWSERS: one report dropped in each, every figure as it was written,
// and no request for any of it. The files are of tests/corpus/office.py; report.json has what was written.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, PROJECT, launch, leftOut, surprises } from './browser.mjs';

const FOLDER = join(PROJECT, 'tests/fixtures/formats');
const { cells: WRITTEN } = JSON.parse(readFileSync(join(FOLDER, 'report.json'), 'utf8'));
const FORMATS = ['docx', 'xlsx', 'xls', 'ods', 'csv', 'pdf', 'ofd'];

for (const version of BROWSERS) {
  describe(`formats in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let server;
    let served = [];
    let meddle = async () => ({});

    before(async () => {
      server = await serve(DIST, 0, (path) => {
        served.push(path);
        return meddle(path);
      });
    });
    afterEach(async () => {
      await page?.close();
      page = null;
      meddle = async () => ({});
    });
    after(() => server?.close());

    async function open() {
      page = await launch(version);
      await page.ready(server.address);
      await page.evaluate(`window.goujiEngine.worker.addEventListener('message', function (event) {
        window.lastAnswer = event.data.json ? JSON.parse(event.data.json) : event.data;
      })`);
    }

    /** Drops a file of the folder and returns the review that the page was given. */
    async function dropped(file, bytes = readFileSync(join(FOLDER, file))) {
      await page.evaluate('window.lastAnswer = null');
      await page.drop(file, bytes);
      await page.until('!!window.lastAnswer', `an answer to ${file}`);
      return page.evaluate('window.lastAnswer.review');
    }

    test('every figure of every format, and no request', async () => {
      await open();
      assert.equal(await page.state('data-missing'), null);
      const [loaded, before] = [page.requests.length, served.length];
      for (const format of FORMATS) {
        const review = await dropped(`report.${format}`);
        assert.equal(review.source.format, format);
        for (const [name, text] of Object.entries(WRITTEN)) {
          assert.equal(review.cells[name]?.raw, text, `${format}: ${name}`);
        }
        assert.equal(review.verdict, 'passed', format);
        const drawn = '(document.querySelector(\'[data-testid="cell-requests.new_received.total"] .number\') || {}).textContent';
        await page.until(`${drawn} === ${JSON.stringify(WRITTEN['requests.new_received.total'])}`, `${format}, drawn`);
      }
      await page.screenshot(`formats-${version.name}`);
      assert.deepEqual(page.requests.slice(loaded), []);
      assert.deepEqual(served.slice(before), []);
      assert.deepEqual(surprises(page), []);
    });

    test('a file that breaks its reader is refused, and the next one is read by the same engine', async () => {
      await open();
      for (const format of ['xlsx', 'xls', 'pdf', 'ofd']) {
        const whole = readFileSync(join(FOLDER, `report.${format}`));
        const cut = await dropped(`cut.${format}`, whole.subarray(0, whole.length / 3));
        assert.notEqual(cut.verdict, 'passed', format);
        assert.equal((await dropped(`report.${format}`)).verdict, 'passed', format);
      }
      assert.equal(page.workers, 1);
    });

    test('a reader that cannot be had is named, and the rest works', async () => {
      meddle = async (path) => ({ status: /\/fixed_bg.*\.wasm$/.test(path) ? 503 : 200 });
      await open();
      assert.equal(await page.state('data-missing'), 'fixed');
      assert.match(await page.evaluate('document.getElementById("boot-message").textContent'), /PDF 和 OFD/);
      assert.equal((await dropped('report.xlsx')).verdict, 'passed');
      const refused = await dropped('report.pdf');
      assert.equal(refused.verdict, 'undecided');
      assert.match(refused.findings.find(({ code }) => code === 'E07').message, /没有载入/);
    });
  });
}
