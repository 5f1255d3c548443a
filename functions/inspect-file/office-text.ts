import { strFromU8, type Unzipped } from 'fflate';

type OfficeType = 'docx' | 'xlsx' | 'pptx';

/** Parts in which people write, by type. */
const WRITTEN: Readonly<Record<OfficeType, RegExp>> = {
  docx: /^word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  xlsx: /^xl\/(?:sharedStrings|worksheets\/[^/]+|comments[^/]*|threadedComments\/[^/]+|drawings\/[^/]+)\.xml$/,
  pptx: /^ppt\/(?:slides|notesSlides|comments)\/[^/]+\.xml$/,
};

/** Everything that is written in a document, one paragraph or cell a line: a number is never joined to the next one. */
export function textOf(type: OfficeType, parts: Unzipped): string {
  const lines = Object.entries(parts)
    .filter(([name]) => WRITTEN[type].test(name))
    .flatMap(([, content]) => linesOf(type, strFromU8(content)));
  return lines.filter((line) => line !== '').join('\n');
}

const linesOf = (type: OfficeType, xml: string): readonly string[] =>
  type === 'xlsx' ? cellsOf(xml) : xml.split(/<\/[wa]:p>/).map(runsOf);

/** A paragraph is cut into runs wherever its looks change, often amid a number. */
const runsOf = (xml: string): string =>
  [...xml.matchAll(/<(?:w|a|p):(?:t|text)\b[^>]*>([^<]*)<|<w:(?:tab|br)\b/g)]
    .map(([, text]) => (text === undefined ? ' ' : unescaped(text)))
    .join('');

/** Texts of their own and numbers; a cell of type `s` only points to a text that is listed elsewhere. */
function cellsOf(xml: string): readonly string[] {
  const texts = xml
    .split(/<\/(?:si|is|comment|text|a:p)>/)
    .map((each) =>
      [...each.matchAll(/<(?:a:)?t(?:ext)?\b[^>]*>([^<]*)</g)]
        .map(([, text = '']) => unescaped(text))
        .join(''),
    );
  const numbers = [...xml.matchAll(/<c\b([^>]*)>(?:<f\b[^>]*>[^<]*<\/f>|<f\b[^>]*\/>)?<v>([^<]*)<\/v>/g)]
    .filter(([, attributes = '']) => !/\bt="s"/.test(attributes))
    .map(([, , value = '']) => unescaped(value));
  return [...texts, ...numbers];
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, name) => {
    if (name) return NAMED[name] ?? '';
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
