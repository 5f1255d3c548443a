/** The time in Shanghai by the server's clock: that of the device may be years off. */
export const clock = `
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
    sayNetwork();
    var isGone = slides().filter(function (slide) {
      var until = slide.getAttribute('data-until');
      return until && Date.parse(until) <= now.getTime();
    });
    if (isGone.length > 0) remove(isGone);
  }
`;
