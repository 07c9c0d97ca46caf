// The frame in other sites' pages, in every browser of BROWSERS: a report out of the host's own page, by address and by
// hand; several on a page; a host with a strict policy; and nobody else's messages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, PROJECT, launch, leftOut } from './browser.mjs';

const FIXTURE = readFileSync(join(PROJECT, 'tests/fixtures/formats/report.pdf'));

for (const version of BROWSERS) {
  describe(`embedded in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let gouji;
    let host;
    let hostPage = '';
    let asked = [];

    before(async () => {
      gouji = await serve(DIST, 0, async (path) => {
        asked.push(path);
        return {};
      });
      // A site of its own: its page, and a report that lies on it.
      host = await serve(DIST, 0, async (path) => {
        if (path === '/') return { bytes: Buffer.from(hostPage) };
        return path === '/report.pdf' ? { bytes: FIXTURE } : {};
      });
    });
    afterEach(async () => {
      await page?.close();
      page = null;
    });
    after(async () => {
      await gouji?.close();
      await host?.close();
    });

    /** Opens a page of the host with this body, and collects what the elements say in window.said. */
    async function open(body) {
      asked = [];
      const policy = `default-src 'self'; script-src 'self' ${new URL(gouji.address).origin}; frame-src ${new URL(gouji.address).origin}`;
      hostPage = `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`
        + `<title>云陂县人民政府网</title><script type="module" src="${gouji.address}embed.js"></script><body>${body}`;
      page = await launch(version);
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `window.said = [];
        ['ready', 'result', 'error'].forEach(function (kind) {
          window.addEventListener('gouji-' + kind, function (event) {
            window.said.push({ kind: kind, id: event.target.id, detail: event.detail });
          });
        });` });
      await page.open(host.address);
    }
    const results = (count) => page.until(
      `(function () { var found = window.said.filter(function (one) { return one.kind !== 'ready'; }); return found.length >= ${count} ? found : null; }())`,
      `${count} results`);

    test('by address, a PDF: one reader is fetched, and only it', async () => {
      await open('<gouji-report id="a" src="/report.pdf" view="full" lang="zh-CN"></gouji-report>');
      const [{ kind, detail }] = await results(1);
      assert.equal(kind, 'result');
      assert.equal(detail.verdict, 'passed');
      assert.equal(detail.source.format, 'pdf');
      assert.deepEqual(asked.filter((path) => /_bg-.*\.wasm$/.test(path)).map((path) => path.match(/(\w+)_bg/)[1]).sort(),
        ['engine', 'fixed', 'page']);
      await page.until('Number(document.getElementById("a").shadowRoot.querySelector("iframe").height) > 400', 'its height');
      await page.screenshot(`embedded-${version.name}`);
    });

    test('several on a page: out of the page itself, and by hand', async () => {
      const report = readFileSync(join(PROJECT, 'www/samples/broken.txt'), 'utf8').split('\n').map((line) => `<p>${line}</p>`).join('');
      await open(`<article id="content">${report}</article><gouji-report id="a" for="#content" view="summary"></gouji-report>`
        + '<gouji-report id="b" view="findings"></gouji-report>');
      await page.until('window.said.filter(function (one) { return one.kind === "ready"; }).length === 2', 'both');
      await page.evaluate('document.getElementById("b").data = document.getElementById("content").innerText');
      const found = await results(2);
      for (const { kind, detail } of found) {
        assert.equal(kind, 'result', JSON.stringify(detail));
        assert.equal(detail.verdict, 'failed');
      }
      assert.deepEqual(found.map(({ id }) => id).sort(), ['a', 'b']);
      const height = (id) => `Number(document.getElementById('${id}').shadowRoot.querySelector('iframe').height)`;
      await page.until(`${height('b')} > ${height('a')} + 100`, 'a summary that is lower than the findings');
    });

    test('messages of others are not heard', async () => {
      await open('<gouji-report id="a"></gouji-report>');
      await page.until('window.said.length === 1', 'ready');
      await page.evaluate(`window.postMessage({ gouji: { v: 1, type: 'result', review: { verdict: 'passed' } } }, '*')`);
      await page.evaluate('new Promise(function (done) { setTimeout(done, 500); })');
      assert.equal(await page.evaluate('window.said.length'), 1);
    });

    test('an address where nothing is', async () => {
      await open('<gouji-report id="a" src="/nothing.pdf"></gouji-report>');
      const [{ kind, detail }] = await results(1);
      assert.equal(kind, 'error');
      assert.match(detail, /404/);
    });

    test('the demonstration page', async () => {
      page = await launch(version);
      await page.open(`${gouji.address}demo/`);
      await page.until('[].every.call(document.querySelectorAll("gouji-report"), function (one) { return one.shadowRoot && Number(one.shadowRoot.querySelector("iframe").height) !== 120; })', 'both frames');
      await page.evaluate('new Promise(function (done) { setTimeout(done, 1500); })');
      await page.screenshot(`demo-${version.name}`);
    });
  });
}
