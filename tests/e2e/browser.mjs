// Drives a Chromium of any age over the DevTools protocol, through a pipe: no port, no package.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const DIST = process.env.GOUJI_DIST ?? join(PROJECT, 'dist');
const SCREENSHOTS = join(PROJECT, 'target', 'screenshots');
const PATIENCE_MS = 60_000;

const ARGUMENTS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
  '--hide-scrollbars', '--force-color-profile=srgb',
];

/** The browsers that the page must run in: the floor, one between, and today's. */
export const BROWSERS = [
  { name: '78', folder: '.tools/chromium-78', more: ['--no-zygote', '--single-process'] },
  { name: '109', folder: '.tools/chromium-109', more: ['--no-zygote'] },
  { name: 'current', more: [] },
].map((browser) => ({ ...browser, executable: executable(browser) }));

function executable({ folder }) {
  if (folder) {
    const path = join(PROJECT, folder, 'chromium');
    return existsSync(path) ? path : null;
  }
  const named = process.env.CHROMIUM;
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [named, ...usual].find((path) => path && existsSync(path)) ?? null;
}

/** Why a browser's tests are left out on this machine; false where they must run. */
export function leftOut(browser) {
  const runsHere = !browser.folder || (process.platform === 'linux' && process.arch === 'x64');
  return runsHere ? false : `Chromium ${browser.name} runs on Linux x86_64 only`;
}

/**
 * The errors of a page that nobody expects. Expected are the two refusals of the seal's own test, in the page and in
 * each worker, and what Chromium 78 says of parts of the policy that it does not know yet.
 */
export function surprises(page) {
  return page.errors.filter((error) => {
    if (/: (?:Refused to connect to|Connecting to) '[^']*' .*(?:connect-src 'none'|Content Security Policy\.)/.test(error)) return false;
    if (/: Fetch API cannot load .* Refused to connect because it violates/.test(error)) return false;
    return !(page.browser.version.name === '78' && /wasm-unsafe-eval|require-trusted-types-for/.test(error));
  });
}

/**
 * Starts a browser of `BROWSERS` for one page, which shares nothing with any other, with the logs of its network, its
 * console and its errors on, its workers' too. `page.close()` ends the browser.
 */
