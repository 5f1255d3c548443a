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
    var inputs = all('[name="' + wanted[0] + '"]');
    var show = function () {
      part.hidden = !inputs.some(function (input) {
        return input.type === 'radio' || input.type === 'checkbox'
          ? input.checked && input.value === wanted[1]
          : input.value === wanted[1];
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

  all('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
})();
`;
