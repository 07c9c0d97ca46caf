// gouji-offline.html: the built page in one file, which works from a double click, without a server and from any
// folder. Scripts and styles stand in it, allowed by their hashes; programs and samples stand in it as base64.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of the one file for the built page in `folder`, with its `index` and the `list` that boot.js is given. */
export function singleFile(folder, index, list) {
  const text = (url) => readFileSync(join(folder, url), 'utf8');
  const { files, parts } = inlined(list);
  const scripts = [];
  const styles = [];
  let page = index;
  page = page.replace(/<link rel="stylesheet" href="\.\/([^"]*)"[^>]*?( media="\w+")?\/?>/g, (_, url, media = '') => {
    const style = text(url);
    if (/<\/style/i.test(style)) throw new Error(`single-file: ${url} would end its element`);
    styles.push(hash(style));
    return `<style${media}>${style}</style>`;
  });
  // The scripts stand where the document is complete: what is inline cannot be deferred.
  const elements = [];
  page = page.replace(/<script([^>]*?) src="\.\/([^"]*)"[^>]*><\/script>\n?/g, (_, attributes, url) => {
    // Inside a string or a regular expression this is the same.
    const script = text(url).replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
    scripts.push(hash(script));
    elements.push(attributes.includes('data-files')
      ? `<script data-files="${JSON.stringify(files).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">${script}</script>`
      : `<script>${script}</script>`);
    return '';
  });
  page = page.replace(/<link rel="manifest"[^>]*>\n?/, '');
  page = page.replace(/(http-equiv="Content-Security-Policy" content=")[^"]*"/, `$1${policy(scripts, styles)}"`);
  if (/\b(?:src|href)="\.\//.test(page)) throw new Error('single-file: the page still refers to another file');
  const data = parts.map(({ id, url }) =>
    `<script type="application/octet-stream" id="${id}">${readFileSync(join(folder, url)).toString('base64')}</script>`);
  return page.replace('</body>', () => `${[...data, ...elements].join('\n')}\n</body>`);
}

/** The list for boot.js with every file named by the element that holds it, and those elements: {files, parts}. */
function inlined(list) {
  const parts = [];
  const files = JSON.parse(JSON.stringify(list), (key, value) => {
    if (typeof value?.url !== 'string') return key === 'serviceWorker' ? undefined : value;
    const id = `file-${parts.length}`;
    parts.push({ id, url: value.url });
    const { url, integrity, ...rest } = value;
    return { ...rest, inline: id };
  });
  return { files, parts };
}

function policy(scripts, styles) {
  return `default-src 'none'; script-src ${scripts.join(' ')} 'wasm-unsafe-eval' 'unsafe-eval'; style-src ${styles.join(' ')}; `
    + "img-src data: blob:; connect-src 'none'; worker-src blob:; form-action 'none'; base-uri 'none'; object-src 'none'; "
    + "require-trusted-types-for 'script'; trusted-types default";
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