export async function launch(version) {
  if (!version.executable) throw new Error(`Chromium ${version.name} is not there: scripts/setup tests`);
  const browser = new Browser(version);
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(browser, sessionId);
    await page.listen(sessionId, 'page');
    await page.send('Emulation.setDeviceMetricsOverride',
      { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
    return page;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

class Browser {
  constructor(version) {
    this.version = version;
    this.calls = new Map();
    this.listeners = new Map();
    this.last = 0;
    this.profile = mkdtempSync(join(tmpdir(), 'gouji-browser-'));
    const environment = { ...process.env };
    if (version.folder) environment.LD_LIBRARY_PATH = join(PROJECT, version.folder, 'lib');
    this.child = spawn(version.executable, [...ARGUMENTS, ...version.more, `--user-data-dir=${this.profile}`,
      'about:blank'], { env: environment, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => {
      this.child.once('exit', resolve);
      this.child.once('error', resolve);
    });
    this.ended.then(() => {
      this.gone = true;
      for (const { reject, method } of this.calls.values()) reject(new Error(`the browser ended during ${method}`));
    });
    let buffered = '';
    this.child.stdio[3].on('error', () => {});
    this.child.stdio[4].setEncoding('utf8').on('data', (data) => {
      const parts = (buffered + data).split('\0');
      buffered = parts.pop();
      for (const part of parts) this.received(JSON.parse(part));
    });
  }

  received(message) {
    if (message.id) {
      const call = this.calls.get(message.id);
      this.calls.delete(message.id);
      if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`));
      else call?.resolve(message.result);
    } else {
      this.listeners.get(message.sessionId ?? '')?.(message.method, message.params);
    }
  }

  /** One command of the protocol. */
  send(method, params = {}, sessionId = undefined) {
    if (this.gone) return Promise.reject(new Error(`the browser ended before ${method}`));
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
      const over = (settle) => (value) => {
        clearTimeout(timer);
        settle(value);
      };
      this.calls.set(id, { method, resolve: over(resolve), reject: over(reject) });
      this.child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async close() {
    // Asked first: killed at once it leaves children that still write into the profile.
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 3000);
    this.send('Browser.close').catch(() => {});
    await this.ended;
    clearTimeout(patience);
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
  }
}

class Page {
  constructor(browser, sessionId) {
    this.browser = browser;
    this.sessionId = sessionId;
    /**
     * Every request: {who: 'page' | 'worker', url}. Left out are data: and blob:, which stay in the machine, and what
     * the policy refused before it was sent.
     */
    this.requests = [];
    /** Every error of the console, every uncaught exception, every refusal: text. */
    this.errors = [];
    this.workers = 0;
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  async listen(sessionId, who) {
    this.browser.listeners.set(sessionId, (method, params) => this.heard(who, method, params));
    await this.browser.send('Target.setAutoAttach',
      { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, sessionId).catch(() => {});
    const domains = who === 'page' ? ['Page', 'Runtime', 'Log', 'Network'] : ['Runtime', 'Log', 'Network'];
    // A worker of an old browser has no Log domain.
    for (const domain of domains) {
      const enabled = this.browser.send(`${domain}.enable`, {}, sessionId);
      await (who === 'page' ? enabled : enabled.catch(() => {}));
    }
  }

  heard(who, method, params) {
    if (method === 'Network.requestWillBeSent') {
      const { requestId, request } = params;
      if (!/^(data|blob|about):/.test(request.url)) this.requests.push({ who, url: request.url, requestId });
    } else if (method === 'Network.loadingFailed' && params.blockedReason === 'csp') {
      this.requests = this.requests.filter(({ requestId }) => requestId !== params.requestId);
    } else if (method === 'Runtime.exceptionThrown') {
      const { exceptionDetails: details } = params;
      this.errors.push(`${who}: ${details.exception?.description ?? details.text}`);
    } else if (method === 'Runtime.consoleAPICalled' && ['error', 'assert'].includes(params.type)) {
      this.errors.push(`${who}: ${params.args.map((argument) => argument.value ?? argument.description).join(' ')}`);
    } else if (method === 'Log.entryAdded' && params.entry.level === 'error') {
      this.errors.push(`${who}: ${params.entry.text}`);
    } else if (method === 'Target.attachedToTarget') {
      const isWorker = params.targetInfo.type === 'worker';
      this.workers += isWorker ? 1 : 0;
      const started = () => this.browser.send('Runtime.runIfWaitingForDebugger', {}, params.sessionId).catch(() => {});
      // A service worker answers nothing before it has started.
      const listening = this.listen(params.sessionId, isWorker ? 'worker' : params.targetInfo.type);
      if (isWorker) listening.then(started).catch(() => {});
      else started();
    }
  }

  async open(url) {
    await this.send('Page.navigate', { url });
  }

  /** The value of an expression; a promise is awaited. `more` are further parameters of Runtime.evaluate. */
  async evaluate(expression, more = {}) {
    const answer = await this.send('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, ...more });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  /** Waits until an expression is true, and returns its value. */
  async until(expression, what = expression, patience = PATIENCE_MS) {
    const end = Date.now() + patience;
    for (;;) {
      const value = await this.evaluate(expression).catch((error) => {
        // The page is between two documents.
        if (/context|navigat/i.test(error.message)) return null;
        throw error;
      });
      if (value) return value;
      if (Date.now() > end) {
        throw new Error(`Chromium ${this.browser.version.name}: waited ${patience} ms for ${what}; the page's errors: ${JSON.stringify(this.errors)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** An attribute of <html>. */
  state(attribute) {
    return this.evaluate(`document.documentElement.getAttribute(${JSON.stringify(attribute)})`);
  }

  /** Waits until the page says that it is ready, or that it cannot be. */
  settled() {
    return this.until(`(function () {
      var said = document.documentElement && document.documentElement.getAttribute('data-ready');
      return said === 'true' || said === 'failed';
    }())`, 'data-ready');
  }

  /** Opens an address and waits until the page is ready. */
  async ready(url) {
    await this.open(url);
    await this.settled();
    if (await this.state('data-ready') !== 'true') {
      const said = await this.evaluate('document.body.innerText');
      throw new Error(`Chromium ${this.browser.version.name}: the page failed: ${said} ${JSON.stringify(this.errors)}`);
    }
  }

  /** The text of an element by its data-testid, once it stands there with some. */
  text(testId) {
    const selector = JSON.stringify(`[data-testid="${testId}"]`);
    return this.until(`(document.querySelector(${selector}) || {}).textContent`, `text of ${testId}`);
  }

  exists(testId) {
    return this.evaluate(`!!document.querySelector(${JSON.stringify(`[data-testid="${testId}"]`)})`);
  }

  async click(testId) {
    const selector = JSON.stringify(`[data-testid="${testId}"]`);
    await this.until(`!!document.querySelector(${selector})`, testId);
    await this.evaluate(`document.querySelector(${selector}).click()`);
  }

  /** Puts files of the disk into a file input, as the browser's own dialogue does. */
  async choose(testId, paths) {
    const { root } = await this.send('DOM.getDocument', {});
    const { nodeId } = await this.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[data-testid="${testId}"]` });
    await this.send('DOM.setFileInputFiles', { nodeId, files: paths });
  }

  /** Drops one file with these bytes on the page. */
  drop(name, bytes, type = '') {
    return this.evaluate(`(function () {
      var bytes = Uint8Array.from(atob(${JSON.stringify(Buffer.from(bytes).toString('base64'))}), function (c) { return c.charCodeAt(0); });
      var transfer = new DataTransfer();
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }));
      ['dragenter', 'dragover', 'drop'].forEach(function (kind) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
      });
    }())`);
  }

  /** Pastes, as rich text where `html` is given. */
  paste({ html, text = '' }) {
    return this.evaluate(`(function () {
      var transfer = new DataTransfer();
      transfer.setData('text/plain', ${JSON.stringify(text)});
      ${html === undefined ? '' : `transfer.setData('text/html', ${JSON.stringify(html)});`}
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }));
    }())`);
  }

  close() {
    return this.browser.close();
  }

  /** Writes a picture of the window to target/screenshots. */
  async screenshot(name) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    const path = join(SCREENSHOTS, `${name}.png`);
    writeFileSync(path, Buffer.from(data, 'base64'));
    return path;
  }
}
