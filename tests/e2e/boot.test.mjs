// How the page comes up, in every browser of BROWSERS: loaded, closed to the network, silent, and honest when it
// cannot be had. What the page then shows is tested in page.test.mjs.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { BROWSERS, DIST, launch, leftOut, surprises } from './browser.mjs';

const REPORT = new TextEncoder().encode('青岭市人民政府2023年政府信息公开工作年度报告\n');

/** Asks the engine through the page's own port, beside the page; the answer's json or error. */
const ask = (page, id, request) => page.evaluate(`new Promise(function (resolve) {
  var port = window.goujiEngine.worker;
  port.addEventListener('message', function listen(event) {
    if (event.data.id === ${id}) {
      port.removeEventListener('message', listen);
      resolve(event.data);
    }
  });
  port.postMessage(Object.assign(${JSON.stringify({ id, kind: 'check', language: 'zh', ...request })},
    { bytes: new Uint8Array(${JSON.stringify([...REPORT])}).buffer }));
})`);

for (const version of BROWSERS) {
  describe(`boot in Chromium ${version.name}`, { skip: leftOut(version) }, () => {
    let page;
    let server;
    /** What the server does before it answers a path; each test sets its own. */
    let meddle = async () => ({});
    /** Every path that reached the server since the test's page was opened. */
    let served = [];

    before(async () => {
      server = await serve(DIST, 0, (path) => {
        served.push(path);
        return meddle(path);
      });
    });
    afterEach(async () => {
      await page?.close();
      page = null;
    });
    after(() => server?.close());

    async function open(meddling = async () => ({}), prepare = async () => {}) {
      meddle = meddling;
      served = [];
      page = await launch(version);
      await prepare();
      await page.open(server.address);
    }

    test('ready, sealed, and not one request after that', async () => {
      await open();
      await page.settled();
      assert.equal(await page.state('data-ready'), 'true');
      assert.equal(await page.state('data-sealed'), 'true');
      assert.equal(page.workers, 1);
      const [loaded, before] = [page.requests.length, served.length];
      const answer = await ask(page, 9001, { name: 'a.txt' });
      assert.equal(answer.error, undefined);
      assert.equal(typeof JSON.parse(answer.json), 'object');
      // Whatever else the page would like to do in a second.
      await page.evaluate('new Promise(function (done) { setTimeout(done, 1000); })');
      assert.deepEqual(page.requests.slice(loaded), []);
      assert.deepEqual(served.slice(before), []);
      assert.ok(page.requests.every(({ url }) => url.startsWith(server.address)), JSON.stringify(page.requests));
      assert.deepEqual(surprises(page), []);
    });

    test('the sealed page and its engine cannot reach even their own server', async () => {
      await open();
      await page.settled();
      const [loaded, before] = [page.requests.length, served.length];
      const reached = await page.evaluate(`Promise.all([
        fetch('./index.html').then(function () { return 'fetched'; }, function () { return 'refused'; }),
        new Promise(function (resolve) {
          var picture = new Image();
          picture.onload = function () { resolve('loaded'); };
          picture.onerror = function () { resolve('refused'); };
          picture.src = './picture.png?bytes';
        }),
        new Promise(function (resolve) {
          try {
            resolve(navigator.sendBeacon('./beacon', 'bytes') ? 'accepted' : 'refused');
          } catch (error) {
            resolve('refused');
          }
        }),
        new Promise(function (resolve) {
          var request = new XMLHttpRequest();
          request.onload = function () { resolve('loaded'); };
          request.onerror = function () { resolve('refused'); };
          request.open('GET', './index.html');
          request.send();
        })
      ])`);
      assert.deepEqual([reached[0], reached[1], reached[3]], ['refused', 'refused', 'refused']);
      // A beacon says that it was queued; the logs say that it never left.
      assert.deepEqual(page.requests.slice(loaded), []);
      assert.deepEqual(served.slice(before), []);
    });

    test('strings become neither markup nor script', { skip: version.name === '78' && 'Trusted Types came with 83' },
      async () => {
        await open();
        await page.settled();
        const tried = (code) => page.evaluate(`(function () {
          try { ${code} } catch (error) { return error.name; }
          return 'done';
        }())`, { allowUnsafeEvalBlockedByCSP: false });
        assert.equal(await tried('document.body.innerHTML = "<b>x</b>";'), 'TypeError');
        assert.match(await tried('eval("1 + 1");'), /EvalError|TypeError/);
        assert.match(await tried('new Function("return 1")();'), /EvalError|TypeError/);
        assert.equal(await tried('new Worker("./worker.js");'), 'TypeError');
      });

    test('a request that traps is answered, and the next one works', async () => {
      await open();
      await page.settled();
      const loaded = page.requests.length;
      const trapped = await ask(page, 9001, { name: null });
      assert.equal(typeof trapped.error, 'string');
      assert.equal(trapped.json, undefined);
      const next = await ask(page, 9002, { name: 'a.txt' });
      assert.equal(next.error, undefined);
      assert.equal(page.workers, 2);
      assert.deepEqual(page.requests.slice(loaded), [], 'the second engine came from memory');
    });

    test('a file that comes too early waits, and is checked when all is there', async () => {
      let release;
      const held = new Promise((resolve) => {
        release = resolve;
      });
      await open(async (path) => {
        if (/engine_bg.*\.wasm$/.test(path)) await held;
        return {};
      });
      await page.until('!!document.getElementById("boot-message") && !!window.goujiEngine');
      await page.drop('a.txt', REPORT, 'text/plain');
      assert.match(await page.evaluate('document.getElementById("boot-message").textContent'), /已收到/);
      assert.notEqual(await page.state('data-ready'), 'true');
      release();
      await page.settled();
      assert.notEqual(await page.text('verdict'), '');
      assert.equal(await page.evaluate('document.getElementById("boot-message").textContent'), '');
    });

    test('a part that fails twice is asked for a third time', async () => {
      let asked = 0;
      await open(async (path) => {
        const fails = /engine_bg.*\.wasm$/.test(path) && ++asked < 3;
        return { status: fails ? 503 : 200 };
      });
      await page.settled();
      assert.equal(await page.state('data-ready'), 'true');
      assert.equal(asked, 3);
    });

    test('a part that cannot be had is named, in the language of the page', async () => {
      await open(async (path) => ({ status: /engine_bg.*\.wasm$/.test(path) ? 503 : 200 }));
      await page.settled();
      assert.equal(await page.state('data-ready'), 'failed');
      assert.match(await page.evaluate('document.body.innerText'), /没有载入完整（engine_bg.*）/);
      const refused = await ask(page, 9001, { name: 'a.txt' });
      assert.equal(typeof refused.error, 'string');
    });

    test('a program that is not the one that was built is not run', async () => {
      await open(async (path) =>
        (/page_bg.*\.wasm$/.test(path) ? { bytes: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) } : {}));
      await page.settled();
      assert.equal(await page.state('data-ready'), 'failed');
    });

    test('a browser without WebAssembly is told what to do', async () => {
      await open(undefined, () =>
        page.send('Page.addScriptToEvaluateOnNewDocument', { source: 'delete window.WebAssembly;' }));
      await page.settled();
      assert.equal(await page.state('data-ready'), 'failed');
      assert.match(await page.evaluate('document.body.innerText'), /缺少 WebAssembly。请换用 Chromium 78/);
    });
  });
}
