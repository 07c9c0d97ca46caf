// The service worker of a build: www/sw.js behind the list of every file that is kept for use without a network.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Not kept: the whole once more in one file, what only an installation's dialogue shows, and maps of a host's page. */
const LEFT_OUT = /^(?:sw\.js|gouji-offline\.html|icons\/screen-.*|demo\/.*|.*\.(?:br|gz))$/;

/** The text of sw.js for the built page in `folder`. */
export function serviceWorker(folder, source) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'))
    .filter((name) => !LEFT_OUT.test(name))
    .sort()
    .map((name) => ({
      url: `./${name.replace(/(?:^|(?<=\/))index\.html$/, '')}`,
      integrity: `sha384-${createHash('sha384').update(readFileSync(join(folder, name))).digest('base64')}`,
    }));
  const version = createHash('sha256').update(JSON.stringify(files)).update(source).digest('hex').slice(0, 16);
  return `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n${source}`;
}
