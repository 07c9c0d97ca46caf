// The engine's side of the worker; the build puts it behind the engine's glue, which defines `wasm_bindgen`.
//
// First message: {module, probe}. Answer: {ready: true, sealed}, sealed being whether a request to `probe` was refused
// by policy. Then {id, kind: "check", name, language, bytes, edits}, {id, kind: "recheck", sha256, language, edits} or
// {id, kind: "rules", language} → {json} or {error}, 'gone' where what is to be checked again is not at hand; {error,
// broken: true} if the program trapped, and then it must not be called again. The one who sends knows which request
// is answered: one at a time.
//
// A file that a further reader is for is answered with {wants: "fixed"}. Then {kind: "reader", name: "fixed", module}
// has to come, without a module if there is none, and the answer to the request follows.
(function () {
  'use strict';

  var REFUSAL_LIMIT_MS = 1000;

  // The readers' glues by name, each a function that gives a new one: their scripts stand before this one, if they came.
  var glues = self.goujiReaders || {};
  // The readers' programs by name, compiled; null for one that could not be had.
  var programs = {};
  // The request that waits for a reader.
  var pending = null;

  function probed(address) {
    return new Promise(function (resolve) {
      // Only the policy's own refusal counts: a request also fails where there is no network.
      self.addEventListener('securitypolicyviolation', function () {
        resolve(true);
      });
      self.fetch(address).then(function () {
        resolve(false);
      }, function () {
        setTimeout(resolve, REFUSAL_LIMIT_MS, false);
      });
    });
  }

  function start(message) {
    Promise.all([wasm_bindgen({ module_or_path: message.module }), probed(message.probe)]).then(function (results) {
      self.onmessage = function (event) {
        self.postMessage(answered(event.data));
      };
      self.postMessage({ ready: true, sealed: results[1] });
    }).catch(function (error) {
      // Rejections do not reach the starter's onerror; a thrown error does.
      setTimeout(function () {
        throw error;
      }, 0);
    });
  }

  function answered(request) {
    try {
      if (request.kind === 'reader') {
        programs[request.name] = request.module || null;
        request = pending;
        pending = null;
      }
      if (request.kind === 'check') {
        var answer = checked(request.name, request.language, new Uint8Array(request.bytes), request);
        return answer.json && request.edits ? again('', request) : answer;
      }
      if (request.kind === 'recheck') {
        return again(request.sha256, request);
      }
      if (request.kind === 'rules') {
        return { json: wasm_bindgen.rules(request.language) };
      }
      return { error: 'kind' };
    } catch (error) {
      return { error: String(error && error.message || error), broken: true };
    }
  }

  function again(sha256, request) {
    var json = wasm_bindgen.recheck(sha256, request.language, request.edits || '');
    return json ? { json: json } : { error: 'gone' };
  }

  function checked(name, language, bytes, request) {
    var reader = wasm_bindgen.module_for(name, bytes);
    if (reader === undefined) {
      return { json: wasm_bindgen.check(name, language, bytes) };
    }
    if (!(reader in programs) && reader in glues) {
      pending = request;
      return { wants: reader };
    }
    var packed = null;
    if (programs[reader]) {
      try {
        // A new one for each file: what a file made it do ends with the file, and so does the memory that it took.
        var glue = glues[reader]();
        glue.initSync({ module: programs[reader] });
        packed = glue.read(name, bytes);
      } catch (error) {
        // It gave up on this file. The engine has not been touched.
      }
    }
    return {
      json: packed
        ? wasm_bindgen.check_read(name, language, bytes, packed)
        : wasm_bindgen.check_unread(name, language, bytes, !!programs[reader])
    };
  }

  self.onmessage = function (event) {
    start(event.data);
  };
}());
