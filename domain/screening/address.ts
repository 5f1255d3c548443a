import { type Characters, digitAt, endsWith, isHan, isMask, isSeparator, startsWith } from './characters.ts';
import type { Match } from './finding.ts';

/** An address more precise than the township; `start` to `cut` may be published, `cut` to `end` may not. */
interface Place {
  readonly start: number;
  readonly cut: number;
  readonly end: number;
}

const MOST_NAME = 6;
const MOST_PREFIX = 30;
const MOST_NUMERALS = 5;

/** What a house number follows. */
const STREETS = '路 街 巷 弄 村 大道 胡同 小区 新村 社区 花园 公寓 苑 坊'.split(' ');
const NOT_STREETS = '线路 思路 道路 铁路 电路 农村 各村 全村'.split(' ');
const DOORS = '号楼 单元 号 弄 栋 幢 座 室 组 户 队'.split(' ');
/** Units within a building that name a home even where the street is not given. */
const STAIRCASE = '单元';
const NUMERALS = '〇零一二三四五六七八九十百';

const REGIONS = '省 市 区 县 镇 乡 街道'.split(' ');
const NOT_REGIONS = '小区 社区 园区 校区 城市 超市 家乡 城镇 下乡'.split(' ');
const TOWNSHIPS = '镇 乡 街道'.split(' ');

/** Before a village they say "any village"; after it they say that an organisation is meant. */
const NO_VILLAGE_NAMES = '农 各 全 行政 自然 所有 新农'.split(' ');
const VILLAGE_ORGANISATIONS = '委 支 民 级 党 小 中 两 居 务 部 干 里 庄 史'.split(' ');

/** Words that lead to an address and are no part of it. */
const STOPS = new Set('在于住址至到从是为往由');

/** The addresses of a text, in order and without overlap. Each character is looked at a bounded number of times. */
export function findAddresses(
  text: Characters,
  slice: (start: number, end: number) => string,
): readonly Match[] {
  const found: Match[] = [];
  let floor = 0;
  for (let i = 0; i < text.length; ) {
    const place = streetAddressAt(text, i, floor) ?? villageAt(text, i, floor);
    if (!place) {
      i += 1;
      continue;
    }
    found.push({
      kind: 'address',
      start: place.start,
      end: place.end,
      head: slice(place.start, place.cut),
      tail: '',
    });
    floor = place.end;
    i = place.end;
  }
  return found;
}

/** A house number at `i`, right after the name of a street or as a flat on a staircase. */
function streetAddressAt(text: Characters, i: number, floor: number): Place | undefined {
  if (i > floor && isNumeral(text, i - 1)) return undefined;
  const door = doorEnd(text, i);
  if (door === undefined) return undefined;
  const street = streetBefore(text, skipBack(text, i, floor), floor);
  // Without a street it is any 3号: looking further each time would cost the square of the length.
  if (street === undefined && !endsWith(text, door, STAIRCASE)) return undefined;
  const end = lastDoorEnd(text, door);
  if (street === undefined) return end > door ? { start: i, cut: i, end } : undefined;
  const left = leftEnd(text, street, floor);
  const cut = regionEnd(text, left, street);
  if (cut !== undefined) return { start: left, cut, end };
  const start = Math.max(left, street - MOST_NAME);
  return { start, cut: start, end };
}

/** The end of numerals and their unit (`12弄`, `三单元`, `5-2号`) that begin at `i`. */
function doorEnd(text: Characters, i: number): number | undefined {
  const first = numeralsEnd(text, i);
  if (first === undefined) return undefined;
  const second = first < text.length && isSeparator(text, first) ? numeralsEnd(text, first + 1) : undefined;
  const end = second ?? first;
  const unit = DOORS.find((door) => startsWith(text, end, door));
  // 1号线 and 2号文 are a metro line and a paper.
  if (unit === undefined || startsWith(text, end, '号线') || startsWith(text, end, '号文')) return undefined;
  return end + unit.length;
}

/** Takes in what is more precise still: `100号` + `3单元` + `501室`, also `501` alone after the house number. */
function lastDoorEnd(text: Characters, door: number): number {
  let end = door;
  for (;;) {
    const from = end < text.length && isSeparator(text, end) ? end + 1 : end;
    const next = doorEnd(text, from) ?? (from === end ? bareFlatEnd(text, from) : undefined);
    if (next === undefined) return end;
    end = next;
  }
}

const bareFlatEnd = (text: Characters, i: number): number | undefined => {
  const end = numeralsEnd(text, i);
  return end !== undefined && end - i >= 3 && digitAt(text, i) !== undefined ? end : undefined;
};

function numeralsEnd(text: Characters, i: number): number | undefined {
  let end = i;
  while (end < text.length && isNumeral(text, end)) {
    end += 1;
    if (end - i > MOST_NUMERALS) return undefined;
  }
  // What a mask leaves of a phone number is no house number.
  if (end === i || isMask(text, end, 1) || isMask(text, i - 1, -1)) return undefined;
  return end;
}

const isNumeral = (text: Characters, i: number): boolean =>
  digitAt(text, i) !== undefined || NUMERALS.includes(String.fromCharCode(text.charCodeAt(i)));

const skipBack = (text: Characters, i: number, floor: number): number =>
  i > floor && isSeparator(text, i - 1) ? i - 1 : i;

/** Where the word for the street begins that ends at `end`, when a name stands before it. */
function streetBefore(text: Characters, end: number, floor: number): number | undefined {
  const street = STREETS.find((word) => endsWith(text, end, word));
  if (street === undefined || NOT_STREETS.some((word) => endsWith(text, end, word))) return undefined;
  const start = end - street.length;
  return start > floor && isPlaceName(text, start - 1) ? start : undefined;
}

/** A village at `i` under a named township of a named county or city: what the mask may not show (永安市 notice). */
function villageAt(text: Characters, i: number, floor: number): Place | undefined {
  if (!startsWith(text, i, '村') || VILLAGE_ORGANISATIONS.some((word) => startsWith(text, i + 1, word))) {
    return undefined;
  }
  const left = leftEnd(text, i, floor);
  const cut = regionEnd(text, left, i);
  if (cut === undefined || i - cut < 2 || i - cut > MOST_NAME) return undefined;
  if (NO_VILLAGE_NAMES.some((word) => endsWith(text, i, word))) return undefined;
  const township = TOWNSHIPS.find((word) => endsWith(text, cut, word));
  if (township === undefined || regionEnd(text, left, cut - township.length) === undefined) return undefined;
  return { start: left, cut, end: lastDoorEnd(text, i + 1) };
}

/** How far left the names before `end` reach. */
function leftEnd(text: Characters, end: number, floor: number): number {
  let left = end;
  while (left > floor && end - left < MOST_PREFIX && isPlaceName(text, left - 1)) left -= 1;
  return left;
}

const isPlaceName = (text: Characters, i: number): boolean =>
  isHan(text, i) && !STOPS.has(String.fromCharCode(text.charCodeAt(i)));

/** The end of the last region named between `left` and `end`, with a name before it and one after it. */
function regionEnd(text: Characters, left: number, end: number): number | undefined {
  for (let cut = end - 1; cut > left + 1; cut--) {
    const region = REGIONS.find((word) => endsWith(text, cut, word));
    if (region === undefined || cut - region.length <= left) continue;
    if (!NOT_REGIONS.some((word) => endsWith(text, cut, word))) return cut;
  }
  return undefined;
}
