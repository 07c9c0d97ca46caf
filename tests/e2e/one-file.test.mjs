// gouji-offline.html, opened from the disk, in every browser of BROWSERS: no server, every format, sealed.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BROWSERS, DIST, PROJECT, launch, leftOut, surprises } from './browser.mjs';

const FOLDER = join(PROJECT, 'tests/fixtures/formats');
const FORMATS = ['docx', 'doc', 'xlsx', 'xls', 'ods', 'csv', 'pdf', 'ofd'];

for (const version of BROWSERS) {
  describe(`one file in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let folder;
    let address;

    before(() => {
      // Alone in a folder with a name as users have it.
      folder = mkdtempSync(join(tmpdir(), 'gouji 勾稽 '));
      cpSync(join(DIST, 'gouji-offline.html'), join(folder, '勾稽 离线版.html'));
      address = pathToFileURL(join(folder, '勾稽 离线版.html')).href;
    });
    afterEach(async () => {
      await page?.close();
      page = null;
    });
    after(() => rmSync(folder, { recursive: true }));

    test('every format, and not one request', async () => {
      page = await launch(version);
      await page.ready(address);
      assert.equal(await page.state('data-sealed'), 'true');
      assert.equal(await page.state('data-missing'), null);
      for (const format of FORMATS) {
        await page.drop(`report.${format}`, readFileSync(join(FOLDER, `report.${format}`)));
        await page.until(`(document.querySelector("[data-testid=verdict][data-verdict]") || { dataset: {} }).dataset.verdict === "passed"
          && (document.querySelectorAll(".files .here b").length ? document.querySelector(".files .here b").textContent : "report.docx") === "report.${format}"`,
        `a verdict on ${format}`);
      }
      await page.screenshot(`one-file-${version.name}`);
      assert.deepEqual(page.requests.map(({ url }) => url).filter((url) => url !== address), []);
      assert.deepEqual(surprises(page), []);
    });

    test('a sample by its address', async () => {
      page = await launch(version);
      await page.ready(`${address}?sample=broken`);
      await page.until('(document.querySelector("[data-testid=verdict][data-verdict]") || { dataset: {} }).dataset.verdict === "failed"', 'a verdict');
    });
  });
}
