import { strFromU8, unzipSync } from 'fflate';
import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { screenFile } from '../../../domain/file/screening.ts';
import { cleanPdf } from '../../../functions/inspect-file/aside.ts';
import { clean } from '../../../functions/inspect-file/clean.ts';
import { AUTHOR, chunk, docx, jpeg, PLACE, pdf, photo, png, pngWith, RESIDENT_ID, xlsx } from './samples.ts';

const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const cleaned = (file: Uint8Array) => clean(file, cleanPdf);
const kinds = ({ text, coverage }: Awaited<ReturnType<typeof cleaned>>) =>
  screenFile(text, coverage).findings.map(({ kind, count }) => [kind, count]);

describe('a photo', () => {
  it('loses the place, the camera and the notes; the picture stays as it was', async () => {
    const file = photo();
    for (const trace of [PLACE, 'Photoshop', 'note']) expect(holds(file, trace), trace).toBe(true);
    const { bytes } = await cleaned(file);
    for (const trace of [PLACE, 'Photoshop', 'note']) expect(holds(bytes, trace), trace).toBe(false);
    expect(decode(bytes).data).toEqual(decode(file).data);
  });

  it('stays the right way up, and so does its small picture', async () => {
    const { bytes, image, thumbnail } = await cleaned(photo(6));
    expect(image).toEqual({ width: 48, height: 64 });
    // Orientation, big-endian, in a segment that holds nothing else.
    expect(Buffer.from(bytes).indexOf(Buffer.from('011200030000000100060000', 'hex'))).toBeGreaterThan(0);
    const small = decode(thumbnail ?? new Uint8Array(), { useTArray: true });
    expect([small.width, small.height]).toEqual([48, 64]);
    const light = (x: number, y: number) => (small.data[(y * small.width + x) * 4] ?? 0) > 128;
    // Its dark half was on the left; turned to the right it is above.
    expect([light(24, 8), light(24, 56)]).toEqual([false, true]);
  });

  it('loses what hides behind its end', async () => {
    const { bytes } = await cleaned(join(jpeg(), Buffer.from('PK\x03\x04 a zip'), jpeg()));
    expect(holds(bytes, 'a zip')).toBe(false);
    expect(Buffer.from(bytes.subarray(-2)).toString('hex')).toBe('ffd9');
  });

  it('cannot be screened', async () => {
    expect((await cleaned(photo())).coverage).toBe('none');
    expect(screenFile('', 'none')).toEqual({ coverage: 'none', findings: [] });
  });

  it('is made small by the mean of its parts, no larger than it was', async () => {
    const { thumbnail } = await cleaned(jpeg(1_200, 600));
    const small = decode(thumbnail ?? new Uint8Array());
    expect([small.width, small.height]).toEqual([480, 240]);
    const tiny = decode((await cleaned(png(40, 30))).thumbnail ?? new Uint8Array());
    expect([tiny.width, tiny.height]).toEqual([40, 30]);
  });
});

it('a PNG loses its texts and what hides behind its end', async () => {
  const text = chunk('tEXt', Buffer.from(`Author\0${AUTHOR}`));
  const { bytes } = await cleaned(join(pngWith(text), Buffer.from('<script>')));
  expect(holds(bytes, AUTHOR)).toBe(false);
  expect(holds(bytes, '<script>')).toBe(false);
  expect(PNG.sync.read(Buffer.from(bytes)).data).toEqual(PNG.sync.read(Buffer.from(png())).data);
});

describe('a document', () => {
  it('of Word loses its authors, those of comments and the place of a photo in it; its text stays', async () => {
    const { bytes, coverage } = await cleaned(
      docx([['关于食堂的通知']], { 'word/media/image1.jpeg': photo(), 'docProps/thumbnail.jpeg': photo() }),
    );
    const parts = unzipSync(bytes);
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    for (const trace of [AUTHOR, 'ZSF', '机密公司', PLACE]) expect(all.includes(trace), trace).toBe(false);
    expect(strFromU8(parts['word/document.xml'] as Uint8Array)).toContain('关于食堂的通知');
    expect(parts['docProps/thumbnail.jpeg']).toBeUndefined();
    expect(coverage).toBe('part');
  });

  it('of Word is searched through its runs, so that a number is found that is cut in pieces', async () => {
    const [head, tail] = [RESIDENT_ID.slice(0, 7), RESIDENT_ID.slice(7)];
    expect(kinds(await cleaned(docx([['张某，身份证号', head, tail]])))).toEqual([['resident-id', 1]]);
    expect(kinds(await cleaned(docx([[head], [tail]])))).toEqual([]);
    expect(kinds(await cleaned(docx([['没有什么']], {})))).toEqual([]);
  });

  it('of Excel is searched cell by cell, texts and numbers', async () => {
    const sheet = `<c r="A1" t="s"><v>0</v></c><c r="B1"><v>13812345678</v></c><c t="inlineStr"><is><t>13912345678</t></is></c>`;
    const file = xlsx(sheet, `<si><t>号码 </t><t>${RESIDENT_ID}</t></si>`);
    const result = await cleaned(file);
    expect(kinds(result).toSorted()).toEqual([
      ['mobile', 2],
      ['resident-id', 1],
    ]);
    const all = Object.values(unzipSync(result.bytes))
      .map((part) => strFromU8(part))
      .join('');
    for (const trace of [AUTHOR, 'userName="admin"']) expect(all.includes(trace), trace).toBe(false);
  });

  it('of PDF loses its author and program, and its text is searched', async () => {
    const file = await pdf([`Contact ${RESIDENT_ID} end`]);
    const result = await cleaned(file);
    expect(kinds(result)).toEqual([['resident-id', 1]]);
    expect(result.coverage).toBe('all');
    expect(await metadataOf(file)).toContain('Zhang Sanfeng');
    expect(await metadataOf(result.bytes)).toEqual('');
  });

  it('that is a scan says that it was not screened, and one that is half of it', async () => {
    expect((await cleaned(await pdf([undefined]))).coverage).toBe('none');
    expect((await cleaned(await pdf(['Some text', undefined]))).coverage).toBe('part');
  });

  it('of plain text is read in the encodings of Chinese programs, and given out in UTF-8', async () => {
    const gb = Buffer.from('b9abcabe', 'hex');
    const { bytes, text } = await cleaned(join(gb, Buffer.from(` 13812345678\r\n`)));
    expect(text).toBe('公示 13812345678\n');
    expect(Buffer.from(bytes).toString('utf8')).toBe(text);
  });
});

it('says how many of each kind, and shows only the first, masked', async () => {
  const text = ['13812345678', '13912345678', RESIDENT_ID].join('\n');
  const { findings } = screenFile(text, 'all');
  expect(findings.map(({ kind, count }) => [kind, count])).toEqual([
    ['mobile', 2],
    ['resident-id', 1],
  ]);
  expect(JSON.stringify(findings)).not.toMatch(/13812345678|13912345678|110101199003070257/);
});

/** What readers of PDF show as the properties of a file, and what an object that nothing points to still says of them. */
async function metadataOf(bytes: Uint8Array): Promise<string> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const inHexadecimal = Buffer.from('Zhang Sanfeng', 'utf16le').swap16().toString('hex').toUpperCase();
  const left = document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => String(object).includes(inHexadecimal))
    .map(() => 'Zhang Sanfeng');
  return [document.getAuthor(), document.getCreator(), document.getProducer(), ...left]
    .filter(Boolean)
    .join(' ');
}
