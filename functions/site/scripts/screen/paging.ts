import { LEAST_S, LOOK_S } from '../../reading-time.ts';

/** One notice at a time, a long one page by page, each for as long as it takes to read what is on it. */
export const paging = `
  var PER_MINUTE = Number(body.getAttribute('data-per-minute'));
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

  function isTooLong(text) { return text.scrollHeight > text.clientHeight + 2; }

  /* The largest type that it fits in; what is too long for the smallest is turned page by page, never within a line. */
  function layOut(slide) {
    var text = textOf(slide);
    text.style.height = '';
    text.style.flex = '';
    text.scrollTop = 0;
    slide.classList.remove('dense');
    slide.classList.add('roomy');
    if (isTooLong(text)) slide.classList.remove('roomy');
    if (isTooLong(text)) slide.classList.add('dense');
    if (!isTooLong(text)) return [0];
    var room = text.clientHeight;
    var starts = [0];
    linesOf(text).forEach(function (line) {
      var start = starts[starts.length - 1];
      if (line.to - start > room && line.from > start + 1) starts.push(Math.floor(line.from) - 1);
    });
    return starts;
  }

  function readingSeconds(characters) {
    return Math.max(${LEAST_S}, Math.ceil(${LOOK_S} + characters * 60 / PER_MINUTE));
  }

  /* The part of the text that is on the page, and what stands around it on each. */
  function charactersOn(slide, from, to) {
    var text = textOf(slide);
    var words = slide.querySelector('.words').textContent.length;
    var inText = text.textContent.length;
    return words - inText + inText * (to - from) / text.scrollHeight;
  }

  function show(slide, number) {
    clearTimeout(timer);
    slides().forEach(function (each) { if (each !== slide) each.classList.remove('now'); });
    if (slide) slide.classList.add('now');
    current = slide;
    page = number;
    var all = slides();
    byId('nothing').hidden = all.length > 0;
    if (!slide) { byId('place').textContent = ''; return; }
    if (number === 0) starts = layOut(slide);
    var text = textOf(slide);
    var end = number + 1 < starts.length ? starts[number + 1] : text.scrollHeight;
    if (starts.length > 1) {
      text.style.flex = 'none';
      text.style.height = end - starts[number] + 'px';
      text.scrollTop = starts[number];
    }
    byId('place').textContent = '第 ' + (all.indexOf(slide) + 1) + ' 项，共 ' + all.length + ' 项' +
      (starts.length > 1 ? '　第 ' + (number + 1) + '/' + starts.length + ' 页' : '');
    lasts = readingSeconds(charactersOn(slide, starts[number], end)) * 1000;
    startedAt = Date.now();
    if (isGoingRound()) timer = setTimeout(next, lasts);
  }

  function next() {
    var all = slides();
    if (all.length === 0) { show(null, 0); return; }
    if (current && all.indexOf(current) >= 0 && page + 1 < starts.length) { show(current, page + 1); return; }
    show(all[(all.indexOf(current) + 1) % all.length], 0);
  }

  function back() {
    var all = slides();
    if (all.length === 0) { show(null, 0); return; }
    if (page > 0) { show(current, page - 1); return; }
    var at = all.indexOf(current);
    show(all[(Math.max(at, 0) + all.length - 1) % all.length], 0);
  }

  function remove(gone) {
    var wasShown = gone.indexOf(current) >= 0;
    gone.forEach(function (slide) { slide.parentNode.removeChild(slide); });
    listAgain();
    if (!wasShown) { show(current, page); return; }
    current = null;
    page = 0;
    if (isGoingRound()) next(); else openList();
  }

  function pace() {
    var part = current && isGoingRound() ? (Date.now() - startedAt) / lasts : 0;
    byId('pace').value = Math.min(100, part * 100);
  }
`;
