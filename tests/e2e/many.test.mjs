// Several files at once: a line each, sorted, searched, one opened and back.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, PROJECT, launch, leftOut, surprises } from './browser.mjs';

const FILES = ['clean.html', 'broken.txt', 'messy.html'].map((file) => join(PROJECT, 'www/samples', file));

for (const version of BROWSERS) {
  describe(`many reports in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
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

    const names = () => page.evaluate(
      '[].map.call(document.querySelectorAll("[data-testid=line] th button"), function (button) { return button.textContent; }).join(" ")');
    const named = (wanted) => page.until(
      `[].map.call(document.querySelectorAll("[data-testid=line] th button"), function (button) { return button.textContent; }).join(" ") === "${wanted}"`, wanted);

    test('a line each, the gravest first, one opened and back', async () => {
      page = await launch(version);
      await page.ready(server.address);
      await page.choose('file-input', FILES);
      await page.until('/已核对 3 份，共 3 份/.test((document.querySelector("[data-testid=many-count]") || {}).textContent)', 'all three');
      assert.equal(await names(), 'clean.html broken.txt messy.html');
      await page.evaluate('document.querySelectorAll("th[aria-sort] button")[2].click()');
      await named('broken.txt messy.html clean.html');
      await page.screenshot(`many-${version.name}`);
      await page.evaluate('document.querySelector("[data-testid=line] th button").click()');
      assert.match(await page.text('verdict'), /2 项不成立/);
      await page.evaluate('location.hash = "#many"');
      await named('broken.txt messy.html clean.html');
    });
  });
}
