// The built page, as the gates look at it.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const DIST = process.env.GOUJI_DIST ?? join(PROJECT, 'dist');

/** dist/index.html */
export const index = () => readFileSync(join(DIST, 'index.html'), 'utf8');

/** The list that boot.js loads from. */
export function files() {
  const [, list] = index().match(/data-files="([^"]*)"/);
  return JSON.parse(list.replace(/&quot;/g, '"').replace(/&amp;/g, '&'));
}
