import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

/** Invented, with a right checksum. */
export const RESIDENT_ID = '110101199003070257';
/** Latitude and longitude, as text that must be gone. */
export const PLACE = 'N31.2304E121.4737';
export const AUTHOR = '张三丰';

const concat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A picture whose left half is dark and right half is light. */
export function pixels(width: number, height: number) {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width / 2; x += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { width, height, data };
}

/** TIFF of an Exif segment, big-endian: orientation, and a GPS directory whose value is {@link PLACE}. */
export function exif(orientation: number): Uint8Array {
  const entries = [
    [0x0112, 3, 1, orientation << 16],
    [0x8825, 4, 1, 38],
  ];
  const tiff = Buffer.alloc(38 + 2 + 12 + 4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(entries.length, 8);
  entries.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = 10 + index * 12;
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    tiff.writeUInt32BE(value, at + 8);
  });
  tiff.writeUInt16BE(1, 38);
  tiff.writeUInt16BE(0x001d, 40);
  tiff.writeUInt16BE(2, 42);
  tiff.writeUInt32BE(PLACE.length, 44);
  tiff.writeUInt32BE(56, 48);
  return concat(latin('Exif\0\0'), tiff, latin(PLACE));
}

export function segment(marker: number, payload: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt8(0xff, 0);
  head.writeUInt8(marker, 1);
  head.writeUInt16BE(payload.length + 2, 2);
  return concat(head, payload);
}

export function jpeg(width = 64, height = 48, ...segments: readonly Uint8Array[]): Uint8Array {
  const plain = encode({ ...pixels(width, height) }, 80).data;
  return concat(plain.subarray(0, 2), ...segments, plain.subarray(2));
}

/** As a phone takes it: held upright, with place, camera and a note. */
export const photo = (orientation = 6): Uint8Array =>
  jpeg(
    64,
    48,
    segment(0xe1, exif(orientation)),
    segment(0xed, latin(AUTHOR_BYTES)),
    segment(0xfe, latin('note')),
  );
const AUTHOR_BYTES = 'Photoshop 3.0 byline';

export const png = (width = 40, height = 30): Uint8Array => {
  const image = new PNG({ width, height });
  image.data = pixels(width, height).data;
  return PNG.sync.write(image);
};

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Uint8Array): number =>
  (bytes.reduce((sum, byte) => (CRC[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

export function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = concat(latin(name), data);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc(body), 4);
  return concat(ends.subarray(0, 4), body, ends.subarray(4));
}

/** A PNG with a chunk put in behind its header. */
export const pngWith = (extra: Uint8Array): Uint8Array => {
  const plain = png();
  return concat(plain.subarray(0, 33), extra, plain.subarray(33));
};

/** A PNG of that size with that image data. */
export function pngOf(width: number, height: number, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return concat(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', new Uint8Array()),
  );
}

const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`;

/** A Word document. @param parts more parts, or others in the place of those there are */
export function docx(
  text: readonly (readonly string[])[],
  parts: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const core =
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">' +
    `<dc:creator>${AUTHOR}</dc:creator><cp:lastModifiedBy>${AUTHOR}</cp:lastModifiedBy></cp:coreProperties>`;
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="t"/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${text.map((runs) => paragraph(...runs)).join('')}</w:body></w:document>`,
    'word/comments.xml': `<w:comments xmlns:w="w"><w:comment w:id="0" w:author="${AUTHOR}" w:initials="ZSF">${paragraph('好')}</w:comment></w:comments>`,
    'docProps/core.xml': core,
    'docProps/app.xml': '<Properties xmlns="a"><Company>机密公司</Company></Properties>',
    ...parts,
  };
  const zippable: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  );
  return zipSync(zippable);
}

export const xlsx = (sheet: string, strings = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="t"/>'),
    'xl/workbook.xml': strToU8('<workbook xmlns="x"><fileSharing userName="admin"/></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="x"><sheetData><row>${sheet}</row></sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="x">${strings}</sst>`),
    'xl/comments1.xml': strToU8(`<comments><authors><author>${AUTHOR}</author></authors></comments>`),
  });

/** A PDF with a line of text on each page; a page without text holds a picture, as a scan does. */
export async function pdf(
  pages: readonly (string | undefined)[],
  change: (document: PDFDocument) => void = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setAuthor('Zhang Sanfeng');
  document.setCreator('Secret Writer 1.0');
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) {
    const page = document.addPage([400, 300]);
    if (text === undefined) {
      page.drawImage(await document.embedPng(png()), { x: 10, y: 10, rotate: degrees(0) });
    } else page.drawText(text, { x: 20, y: 200, size: 12, font });
  }
  change(document);
  return document.save();
}
