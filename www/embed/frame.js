// The page in a frame of another site's page: takes what the host sends, and tells it what came of it.
//
// Messages, both ways, are {gouji: {v: 1, type, …}}. In: {type: "check", name, text} or {type: "check", name, bytes}.
// Out: {type: "ready"}, {type: "height", height}, {type: "result", review}, {type: "error", message}. Only the window
// that holds the frame is heard, and from its first message on only its origin is answered.
(function () {
  'use strict';

  var root = document.documentElement;
  var VIEWS = ['summary', 'flow', 'findings', 'full'];
  var host = window.parent;
  // Before the host has spoken nothing but that the frame is there, and how high it is, is said to anyone.
  var origin = '*';

  function parameter(name) {
    var found = new RegExp('[?&]' + name + '=([a-z-]+)', 'i').exec(location.search);
    return found ? found[1] : '';
  }

  function tell(message) {
    message.v = 1;
    host.postMessage({ gouji: message }, origin);
  }

  root.setAttribute('data-view', VIEWS.indexOf(parameter('view')) >= 0 ? parameter('view') : 'full');

  // A theme that the host asks for is put in the place of the one that the user's system asks for.
  var theme = parameter('theme');
  if (theme === 'light' || theme === 'dark') {
    [].forEach.call(document.styleSheets, function (sheet) {
      [].forEach.call(sheet.cssRules, function (rule) {
        if (rule.media && /prefers-color-scheme: ?dark/.test(rule.media.mediaText)) {
          rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
        }
      });
    });
  }

  window.addEventListener('message', function (event) {
    var message = event.data && event.data.gouji;
    if (event.source !== host || !message || message.v !== 1 || message.type !== 'check') {
      return;
    }
    if (origin !== '*' && origin !== event.origin) {
      return;
    }
    // A page from file:// has no origin to be told by.
    origin = event.origin === 'null' ? '*' : event.origin;
    var name = String(message.name || '');
    var content = message.bytes || String(message.text || '');
    window.goujiEngine.give({ files: [new File([content], name)], text: '' });
  });

  window.goujiEngine.worker.addEventListener('message', function (event) {
    if (event.data.error) {
      tell({ type: 'error', message: event.data.error });
    } else if (event.data.json) {
      var envelope = JSON.parse(event.data.json);
      if (envelope.review) {
        tell({ type: 'result', review: envelope.review });
        // A frame out of sight is told of no change of size by the browser; asked, it has one.
        [0, 100, 1000].forEach(function (wait) {
          setTimeout(measure, wait);
        });
      }
    }
  });

  window.goujiEngine.ready.then(function () {
    tell({ type: 'ready' });
  }, function (error) {
    tell({ type: 'error', message: error.message });
  });

  var last = 0;
  function measure() {
    var height = Math.ceil(document.getElementById('app').getBoundingClientRect().height);
    if (height && height !== last) {
      last = height;
      tell({ type: 'height', height: height });
    }
  }
  new ResizeObserver(measure).observe(document.getElementById('app'));
}());
