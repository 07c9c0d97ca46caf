// The service worker: everything of one build, from the machine, with or without a network. The build puts the list of
// FILES before it: {url, integrity}, the page itself as './', and VERSION, which changes with any of them.
//
// - An installation takes all files or none: one that fails leaves the version before as it is.
// - A new version waits until the user asks for it ({kind: "take over"} from the page). An open page has all that it
//   needs in its own memory and goes on.
// - What is shared with the installed page comes as a POST to ./share. It stays in memory until the page that was
//   opened for it asks ({kind: "shared"}), and goes nowhere else.
/* global FILES, VERSION */
(function () {
  'use strict';

  const PREFIX = 'gouji-';
  const scope = self.registration.scope;
  const own = FILES.map((file) => new URL(file.url, scope).href);
  // What was shared, by the id of the page that was opened for it; {files, text}.
  const shared = new Map();
  const SHARED_LIMIT_MS = 60000;

  self.addEventListener('install', (event) => {
    event.waitUntil(caches.open(PREFIX + VERSION).then((cache) =>
      // A name that changes with the content may come out of the browser's own cache; the others are asked for.
      cache.addAll(FILES.map((file) => new Request(new URL(file.url, scope).href, {
        cache: /-[0-9a-f]{14,16}\.\w+$/.test(file.url) ? 'default' : 'no-cache',
        credentials: 'same-origin',
        integrity: file.integrity
      })))
    ).catch((error) => caches.delete(PREFIX + VERSION).then(() => {
      throw error;
    })));
  });

  self.addEventListener('activate', (event) => {
    event.waitUntil(caches.keys().then((names) => Promise.all(
      names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION).map((name) => caches.delete(name))
    )));
  });

  self.addEventListener('message', (event) => {
    if (event.data.kind === 'take over') {
      self.skipWaiting();
    } else if (event.data.kind === 'shared' && event.source) {
      const given = shared.get(event.source.id);
      shared.delete(event.source.id);
      event.ports[0].postMessage(given || null);
    }
  });

  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const address = new URL(request.url);
    if (address.origin !== location.origin || !address.href.startsWith(scope)) return;
    address.search = '';
    address.hash = '';
    if (request.method === 'POST' && address.href === `${scope}share`) {
      event.respondWith(received(event));
    } else if (request.method === 'GET') {
      const asked = address.href.replace(/index\.html$/, '');
      if (own.includes(asked)) event.respondWith(kept(asked, request));
    }
  });

  async function kept(address, request) {
    const cache = await caches.open(PREFIX + VERSION);
    return await cache.match(address) || fetch(request);
  }

  async function received(event) {
    const form = await event.request.formData();
    const given = { files: form.getAll('files').filter((file) => file instanceof File), text: form.get('text') || '' };
    const page = event.resultingClientId;
    if (page) {
      shared.set(page, given);
      setTimeout(() => shared.delete(page), SHARED_LIMIT_MS);
    }
    return Response.redirect(`${scope}?shared=1`, 303);
  }
}());
