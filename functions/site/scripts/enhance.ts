/**
 * Small comforts on top of pages that work without them: one click sends a form once, lists are searched while
 * typing, fields that only a 公示 needs step back otherwise, and an error summary takes the focus. ES2015, no modules:
 * phones and office computers here are old.
 */
export const enhanceScript = `(function () {
  'use strict';
  var all = function (selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  };

  var summary = document.querySelector('[data-error-summary]');
  if (summary) summary.focus();

  all('form').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.getAttribute('data-sent')) { event.preventDefault(); return; }
      form.setAttribute('data-sent', 'yes');
      setTimeout(function () { form.removeAttribute('data-sent'); }, 8000);
    });
  });
  window.addEventListener('pageshow', function () {
    all('form[data-sent]').forEach(function (form) { form.removeAttribute('data-sent'); });
  });

  all('[data-filters]').forEach(function (input) {
    var list = document.getElementById(input.getAttribute('data-filters'));
    var said = document.getElementById(input.getAttribute('data-filters') + '-said');
    if (!list) return;
    var rows = all('[data-words]', list);
    var filter = function () {
      var words = input.value.trim().toLowerCase().split(/\\s+/);
      var left = 0;
      rows.forEach(function (row) {
        var text = row.getAttribute('data-words').toLowerCase();
        var fits = words.every(function (word) { return text.indexOf(word) >= 0; });
        row.hidden = !fits;
        if (fits) left += 1;
      });
      all('[data-group]', list).forEach(function (group) {
        group.hidden = all('[data-words]', group).every(function (row) { return row.hidden; });
      });
      if (said) said.textContent = '共 ' + left + ' 行';
    };
    input.addEventListener('input', filter);
    if (input.value) filter();
  });

  all('[data-shown-for]').forEach(function (part) {
    var wanted = part.getAttribute('data-shown-for').split('=');
    var values = wanted[1].split(' ');
    var inputs = all('[name="' + wanted[0] + '"]');
    var show = function () {
      part.hidden = !inputs.some(function (input) {
        return input.type === 'radio' || input.type === 'checkbox'
          ? input.checked && values.indexOf(input.value) >= 0
          : values.indexOf(input.value) >= 0;
      });
    };
    inputs.forEach(function (input) {
      input.addEventListener('change', function () {
        show();
        if (!part.hidden) all('details', part).forEach(function (fold) { fold.open = true; });
      });
    });
    show();
  });

  all('[data-count]').forEach(function (area) {
    var said = document.getElementById(area.getAttribute('data-count'));
    if (!said) return;
    var limit = area.maxLength;
    var count = function () { said.textContent = '已写 ' + area.value.length + ' 字，最多 ' + limit + ' 字'; };
    area.addEventListener('input', count);
    count();
  });

  all('[data-work]').forEach(function (input) {
    var crypto = window.crypto && window.crypto.subtle;
    var instead = document.querySelector('[data-work-instead]');
    if (!crypto || !window.TextEncoder || !instead) return;
    var bits = Number(input.getAttribute('data-bits'));
    var text = new TextEncoder();
    var ask = function (number) {
      crypto.digest('SHA-256', text.encode(input.getAttribute('data-work') + '.' + number)).then(function (hash) {
        var head = new DataView(hash).getUint16(0);
        if (head >> (16 - bits) === 0) { input.value = String(number); instead.hidden = true; return; }
        if (number % 500 === 0) setTimeout(function () { ask(number + 1); }, 0); else ask(number + 1);
      }, function () {});
    };
    var begin = function () { if (!begin.done) { begin.done = true; ask(1); } };
    if (input.form) input.form.addEventListener('focusin', begin);
  });

  all('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
})();
`;
