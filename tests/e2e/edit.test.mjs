// Changing figures on the page: by key, by paste, by a suggestion, and the way back; from an empty form to a table
// that can be copied.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, launch, leftOut, surprises } from './browser.mjs';

const WRONG = 'requests.unable_not_held.natural_person';
const FIRST = 'requests.new_received.natural_person';

for (const version of BROWSERS) {
  describe(`editing in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let server;

    before(async () => {
      server = await serve(DIST, 0);
    });
    afterEach(async () => {
      const errors = page ? surprises(page) : [];
      await page?.close();
      page = null;
      assert.deepEqual(errors, []);
    });
    after(() => server?.close());

    async function open(sample) {
      page = await launch(version);
      await page.ready(`${server.address}?sample=${sample}`);
      // The verdict takes the focus when it comes; what is focused before that loses it.
      await page.until('document.activeElement.id === "verdict"', 'the focus on the verdict');
    }

    const verdict = (wanted) => page.until(
      `(document.querySelector("[data-testid=verdict]") || { dataset: {} }).dataset.verdict === "${wanted}"`, wanted);
    const focused = (name) => page.until(`document.activeElement.getAttribute("data-cell") === "${name}"`, `the focus on ${name}`);
    const shown = (name) => page.evaluate(
      `(document.querySelector('[data-testid="cell-${name}"] .number') || {}).textContent`);
    const focus = (name) => page.evaluate(`document.querySelector('[data-testid="cell-${name}"]').focus()`);
    const click = (words) => page.evaluate(
      `[].find.call(document.querySelectorAll('button'), function (button) { return button.textContent === ${JSON.stringify(words)}; }).click()`,
      { userGesture: true });
    const changed = (count) => page.until(`document.querySelectorAll("td.amended").length === ${count}`, `${count} changed cells`);

    async function press(key, modifiers = 0) {
      const text = modifiers ? undefined : { Enter: '\r' }[key] ?? (key.length === 1 ? key : undefined);
      await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, modifiers });
      await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers });
    }

    test('a typed figure is judged at once, kept by Tab, taken back and made again', async () => {
      await open('broken');
      await focus(WRONG);
      await press('4');
      await page.until('document.activeElement.id === "field"', 'the field');
      await press('1');
      await verdict('attention');
      await press('Tab');
      await focused('requests.unable_not_held.commercial_enterprise');
      assert.equal(await shown(WRONG), '41');
      assert.equal(await page.evaluate('document.querySelector("td.amended del").textContent'), '14');
      await press('z', 2);
      await verdict('failed');
      await press('y', 2);
      await verdict('attention');
    });

    test('a change that is given up leaves the cell as it was', async () => {
      await open('clean');
      await focus(FIRST);
      await press('F2');
      await page.until('document.activeElement.id === "field"', 'the field');
      await press('9');
      await verdict('failed');
      await press('Escape');
      await verdict('passed');
      await focused(FIRST);
      await changed(0);
    });

    test('the suggested change, with one click', async () => {
      await open('broken');
      await click('采用此改动');
      await verdict('attention');
      assert.equal(await shown(WRONG), '41');
      await click('撤销');
      await verdict('failed');
    });

    test('a block out of a spreadsheet lies where it was pasted', async () => {
      await open('form-2021');
      await focus(FIRST);
      await page.evaluate(`(function () {
        var transfer = new DataTransfer();
        transfer.setData('text/plain', '一、本年新收\\t5\\t1\\t0\\t0\\t0\\t0\\t6\\r\\n二、上年结转\\t0\\t0\\t0\\t0\\t0\\t0\\t0\\r\\n');
        transfer.setData('text/html', '<table><tr><td>5</td></tr></table>');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }));
      }())`);
      await changed(14);
      assert.equal(await shown('requests.new_received.total'), '6');
      await focused(FIRST);
      await page.screenshot(`form-${version.name}`);
    });

    test('the tables as they are now, for Word and for spreadsheets', async () => {
      await open('broken');
      await click('采用此改动');
      await verdict('attention');
      await page.evaluate(`window.addEventListener('copy', function (event) {
        window.copied = ['text/html', 'text/plain'].map(function (kind) { return event.clipboardData.getData(kind); });
      }, { once: true })`);
      await click('复制三张表');
      const [rich, plain] = await page.until('window.copied', 'the copied tables');
      assert.match(rich, /<td[^>]* rowspan="22"[^>]*>三、本年度办理结果<\/td>/);
      assert.match(rich, /<td>41<\/td>/);
      assert.match(plain, /\t41\t7\t1\t1\t3\t2\t55\n/);
    });
  });
}
