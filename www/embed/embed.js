// <gouji-report>: a frame of gouji in a page of one's own.
//
//   src    the address of a report, fetched by the host page     for    a selector: the report stands in the host page
//   data   (property) a string, an ArrayBuffer or a Uint8Array   name   the file's name
//   lang, theme ("light", "dark"), view ("summary", "flow", "findings", "full")
//
// Events: gouji-ready; gouji-result with the review; gouji-error with a message. Part: frame.
const base = new URL('embed/', import.meta.url);

class GoujiReport extends HTMLElement {
  static get observedAttributes() {
    return ['src', 'for', 'lang', 'theme', 'view'];
  }

  constructor() {
    super();
    this._heard = (event) => this._hear(event);
    this.attachShadow({ mode: 'open' });
  }

  get data() {
    return this._data;
  }

  set data(data) {
    this._data = data;
    this._send();
  }

  connectedCallback() {
    window.addEventListener('message', this._heard);
    this._open();
  }

  disconnectedCallback() {
    window.removeEventListener('message', this._heard);
    this._frame.remove();
    this._frame = null;
  }

  attributeChangedCallback(name, before, after) {
    if (!this._frame || before === after) return;
    if (name === 'src' || name === 'for') this._send();
    else this._open();
  }

  _open() {
    if (this._frame) this._frame.remove();
    const address = new URL(base);
    for (const name of ['lang', 'theme', 'view']) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(name, name === 'lang' ? value.slice(0, 2) : value);
    }
    const frame = document.createElement('iframe');
    frame.src = address.href;
    frame.title = '勾稽';
    frame.setAttribute('part', 'frame');
    frame.setAttribute('frameborder', '0');
    frame.setAttribute('scrolling', 'no');
    frame.width = '100%';
    frame.height = '120';
    this._ready = false;
    this._frame = frame;
    this.shadowRoot.appendChild(frame);
  }

  _hear(event) {
    if (!this._frame || event.source !== this._frame.contentWindow || event.origin !== base.origin) return;
    const message = event.data && event.data.gouji;
    if (!message || message.v !== 1) return;
    if (message.type === 'ready') {
      this._ready = true;
      this._tell('ready');
      this._send();
    } else if (message.type === 'height') {
      this._frame.height = String(Math.min(Number(message.height) || 120, 20000));
    } else if (message.type === 'result') {
      this._tell('result', message.review);
    } else if (message.type === 'error') {
      this._tell('error', message.message);
    }
  }

  _tell(kind, detail = null) {
    this.dispatchEvent(new CustomEvent(`gouji-${kind}`, { detail, bubbles: true, composed: true }));
  }

  async _send() {
    if (!this._ready) return;
    const frame = this._frame;
    try {
      const content = await this._content();
      if (!content || frame !== this._frame) return;
      frame.contentWindow.postMessage({ gouji: { v: 1, type: 'check', ...content } }, base.origin);
    } catch (error) {
      this._tell('error', error.message);
    }
  }

  async _content() {
    const name = this.getAttribute('name') || '';
    if (this._data !== undefined) {
      return typeof this._data === 'string' ? { name, text: this._data } : { name, bytes: this._data };
    }
    if (this.hasAttribute('for')) {
      const place = document.querySelector(this.getAttribute('for'));
      if (!place) throw new Error(`${this.getAttribute('for')}: nothing there`);
      return { name: name || 'page.html', text: `<title>${document.title.replace(/</g, '&lt;')}</title>${place.outerHTML}` };
    }
    if (this.hasAttribute('src')) {
      const response = await fetch(this.getAttribute('src'), { credentials: 'same-origin' });
      if (!response.ok) throw new Error(`${this.getAttribute('src')}: ${response.status}`);
      const address = new URL(response.url || this.getAttribute('src'), document.baseURI);
      return { name: name || decodeURIComponent(address.pathname.split('/').pop()), bytes: await response.arrayBuffer() };
    }
    return null;
  }
}

if (!customElements.get('gouji-report')) customElements.define('gouji-report', GoujiReport);
