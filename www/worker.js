// The engine's side of the worker; the build puts it behind the engine's glue, which defines `wasm_bindgen`.
//
// First message: {module, probe}. Answer: {ready: true, sealed}, sealed being whether a request to `probe` was refused
// by policy. Then {id, kind: "check", name, language, bytes, edits}, {id, kind: "recheck", sha256, language, edits} or
// {id, kind: "rules", language} → {json} or {error}, 'gone' where what is to be checked again is not at hand; {error,
// broken: true} if the program trapped, and then it must not be called again. The one who sends knows which request
// is answered: one at a time.
(function () {
  'use strict';

  var REFUSAL_LIMIT_MS = 1000;

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
      if (request.kind === 'check') {
        return {
          json: wasm_bindgen.check(request.name, request.language, new Uint8Array(request.bytes), request.edits || '')
        };
      }
      if (request.kind === 'recheck') {
        var json = wasm_bindgen.recheck(request.sha256, request.language, request.edits || '');
        return json ? { json: json } : { error: 'gone' };
      }
      if (request.kind === 'rules') {
        return { json: wasm_bindgen.rules(request.language) };
      }
      return { error: 'kind' };
    } catch (error) {
      return { error: String(error && error.message || error), broken: true };
    }
  }

  self.onmessage = function (event) {
    start(event.data);
  };
}());
