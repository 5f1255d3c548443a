import { clock } from './screen/clock.ts';
import { paging } from './screen/paging.ts';
import { polling } from './screen/polling.ts';
import { touch } from './screen/touch.ts';

/**
 * The oldest browser that the screens work on, as the version of its Android System WebView: that of Android 5.0 (2014),
 * the first that could be updated apart from the system. The script is written in ES5 with what that browser knows, the
 * styles with flex and without variables or grid.
 */
export const OLDEST_WEBVIEW = 37;

/**
 * The screen on the wall: one notice after another by the time it takes to read it, polling for changes. It never
 * blanks: what it could not load again stays up and it says how old it is; what was withdrawn goes at the next poll,
 * and what has reached its last day goes by itself. These browsers are old and never updated: see OLDEST_WEBVIEW.
 */
export const displayScript = `(function () {
  'use strict';
  var body = document.body;
  var stage = document.getElementById('stage');
  var byId = function (id) { return document.getElementById(id); };
  var slides = function () { return Array.prototype.slice.call(stage.querySelectorAll('.slide')); };
${clock}${paging}${touch}${polling}
  document.documentElement.className += ' playing';
  tick();
  next();
  setInterval(tick, 1000);
  setInterval(pace, 250);
  setInterval(poll, POLL_MS);
})();
`;
