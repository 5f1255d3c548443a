/**
 * A screen that people touch: a list of everything, any item for as long as somebody reads it, and back to going round
 * by itself once it has been left alone for a minute. On any other screen nothing of it ever happens.
 */
export const touch = `
  var QUIET_MS = 60000;
  var controls = byId('controls');
  var list = byId('list');
  var isHeld = false;
  var quiet = null;

  function isGoingRound() { return !isHeld; }

  function toggle(name, isOn) {
    if (isOn) document.documentElement.classList.add(name); else document.documentElement.classList.remove(name);
  }

  function isListing() { return document.documentElement.classList.contains('listing'); }

  /* Held still for whoever reads; every touch begins the minute again. */
  function hold(withList) {
    isHeld = true;
    clearTimeout(timer);
    toggle('listing', withList);
    byId('to-round').hidden = false;
    stayAwake();
  }

  function stayAwake() {
    if (!isHeld) return;
    clearTimeout(quiet);
    quiet = setTimeout(goRound, QUIET_MS);
  }

  function goRound() {
    isHeld = false;
    clearTimeout(quiet);
    toggle('listing', false);
    byId('to-round').hidden = true;
    window.scrollTo(0, 0);
    if (current) show(current, 0); else next();
  }

  function openList() {
    if (!list) { next(); return; }
    hold(true);
    list.scrollTop = 0;
    byId('list-title').focus();
  }

  function read(slide) {
    hold(false);
    show(slide, 0);
    slide.focus();
  }

  /* The list goes by pages too: not every old panel knows a swipe. */
  function turn(how, direction) {
    if (isListing()) {
      list.scrollTop += direction * list.clientHeight * 0.9;
      stayAwake();
      return;
    }
    hold(false);
    how();
  }

  /* As many targets as there are notices on the screen. */
  function listAgain(fetched) {
    if (!list) return;
    var choices = byId('choices');
    if (fetched) {
      while (choices.firstChild) choices.removeChild(choices.firstChild);
      Array.prototype.forEach.call(fetched.querySelectorAll('#choices > li'), function (line) {
        choices.appendChild(document.importNode(line, true));
      });
    }
    var has = {};
    slides().forEach(function (slide) { has[slide.getAttribute('data-id')] = true; });
    Array.prototype.slice.call(choices.children).forEach(function (line) {
      if (!has[line.getAttribute('data-id')]) choices.removeChild(line);
    });
  }

  function choose(event) {
    var node = event.target;
    while (node && node !== list && node.nodeName !== 'LI') node = node.parentNode;
    if (!node || node.nodeName !== 'LI') return;
    event.preventDefault();
    var id = node.getAttribute('data-id');
    slides().forEach(function (slide) { if (slide.getAttribute('data-id') === id) read(slide); });
  }

  if (controls) {
    controls.hidden = false;
    byId('to-list').addEventListener('click', openList);
    byId('back').addEventListener('click', function () { turn(back, -1); });
    byId('on').addEventListener('click', function () { turn(next, 1); });
    byId('to-round').addEventListener('click', goRound);
    list.addEventListener('click', choose);
    ['touchstart', 'mousedown', 'keydown', 'wheel'].forEach(function (kind) {
      document.addEventListener(kind, stayAwake);
    });
    list.addEventListener('scroll', stayAwake);
    /* Whoever touches the notice wants to read it to its end. */
    stage.addEventListener('click', function (event) {
      if (!list.contains(event.target)) hold(false);
    });
  }
`;
