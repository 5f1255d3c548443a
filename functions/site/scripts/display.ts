/**
 * The screen on the wall: one notice after another by the time it takes to read it, polling for changes. It never
 * blanks: what it could not load again stays up and it says how old it is; what was withdrawn goes at the next poll,
 * and what has reached its last day goes by itself. ES2015 without modules: these browsers are old and never updated.
 */
export const displayScript = `(function () {
  'use strict';
  var POLL_MS = 15000;
  var CHARACTERS_A_SECOND = 6;
  var LEAST_S = 8;
  var MOST_S = 45;

  var body = document.body;
  var stage = document.getElementById('stage');
  var byId = function (id) { return document.getElementById(id); };
  var slides = function () { return Array.prototype.slice.call(stage.querySelectorAll('.slide')); };

  var skew = Date.parse(body.getAttribute('data-now')) - Date.now();
  var serverNow = function () { return new Date(Date.now() + skew); };
  var two = function (number) { return (number < 10 ? '0' : '') + number; };
  var shanghai = function (date) { return new Date(date.getTime() + 8 * 3600000); };
  var WEEK = ['日', '一', '二', '三', '四', '五', '六'];
  var timeText = function (date) {
    var local = shanghai(date);
    return two(local.getUTCHours()) + ':' + two(local.getUTCMinutes());
  };
  var dateText = function (date) {
    var local = shanghai(date);
    return local.getUTCFullYear() + '年' + (local.getUTCMonth() + 1) + '月' + local.getUTCDate() + '日';
  };

  function tick() {
    var now = serverNow();
    byId('time').textContent = timeText(now);
    byId('date').textContent = dateText(now) + ' 星期' + WEEK[shanghai(now).getUTCDay()];
    var isGone = slides().filter(function (slide) {
      var until = slide.getAttribute('data-until');
      return until && Date.parse(until) <= now.getTime();
    });
    if (isGone.length > 0) remove(isGone);
  }

  /* One notice at a time; a long one page by page. */
  var current = null;
  var page = 0;
  var starts = [0];
  var timer = null;
  var startedAt = 0;
  var lasts = 1;

  function textOf(slide) { return slide.querySelector('.text'); }

  /* Where each line of a text begins and ends, from its top. Only of text: a paragraph has a box of its own. */
  function linesOf(text) {
    var range = document.createRange();
    var top = text.getBoundingClientRect().top - text.scrollTop;
    var walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, null, false);
    var lines = [];
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      Array.prototype.forEach.call(range.getClientRects(), function (box) {
        lines.push({ from: box.top - top, to: box.bottom - top });
      });
    }
    return lines.sort(function (a, b) { return a.from - b.from; });
  }

  /* Smaller type first; what is still too long is turned page by page, never in the middle of a line. */
  function layOut(slide) {
    var text = textOf(slide);
    text.style.height = '';
    text.style.flex = '';
    text.scrollTop = 0;
    slide.classList.remove('dense');
    if (text.scrollHeight > text.clientHeight + 2) slide.classList.add('dense');
    var room = text.clientHeight;
    if (text.scrollHeight <= room + 2) return [0];
    var starts = [0];
    linesOf(text).forEach(function (line) {
      var start = starts[starts.length - 1];
      if (line.to - start > room && line.from > start + 1) starts.push(Math.floor(line.from) - 1);
    });
    return starts;
  }

  function secondsFor(slide) {
    var seconds = slide.textContent.length / CHARACTERS_A_SECOND / starts.length;
    return Math.min(MOST_S, Math.max(LEAST_S, seconds));
  }

  function show(slide, number) {
    slides().forEach(function (each) { if (each !== slide) each.classList.remove('now'); });
    if (slide) slide.classList.add('now');
    current = slide;
    page = number;
    var all = slides();
    byId('nothing').hidden = all.length > 0;
    if (!slide) { byId('place').textContent = ''; return; }
    if (number === 0) starts = layOut(slide);
    var text = textOf(slide);
    if (starts.length > 1) {
      var end = number + 1 < starts.length ? starts[number + 1] : text.scrollHeight;
      text.style.flex = 'none';
      text.style.height = end - starts[number] + 'px';
      text.scrollTop = starts[number];
    }
    byId('place').textContent = '第 ' + (all.indexOf(slide) + 1) + ' 项，共 ' + all.length + ' 项' +
      (starts.length > 1 ? '　第 ' + (number + 1) + '/' + starts.length + ' 页' : '');
    lasts = secondsFor(slide) * 1000;
    startedAt = Date.now();
    clearTimeout(timer);
    timer = setTimeout(next, lasts);
  }

  function next() {
    var all = slides();
    if (all.length === 0) { show(null, 0); return; }
    if (current && all.indexOf(current) >= 0 && page + 1 < starts.length) { show(current, page + 1); return; }
    show(all[(all.indexOf(current) + 1) % all.length], 0);
  }

  function remove(gone) {
    var wasShown = gone.indexOf(current) >= 0;
    gone.forEach(function (slide) { slide.parentNode.removeChild(slide); });
    if (wasShown) { current = null; next(); } else { show(current, 0); }
  }

  function pace() {
    byId('pace').value = current ? Math.min(100, ((Date.now() - startedAt) / lasts) * 100) : 0;
  }

  /* Polling. */
  var etag = body.getAttribute('data-etag');
  var failures = 0;

  function get(url, tag, done) {
    var request = new XMLHttpRequest();
    request.open('GET', url);
    request.timeout = 10000;
    if (tag) request.setRequestHeader('If-None-Match', tag);
    request.onload = function () { done(request); };
    request.onerror = request.ontimeout = function () { done(null); };
    try { request.send(); } catch (error) { done(null); }
  }

  function poll() {
    get(body.getAttribute('data-feed'), etag, function (answer) {
      if (!answer || (answer.status !== 200 && answer.status !== 304)) { failed(); return; }
      if (answer.status === 304) { fresh(answer); return; }
      var list;
      try { list = JSON.parse(answer.responseText); } catch (error) { failed(); return; }
      if (!Array.isArray(list)) { failed(); return; }
      var versions = {};
      list.forEach(function (item) { versions[item.id] = String(item.version); });
      var isGone = slides().filter(function (slide) { return !versions[slide.getAttribute('data-id')]; });
      if (isGone.length > 0) remove(isGone);
      var tag = answer.getResponseHeader('ETag');
      var isMissing = function () {
        var has = {};
        slides().forEach(function (slide) { has[slide.getAttribute('data-id')] = slide.getAttribute('data-version'); });
        return list.some(function (item) { return has[item.id] !== versions[item.id]; });
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

  /* The page itself has the notices ready made, codes included. */
  function loadSlides(done) {
    get(location.href, null, function (answer) {
      if (!answer || answer.status !== 200) { done(false); return; }
      var loaded = new DOMParser().parseFromString(answer.responseText, 'text/html');
      var fetched = Array.prototype.slice.call(loaded.querySelectorAll('.slide'));
      var shownId = current ? current.getAttribute('data-id') : '';
      slides().forEach(function (slide) { slide.parentNode.removeChild(slide); });
      var nothing = byId('nothing');
      var again = null;
      fetched.forEach(function (slide) {
        var copy = document.importNode(slide, true);
        stage.insertBefore(copy, nothing);
        if (copy.getAttribute('data-id') === shownId) again = copy;
      });
      current = null;
      if (again) show(again, 0); else next();
      done(true);
    });
  }

  function fresh(answer) {
    failures = 0;
    var asOf = answer.getResponseHeader('Gongkai-As-Of');
    if (asOf) {
      skew = Date.parse(asOf) - Date.now();
      byId('as-of').textContent = dateText(new Date(asOf)) + ' ' + timeText(new Date(asOf));
    }
    byId('network').textContent = '';
  }

  function failed() {
    failures += 1;
    if (failures > 1) byId('network').textContent = '　网络暂时中断，显示的是以上时间的内容';
  }

  document.documentElement.className += ' playing';
  tick();
  next();
  setInterval(tick, 1000);
  setInterval(pace, 250);
  setInterval(poll, POLL_MS);
})();
`;
