#!/usr/bin/env node
// Serves a built page from a folder, with the types and headers that its own server should give it.
//
//   node scripts/static-server.mjs FOLDER [PORT]    prints the address and serves until stopped
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves `folder` on 127.0.0.1. `port` 0 takes a free one. `before` is asked for every path before it is answered: a
 * test makes it wait, or return a status other than 200 or other bytes.
 */
export async function serve(folder, port = 0, before = async () => ({})) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
    const { status = 200, bytes: other } = await before(path);
    if (!file.startsWith(root + sep) || status !== 200) {
      response.writeHead(status === 200 ? 404 : status).end();
      return;
    }
    try {
      const bytes = other ?? await readFile(file);
      const hashed = /-[0-9a-f]{14,16}\.\w+$/.test(path);
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Length': bytes.length,
        'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        'X-Content-Type-Options': 'nosniff',
        // A module of another site's page is fetched with its leave only.
        ...(path.endsWith('/embed.js') ? { 'Access-Control-Allow-Origin': '*' } : {}),
      }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = `http://127.0.0.1:${server.address().port}/`;
  const close = () => new Promise((closed) => {
    server.closeAllConnections?.();
    server.close(closed);
  });
  return { address, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', wanted = '8080'] = process.argv.slice(2);
  let served;
  try {
    served = await serve(folder, Number(wanted));
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.log(`Port ${wanted} is taken; another one is used.`);
    served = await serve(folder);
  }
  console.log(`gouji is served at    ${served.address}`);
  console.log(`with a sample open:   ${served.address}?sample=broken   (also: clean, messy)`);
  console.log('Stop it with Ctrl-C.');
}
