/**
 * Asks for changes, keeps what it has when there is no answer and says how old it is, and reports what it shows. What
 * was withdrawn goes at the next poll.
 */
export const polling = `
  var POLL_MS = 15000;
  var REPORT_MS = 300000;
  var NEWS_MS = 60000;
  var etag = body.getAttribute('data-etag');
  var failures = 0;
  var freshAt = serverNow();

  function send(method, url, headers, text, done) {
    var request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = 10000;
    for (var name in headers) if (headers[name]) request.setRequestHeader(name, headers[name]);
    request.onload = function () { done(request); };
    request.onerror = request.ontimeout = function () { done(null); };
    try { request.send(text); } catch (error) { done(null); }
  }

  function get(url, tag, done) { send('GET', url, { 'If-None-Match': tag }, null, done); }

  function poll() {
    get(body.getAttribute('data-feed'), etag, function (answer) {
      if (!answer || (answer.status !== 200 && answer.status !== 304)) { failed(); return; }
      if (answer.status === 304) { fresh(answer); return; }
      var items;
      try { items = JSON.parse(answer.responseText); } catch (error) { failed(); return; }
      if (!Array.isArray(items)) { failed(); return; }
      var versions = {};
      items.forEach(function (item) { versions[item.id] = String(item.version); });
      var isGone = slides().filter(function (slide) { return !versions[slide.getAttribute('data-id')]; });
      if (isGone.length > 0) remove(isGone);
      var tag = answer.getResponseHeader('ETag');
      var isMissing = function () {
        var has = {};
        slides().forEach(function (slide) { has[slide.getAttribute('data-id')] = slide.getAttribute('data-version'); });
        return items.some(function (item) { return has[item.id] !== versions[item.id]; });
      };
      if (!isMissing()) { etag = tag; fresh(answer); return; }
      loadSlides(function (worked) {
        if (!worked) { failed(); return; }
        /* The page may be older than the list; then the next poll tries again. */
        if (!isMissing()) etag = tag;
        fresh(answer);
      });
    });
  }

  function scriptOf(page) {
    var script = page.querySelector('script[src]');
    return script ? script.getAttribute('src') : '';
  }

  /* The page itself has the notices ready made, codes included. */
  function loadSlides(done) {
    get(body.getAttribute('data-home'), null, function (answer) {
      if (!answer || answer.status !== 200) { done(false); return; }
      var loaded = new DOMParser().parseFromString(answer.responseText, 'text/html');
      /* A new release has come, and the network is there: a screen that hangs for years has to take it up. */
      if (scriptOf(loaded) !== scriptOf(document)) { location.reload(); return; }
      var shownId = current ? current.getAttribute('data-id') : '';
      var shownVersion = current ? current.getAttribute('data-version') : '';
      var shownPage = page;
      slides().forEach(function (slide) { slide.parentNode.removeChild(slide); });
      var nothing = byId('nothing');
      var again = null;
      Array.prototype.forEach.call(loaded.querySelectorAll('.slide'), function (slide) {
        var copy = document.importNode(slide, true);
        stage.insertBefore(copy, nothing);
        if (copy.getAttribute('data-id') === shownId) again = copy;
      });
      listAgain(loaded);
      current = null;
      page = 0;
      if (again) {
        show(again, 0);
        if (again.getAttribute('data-version') === shownVersion && shownPage < starts.length) show(again, shownPage);
      } else if (isGoingRound()) next(); else openList();
      done(true);
    });
  }

  function fresh(answer) {
    failures = 0;
    var asOf = answer.getResponseHeader('Gongkai-As-Of');
    if (asOf) {
      skew = Date.parse(asOf) - Date.now();
      freshAt = new Date(asOf);
      byId('as-of').textContent = dateText(freshAt) + ' ' + timeText(freshAt);
    }
    byId('revision').textContent = etag.slice(1, 7);
    sayNetwork();
    report();
  }

  function failed() {
    failures += 1;
    sayNetwork();
  }

  function sayNetwork() {
    var isGone = failures > 1;
    toggle('stale', isGone);
    var minutes = Math.floor((serverNow().getTime() - freshAt.getTime()) / 60000);
    var hours = Math.floor(minutes / 60);
    var age = hours > 0 ? hours + ' 小时前' : minutes + ' 分钟前';
    var text = isGone ? '　⚠ 网络暂时中断，显示的是以上时间的内容（' + age + '）' : '';
    if (byId('network').textContent !== text) byId('network').textContent = text;
  }

  /* The heartbeat: what is on the screen now. Each five minutes, and soon after a change. */
  var reportedAt = 0;
  var reported = '';
  function report() {
    var seen = body.getAttribute('data-seen');
    if (!seen) return;
    /* Somebody may set the clock of the device back. */
    var since = Math.abs(Date.now() - reportedAt);
    if (since < NEWS_MS || (since < REPORT_MS && reported === etag)) return;
    var tag = etag;
    reportedAt = Date.now();
    send('POST', seen, { 'Content-Type': 'application/json' }, JSON.stringify({ shown: tag }), function (answer) {
      reported = answer && answer.status === 204 ? tag : '';
    });
  }
`;
