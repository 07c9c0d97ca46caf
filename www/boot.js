// Loads the page and its engine, closes the page to the network, and says what to do where that cannot be had.
//
// A classic script in ES5 syntax: it has to run where everything else does not, to say so.
//
// What it gives the page, before the page's own start:
//   window.goujiEngine.worker  a port with a worker's postMessage and onmessage. {id, kind: "check", name, language,
//                              bytes, edits}, {id, kind: "recheck", sha256, language, edits} (of what was checked last,
//                              else the error is 'gone') or {id, kind: "rules", language} in; {id, json} or {id, error}
//                              out. {kind: "stop"} gives up every check. It can be used at once: a request waits until
//                              the engine is there, and outlives an engine that had to be started anew.
//   window.goujiEngine.ready   a promise, kept when engine, page, further readers and samples are in memory and the
//                              page is closed to the network; broken with an Error if that cannot be.
//   window.goujiEngine.give    takes {files, text}: files, or else words, as if the user had dropped or pasted them.
//   window.goujiSamples        the files of samples/ by name, each a promise of its ArrayBuffer.
// What it writes on <html>: data-ready="true" when all is there, "failed" if it cannot be; data-sealed="true" when
// a request was tried from the page and one from the engine, and both were refused; data-missing="sheets fixed" names
// the readers that could not be had: all else works without them.
// Files that a user drops, pastes, opens or shares before that are held back, and given to the page when it is ready.
// In a frame of another site's page (<html data-embed>) ready is when the engine is, and data-sealed comes with the first
// file: its first bytes are looked at, the one reader that they call for is fetched, then the page is closed to the
// network, then the file is read.
// A page of one file (gouji-offline.html) has its parts in itself: a file of the list then has `inline`, an element's id.
(function () {
  'use strict';

  var TRIES = 3;
  var CHECK_LIMIT_MS = 120000;
  var REFUSAL_LIMIT_MS = 1000;
  var INSTALL_LIMIT_MS = 60000;
  var FIRST_BYTES = 65536;
  // The smallest wasm that uses all that the two programs use beyond the first version: V8 7.5, Chromium 75.
  var FLOOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 24, 1, 22, 0,
    65, 0, 65, 0, 65, 0, 252, 11, 0, 67, 0, 0, 0, 0, 252, 0, 26, 32, 0, 192, 11];
  var SEAL = "connect-src 'none'; img-src data: blob:; form-action 'none'";
  var WORDS = {
    old: ['这个浏览器打不开勾稽：它缺少 %s。请换用 Chromium 78 以上内核的浏览器；360、QQ 等双核浏览器请切换到极速模式。',
      'This browser cannot run gouji: it lacks %s. Please use one based on Chromium 78 or newer, Firefox 79 or Safari 15.'],
    failed: ['勾稽没有载入完整（%s）。请检查网络后刷新本页；仍然如此，请联系放置本页的网站。',
      'gouji could not be loaded (%s). Please check the network and reload this page.'],
    update: ['勾稽有新版本。', 'There is a new version of gouji. '],
    updateNow: ['更新并重新打开', 'Update and reopen'],
    missing: ['部分格式暂时读不了：%s。其余照常可用；刷新本页可重新载入。',
      'Some formats cannot be read for now: %s. All else works; reload this page to try again.'],
    waiting: ['已收到，引擎载入完毕即开始检查……', 'Received. The check starts as soon as the engine is loaded.']
  };

  // What the readers beside the engine read, in words.
  var READS = {
    sheets: ['电子表格（xlsx、xls、ods、csv）', 'spreadsheets (xlsx, xls, ods, csv)'],
    fixed: ['PDF 和 OFD', 'PDF and OFD'],
    word97: ['旧版 Word 文档（doc、wps、rtf）', 'old Word documents (doc, wps, rtf)']
  };

  var root = document.documentElement;
  var ownScript = document.querySelector('script[data-files]');

  var language = /[?&]lang=en/.test(location.search) ? 1 : 0;

  function say(words, detail) {
    var place = document.getElementById('boot-message');
    if (place) {
      place.textContent = words ? words[language].replace('%s', detail || '') : '';
    }
  }

  function missingFeature() {
    if (typeof WebAssembly !== 'object' || typeof WebAssembly.validate !== 'function') {
      return 'WebAssembly';
    }
    if (!WebAssembly.validate(new Uint8Array(FLOOR))) {
      return 'WebAssembly (bulk memory, sign extension)';
    }
    var needed = ['Promise', 'fetch', 'Worker', 'Blob', 'MessageChannel', 'TextDecoder', 'DataTransfer'];
    for (var i = 0; i < needed.length; i++) {
      if (!window[needed[i]]) {
        return needed[i];
      }
    }
    return null;
  }

  var missing = missingFeature();
  if (missing || !ownScript) {
    root.setAttribute('data-ready', 'failed');
    if (missing) {
      say(WORDS.old, missing);
    } else {
      say(WORDS.failed, 'data-files');
    }
    return;
  }

  var files = JSON.parse(ownScript.getAttribute('data-files'));

  // ---- Held back until ready ----

  var held = [];
  var HOLDS = ['dragenter', 'dragover', 'drop', 'paste', 'change'];

  // Keeps a copy of what a DataTransfer carries: the browser empties it when the event is over.
  function copied(transfer) {
    var copy = new DataTransfer();
    var i;
    for (i = 0; i < transfer.types.length; i++) {
      if (transfer.types[i] !== 'Files') {
        copy.setData(transfer.types[i], transfer.getData(transfer.types[i]));
      }
    }
    for (i = 0; i < transfer.files.length; i++) {
      copy.items.add(transfer.files[i]);
    }
    return copy;
  }

  function hold(event) {
    var isFileChoice = event.target instanceof HTMLInputElement && event.target.type === 'file';
    var isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.type === 'change' ? !isFileChoice : event.type === 'paste' && isTyping) {
      return;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    var transfer = null;
    if (event.type === 'drop') {
      transfer = copied(event.dataTransfer);
    } else if (event.type === 'paste') {
      transfer = copied(event.clipboardData);
    } else if (event.type === 'change' && event.target.files.length) {
      transfer = new DataTransfer();
      for (var i = 0; i < event.target.files.length; i++) {
        transfer.items.add(event.target.files[i]);
      }
    }
    if (transfer) {
      held.push({ type: event.type, transfer: transfer, target: event.target });
      say(WORDS.waiting);
    }
  }

  var released = false;

  function release() {
    HOLDS.forEach(function (type) {
      window.removeEventListener(type, hold, true);
    });
    released = true;
    deliver();
  }

  function deliver() {
    held.forEach(function (item) {
      var init = { bubbles: true, cancelable: true };
      if (item.type === 'change' && item.target.isConnected) {
        item.target.dispatchEvent(new Event('change', init));
      } else if (item.type === 'paste') {
        init.clipboardData = item.transfer;
        document.body.dispatchEvent(new ClipboardEvent('paste', init));
      } else {
        init.dataTransfer = item.transfer;
        document.body.dispatchEvent(new DragEvent('drop', init));
      }
    });
    held = [];
  }

  // Files, or else words, that come otherwise than by the user's hand on the page.
  function give(given) {
    var transfer = new DataTransfer();
    given.files.forEach(function (file) {
      transfer.items.add(file);
    });
    if (!given.files.length) {
      transfer.setData('text/plain', given.text);
    }
    held.push({ type: given.files.length ? 'drop' : 'paste', transfer: transfer, target: document.body });
    if (released) {
      deliver();
    } else {
      say(WORDS.waiting);
    }
  }

  HOLDS.forEach(function (type) {
    window.addEventListener(type, hold, true);
  });

  // ---- Loading ----

  function load(file, tried) {
    return file.inline ? Promise.resolve(file.inline).then(inlined) : fetched(file, tried);
  }

  function inlined(id) {
    var place = document.getElementById(id);
    var letters = atob(place.textContent);
    var bytes = new Uint8Array(letters.length);
    for (var i = 0; i < letters.length; i++) {
      bytes[i] = letters.charCodeAt(i);
    }
    place.parentNode.removeChild(place);
    return bytes.buffer;
  }

  function fetched(file, tried) {
    return fetch(file.url, { integrity: file.integrity, credentials: 'same-origin' }).then(function (response) {
      if (!response.ok) {
        throw new Error(file.url + ' ' + response.status);
      }
      return response.arrayBuffer();
    }).catch(function (error) {
      var tries = (tried || 0) + 1;
      if (tries >= TRIES) {
        throw new Error(file.url + ': ' + error.message);
      }
      return new Promise(function (resolve) {
        setTimeout(resolve, tries * 700);
      }).then(function () {
        return fetched(file, tries);
      });
    });
  }

  function compile(bytes) {
    return WebAssembly.compile(bytes);
  }

  // The page's glue is the deferred script after this one: when the document is parsed, it has run.
  var parsed = new Promise(function (resolve) {
    document.addEventListener('DOMContentLoaded', resolve);
  });
  var pageModule = load(files.page.wasm).then(compile);
  var engineScript = load(files.engine.script);
  var engineModule = load(files.engine.wasm).then(compile);
  window.goujiSamples = {};
  var samples = Promise.all(files.samples.map(function (file) {
    window.goujiSamples[file.name] = load(file);
    // A sample that cannot be had is no reason to keep a user's own file waiting.
    return window.goujiSamples[file.name].catch(function () {});
  }));

  // The readers of further formats, behind all that the first screen and the engine need: {script, wasm} by name, as
  // bytes. One that cannot be had is left out.
  var missingReaders = [];
  function loadReaders(names) {
    return Promise.all(names.map(function (name) {
      var parts = files.readers[name];
      return Promise.all([load(parts.script), load(parts.wasm)]).then(function (loaded) {
        return { name: name, script: loaded[0], wasm: loaded[1] };
      }, function () {
        missingReaders.push(name);
        return null;
      });
    })).then(function (loaded) {
      return loaded.filter(Boolean);
    });
  }

  // ---- The engine ----

  var channel = new MessageChannel();
  var port = channel.port2;
  var waiting = [];
  var running = null;
  var overdue = null;
  var worker = null;
  var startWorker = null;
  // In a frame, once: what the first request needs.
  var openFor = null;
  var failed = false;

  function next() {
    if (failed) {
      waiting.splice(0).forEach(function (request) {
        port.postMessage({ id: request.id, error: 'engine' });
      });
    }
    if (!worker && openFor && waiting.length) {
      openFor(waiting[0]);
      openFor = null;
    }
    if (!worker || running || !waiting.length) {
      return;
    }
    running = waiting.shift();
    overdue = setTimeout(function () {
      answer({ error: 'time' });
      restart();
    }, CHECK_LIMIT_MS);
    worker.postMessage(running, running.bytes ? [running.bytes] : []);
  }

  function answer(message) {
    clearTimeout(overdue);
    if (running) {
      message.id = running.id;
      running = null;
      port.postMessage(message);
    }
  }

  // A program that trapped is not called again: what it left in its memory cannot be trusted.
  function restart() {
    worker.terminate();
    worker = null;
    startWorker().then(next).catch(fail).catch(function () {});
  }

  // Gives the engine a reader's program; it is compiled when it is first wanted.
  var readers = {};
  function giveReader(started, name) {
    var reader = readers[name];
    if (!reader.module) {
      reader.module = compile(reader.wasm).catch(function () {
        return null;
      });
      reader.wasm = null;
    }
    reader.module.then(function (module) {
      started.postMessage({ kind: 'reader', name: name, module: module });
    });
  }

  function engineStarter(script, module, loadedReaders) {
    loadedReaders.forEach(function (reader) {
      readers[reader.name] = reader;
    });
    var scripts = loadedReaders.map(function (reader) {
      return reader.script;
    });
    var address = URL.createObjectURL(new Blob(scripts.concat([script]), { type: 'text/javascript' }));
    scriptAddresses = [address];
    return function () {
      return new Promise(function (resolve, reject) {
        var started = new Worker(address);
        started.onmessage = function (event) {
          var message = event.data;
          if (message.ready) {
            worker = started;
            resolve(message);
          } else if (message.wants) {
            giveReader(started, message.wants);
          } else if (message.broken) {
            answer({ error: message.error });
            restart();
          } else {
            answer(message);
            next();
          }
        };
        started.onerror = function (event) {
          event.preventDefault();
          reject(new Error(event.message || 'worker'));
          if (worker === started) {
            answer({ error: event.message || 'worker' });
            restart();
          }
        };
        started.postMessage({ module: module, probe: location.href });
      });
    };
  }

  // What is stopped gets no answer.
  function stop() {
    waiting = waiting.filter(function (request) {
      return request.kind !== 'check';
    });
    if (running && running.kind === 'check') {
      clearTimeout(overdue);
      running = null;
      restart();
    }
  }

  port.onmessage = function (event) {
    if (event.data.kind === 'stop') {
      stop();
      return;
    }
    waiting.push(event.data);
    next();
  };

  // ---- Installed ----

  // The only addresses that a script may come from, but for those of index.html: the service worker's, then the engine's.
  var scriptAddresses = files.serviceWorker ? [files.serviceWorker] : [];
  if (window.trustedTypes && window.trustedTypes.createPolicy) {
    window.trustedTypes.createPolicy('default', {
      createScriptURL: function (url) {
        return scriptAddresses.indexOf(url) >= 0 ? url : null;
      }
    });
  }

  // Kept, whatever becomes of it, when no installation goes on any more: what it asks of the network, it has asked.
  function installed() {
    var workers = navigator.serviceWorker;
    if (!workers || !files.serviceWorker) {
      return Promise.resolve();
    }
    takeShared(workers.controller);
    var patience = new Promise(function (resolve) {
      setTimeout(resolve, INSTALL_LIMIT_MS);
    });
    return Promise.race([patience, workers.register(files.serviceWorker).then(function (registration) {
      // The browser would look for a new version a little later, when the page is closed to the network.
      var looked = registration.active ? registration.update() : Promise.resolve();
      return looked.catch(function () {}).then(function () {
        return finished(registration.installing);
      }).then(function () {
        offer(registration);
      });
    }).catch(function () {})]);
  }

  function finished(installing) {
    return new Promise(function (resolve) {
      if (!installing || installing.state !== 'installing') {
        resolve();
        return;
      }
      installing.addEventListener('statechange', function () {
        if (installing.state !== 'installing') {
          resolve();
        }
      });
    });
  }

  // A new version that waits: the user decides.
  function offer(registration) {
    if (!registration.waiting || !navigator.serviceWorker.controller || document.getElementById('boot-update')) {
      return;
    }
    var place = document.createElement('p');
    place.id = 'boot-update';
    place.setAttribute('role', 'status');
    place.textContent = WORDS.update[language];
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = WORDS.updateNow[language];
    button.onclick = function () {
      navigator.serviceWorker.addEventListener('controllerchange', function () {
        location.reload();
      });
      registration.waiting.postMessage({ kind: 'take over' });
    };
    place.appendChild(button);
    document.body.appendChild(place);
  }

  // What was shared with the installed program waits in its service worker.
  function takeShared(controller) {
    if (controller && /[?&]shared=1/.test(location.search)) {
      var answers = new MessageChannel();
      answers.port1.onmessage = function (event) {
        if (event.data && (event.data.files.length || event.data.text)) {
          give(event.data);
        }
      };
      controller.postMessage({ kind: 'shared' }, [answers.port2]);
    }
  }

  // What was opened with the installed program.
  if (window.launchQueue) {
    window.launchQueue.setConsumer(function (launch) {
      Promise.all(launch.files.map(function (handle) {
        return handle.getFile();
      })).then(function (opened) {
        if (opened.length) {
          give({ files: opened, text: '' });
        }
      });
    });
  }

  // ---- The seal ----

  // A second policy can only narrow the first. The engine is started after it, from a Blob, and inherits it.
  function seal() {
    var meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = SEAL;
    document.head.appendChild(meta);
    return new Promise(function (resolve) {
      // Only the policy's own refusal counts: a request also fails where there is no network.
      document.addEventListener('securitypolicyviolation', function (event) {
        if (/^connect-src/.test(event.violatedDirective)) {
          resolve(true);
        }
      });
      fetch(location.href).then(function () {
        resolve(false);
      }, function () {
        setTimeout(resolve, REFUSAL_LIMIT_MS, false);
      });
    });
  }

  // ---- The whole ----

  function fail(error) {
    root.setAttribute('data-ready', 'failed');
    say(WORDS.failed, error.message);
    failed = true;
    next();
    throw error;
  }

  // Closes the page to the network and starts the engine. parts: its script, its program, and the readers.
  function sealedStart(parts) {
    return seal().then(function (pageSealed) {
      startWorker = engineStarter(parts.script, parts.module, parts.readers);
      return startWorker().then(function (started) {
        root.setAttribute('data-sealed', String(pageSealed && started.sealed));
        if (missingReaders.length) {
          root.setAttribute('data-missing', missingReaders.sort().join(' '));
        }
      });
    });
  }

  function sayReady() {
    root.setAttribute('data-ready', 'true');
    say(missingReaders.length ? WORDS.missing : null, missingReaders.map(function (name) {
      return (READS[name] || [name, name])[language];
    }).join(language ? ', ' : '、'));
    next();
    release();
  }

  // The name of the reader that a request is for, by an engine that sees the first bytes only and is then ended.
  function readerFor(script, module, request) {
    return new Promise(function (resolve) {
      var address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      scriptAddresses.push(address);
      var looker = new Worker(address);
      var done = function (name) {
        looker.terminate();
        URL.revokeObjectURL(address);
        resolve(name);
      };
      looker.onerror = function () {
        done(null);
      };
      looker.onmessage = function (event) {
        if (event.data.ready) {
          looker.postMessage({ kind: 'look', name: request.name, bytes: request.bytes.slice(0, FIRST_BYTES) });
        } else {
          done(event.data.reader);
        }
      };
      looker.postMessage({ module: module });
    });
  }

  function openInFrame(parts) {
    openFor = function (request) {
      var named = request.kind === 'check' ? readerFor(parts[0], parts[1], request) : Promise.resolve(null);
      named.then(function (name) {
        return loadReaders(files.readers[name] ? [name] : []);
      }).then(function (readers) {
        return sealedStart({ script: parts[0], module: parts[1], readers: readers });
      }).then(next).catch(fail).catch(function () {});
    };
    sayReady();
  }

  var engine = { worker: channel.port1, ready: null, give: give };
  engine.worker.start();
  window.goujiEngine = engine;

  var page = Promise.all([pageModule, parsed]).then(function (parts) {
    /* global wasm_bindgen */
    if (typeof wasm_bindgen === 'undefined') {
      throw new Error('page');
    }
    return wasm_bindgen({ module_or_path: parts[0] });
  });

  engine.ready = Promise.all([engineScript, engineModule, page]).then(function (parts) {
    if (root.hasAttribute('data-embed')) {
      openInFrame(parts);
      return null;
    }
    return Promise.all([loadReaders(Object.keys(files.readers)), samples]).then(function (more) {
      return installed().then(function () {
        return sealedStart({ script: parts[0], module: parts[1], readers: more[0] });
      });
    }).then(sayReady);
  }).catch(fail);
  engine.ready.catch(function () {});
}());
