// The page once it is installed, in every browser of BROWSERS: it opens without a server, a new version asks first, one
// that does not come whole changes nothing, and what is shared with it is checked.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { serviceWorker } from '../../scripts/service-worker.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, PROJECT, launch, leftOut } from './browser.mjs';

const FOLDER = join(PROJECT, 'tests/fixtures/formats');
const FORMATS = ['docx', 'doc', 'xlsx', 'xls', 'ods', 'csv', 'pdf', 'ofd'];
// What the page of the second deploy says of itself; the program that it starts leaves it alone, as it does not the title.
const IS_SECOND = '!!document.querySelector("html[data-second]")';

for (const version of BROWSERS) {
  describe(`installed in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let server;
    let served = [];
    let meddle = async () => ({});
    let second;

    beforeEach(async () => {
      served = [];
      meddle = async () => ({});
      server = await serve(DIST, 0, (path) => {
        served.push(path);
        return meddle(path);
      });
      page = await launch(version);
      await page.ready(server.address);
      await page.until('navigator.serviceWorker.getRegistration().then(function (found) { return !!(found && found.active); })',
        'the service worker');
    });
    afterEach(async () => {
      await page?.close();
      await server?.close().catch(() => {});
      if (second) rmSync(second, { recursive: true });
      second = null;
    });

    const reload = async () => {
      await page.send('Page.reload', {});
      // The page before says that it is ready, too.
      await page.until('performance.now() < 60000 && document.readyState === "complete" && !!navigator.serviceWorker.controller', 'a controlled page');
      await page.settled();
    };
    const verdict = async (file, bytes) => {
      await page.drop(file, bytes);
      await page.until(`(document.querySelector("[data-testid=verdict][data-verdict]") || { dataset: {} }).dataset.verdict === "passed"
        && (document.querySelectorAll(".files .here b").length ? document.querySelector(".files .here b").textContent : ${JSON.stringify(file)}) === ${JSON.stringify(file)}`,
      `a verdict on ${file}`);
    };
    const read = (file) => verdict(file, readFileSync(join(FOLDER, file)));
    const offered = '!!document.getElementById("boot-update")';

    /** Another build of the same: one file is different, and with it the list. */
    function deploySecond() {
      second = mkdtempSync(join(tmpdir(), 'gouji-second-'));
      cpSync(DIST, second, { recursive: true });
      const index = join(second, 'index.html');
      writeFileSync(index, readFileSync(index, 'utf8').replace('<html', '<html data-second'));
      writeFileSync(join(second, 'sw.js'), serviceWorker(second, readFileSync(join(PROJECT, 'www/sw.js'), 'utf8')));
      return (path) => ({ bytes: readFileSync(join(second, path.endsWith('/') ? `${path}index.html` : path)) });
    }

    test('without a server it opens, is sealed, and reads every format', async () => {
      await server.close();
      await reload();
      assert.equal(await page.state('data-ready'), 'true');
      assert.equal(await page.state('data-sealed'), 'true');
      assert.equal(await page.state('data-missing'), null);
      for (const format of FORMATS) await read(`report.${format}`);
    });

    test('a returning user asks the server for nothing once the page is ready', async () => {
      await reload();
      const before = served.length;
      await read('report.pdf');
      await page.evaluate('new Promise(function (done) { setTimeout(done, 1500); })');
      // The browser looks by itself whether the service worker's script has changed, when it likes.
      assert.deepEqual(served.slice(before).filter((path) => path !== '/sw.js'), []);
    });

    test('a second deploy asks first, and the old page goes on until then', async () => {
      await reload();
      const other = deploySecond();
      meddle = async (path) => other(path);
      await reload();
      await page.until(offered, 'the offer of the new version');
      assert.equal(await page.evaluate(IS_SECOND), false, 'the page that opened is the old one');
      await read('report.ofd');
      await page.evaluate('document.querySelector("#boot-update button").click()');
      await page.until(IS_SECOND, 'the new version');
      await page.settled();
      await read('report.xls');
    });

    test('an update that does not come whole changes nothing', async () => {
      await reload();
      const other = deploySecond();
      meddle = async (path) => (/fixed_bg/.test(path) || path === '/' ? { status: 503 } : other(path));
      await reload();
      assert.equal(await page.evaluate(IS_SECOND), false);
      assert.equal(await page.evaluate(offered), false);
      assert.ok(served.includes('/sw.js'));
      await server.close();
      await reload();
      assert.equal(await page.state('data-ready'), 'true');
      await read('report.pdf');
    });

    test('what is shared with it is checked', { skip: version.name === '78' && 'share_target came with 89' }, async () => {
      await reload();
      const bytes = readFileSync(join(FOLDER, 'report.csv')).toString('base64');
      await page.open('about:blank');
      await page.until('location.href === "about:blank"');
      const before = served.length;
      await page.evaluate(`(function () {
        var form = document.createElement('form');
        form.action = ${JSON.stringify(`${server.address}share`)};
        form.method = 'post';
        form.enctype = 'multipart/form-data';
        var input = document.createElement('input');
        input.type = 'file';
        input.name = 'files';
        var transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(${JSON.stringify(bytes)}), function (c) { return c.charCodeAt(0); })], 'report.csv'));
        input.files = transfer.files;
        form.appendChild(input);
        document.body.appendChild(form);
        form.submit();
      }())`);
      await page.until('(document.querySelector("[data-testid=verdict][data-verdict]") || { dataset: {} }).dataset.verdict === "passed"', 'a verdict');
      assert.ok(!served.slice(before).some((path) => path.startsWith('/share')), 'the report went to the server');
    });

    test('a browser has nothing against installing it', { skip: version.name === '78' && 'the call came with 80' }, async () => {
      const { installabilityErrors } = await page.send('Page.getInstallabilityErrors', {});
      // A private window and a browser without a screen are the browser's own reasons.
      assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
      const manifest = await page.send('Page.getAppManifest', {});
      assert.deepEqual(manifest.errors, []);
      assert.match(manifest.data, /file_handlers/);
    });
  });
}
