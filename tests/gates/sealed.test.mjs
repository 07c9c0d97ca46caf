// What the built page's own text says: the policy, nothing inline, every file with its hash and integrity.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, files, index } from './built.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self'; "
  + "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'none'; "
  + "base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default";

const listed = () => {
  const { page, engine, readers, samples } = files();
  const programs = [engine, ...Object.values(readers)].flatMap(({ script, wasm }) => [script, wasm]);
  return [page.wasm, ...programs, ...samples];
};

test('the policy stands before all else that loads', () => {
  const text = index();
  assert.equal(text.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1], POLICY);
  assert.ok(text.indexOf('Content-Security-Policy') < text.search(/<(?:script|link|style|img)\b/));
});

test('nothing is inline: no script, no style, no handler', () => {
  const text = index();
  for (const [tag] of text.matchAll(/<script\b[^>]*>/g)) assert.match(tag, /\bsrc="/);
  assert.doesNotMatch(text, /<script\b[^>]*>\s*[^<\s]/);
  assert.doesNotMatch(text, /<style\b|\sstyle\s*=|\son\w+\s*=|="\s*javascript:/i);
});

test('nothing is loaded from elsewhere', () => {
  for (const [, address] of index().matchAll(/\b(?:src|href)="([^"]*)"/g)) {
    assert.match(address, /^(?:\.\/|data:|#|\?)/, address);
  }
});

test('every script and style has its integrity, and it is right', () => {
  const tags = [...index().matchAll(/<(?:script\b|link rel="stylesheet")[^>]*>/g)].map(([tag]) => tag);
  assert.ok(tags.length >= 3);
  for (const tag of tags) {
    const [, address] = tag.match(/\b(?:src|href)="\.\/([^"]*)"/);
    assert.equal(tag.match(/ integrity="([^"]*)"/)?.[1], integrity(address), tag);
  }
});

test('every file that boot.js loads has its integrity, and it is right', () => {
  for (const file of listed()) assert.equal(file.integrity, integrity(file.url), file.url);
});

test('every file but index.html has a name that changes with it, and is used', () => {
  const text = index();
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'index.html') continue;
    assert.match(entry.name, /-[0-9a-f]{14,16}\.\w+$/);
    assert.ok(text.includes(entry.name), `${entry.name} is not used`);
  }
});

function integrity(path) {
  return `sha384-${createHash('sha384').update(readFileSync(join(DIST, path))).digest('base64')}`;
}
