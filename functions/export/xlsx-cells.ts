import { strFromU8, unzipSync } from 'fflate';
import { refuseFile } from './roster-file-refusals.ts';

/** Unpacked, in bytes: a roster of a whole district takes a fraction of it. */
const MOST_BYTES = 8 * 1024 * 1024;
const MEGABYTES = MOST_BYTES / 1024 / 1024;
/** Lines of a sheet, the heading included; programs like to write thousands of empty ones. */
const MOST_ROWS = 5_000;

const WANTED = /^(?:xl\/sharedStrings\.xml|xl\/worksheets\/sheet\d+\.xml)$/;

/**
 * The texts of the first sheet of a workbook (ECMA-376): of a formula its last result, of a day the number that stands
 * for it. Looks and everything else are left aside.
 * @throws Refusal `roster-file-unreadable`, `roster-file-too-large`
 */
export function xlsxCells(bytes: Uint8Array): readonly (readonly string[])[] {
  const parts = unpack(bytes);
  const sheet = Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  const xml = parts[sheet ?? ''];
  if (xml === undefined) return refuseFile('roster-file-unreadable');
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(
    ([, text = '']) => textIn(text),
  );
  const rows: string[][] = [];
  for (const [, attributes = '', cells = ''] of xml.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const place = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? rows.length + 1) - 1;
    if (cells === '') continue;
    if (place >= MOST_ROWS) refuseFile('roster-file-too-large', { rows: MOST_ROWS, megabytes: MEGABYTES });
    rows[place] = cellsIn(cells, shared);
  }
  return Array.from(rows, (row) => row ?? []);
}

function unpack(bytes: Uint8Array): Readonly<Record<string, string>> {
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!WANTED.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= MOST_BYTES;
      },
    });
    if (unpacked <= MOST_BYTES)
      return Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return refuseFile('roster-file-unreadable');
  }
  return refuseFile('roster-file-too-large', { rows: MOST_ROWS, megabytes: MEGABYTES });
}

function cellsIn(xml: string, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, attributes = '', content = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
    const place = letters ? columnOf(letters) : cells.length;
    const type = /\bt="(\w+)"/.exec(attributes)?.[1];
    const [, value = ''] = /<v\b[^>]*>(.*?)<\/v>/s.exec(content) ?? [];
    cells[place] =
      type === 'inlineStr'
        ? textIn(content)
        : type === 's'
          ? (shared[Number(value)] ?? '')
          : unescaped(value);
  }
  return Array.from(cells, (cell) => cell ?? '');
}

/** A is 0, Z is 25, AA is 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Runs of a text that differ in their looks belong together; how it is read aloud (`rPh`) does not. */
const textIn = (xml: string): string =>
  [...xml.replaceAll(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*?(?:\/>|>(.*?)<\/t>)/gs)]
    .map(([, text = '']) => unescaped(text))
    .join('');

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? '';
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
