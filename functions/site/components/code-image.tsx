import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/**
 * A QR code as a picture within the page, of some 400 bytes where the same code as a path takes six thousand: a full
 * board has sixty, and an old screen has to take them in one piece. It is there without a script or a network.
 */
export function CodeImage({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, source } = pictureOf(text);
  return <img src={source} alt={label} width={size} height={size} />;
}

interface Picture {
  readonly size: number;
  readonly source: string;
}

/** To choose the mask of a code takes milliseconds, and a board asks for the same ones again and again. */
const drawn = new Map<string, Picture>();
const CAPACITY = 1_000;

function pictureOf(text: string): Picture {
  const known = drawn.get(text);
  if (known) return known;
  const { size, data } = encode(text, { border: 2, ecc: 'M' });
  const picture = { size, source: `data:image/png;base64,${png(size, data).toString('base64')}` };
  if (drawn.size >= CAPACITY) drawn.clear();
  drawn.set(text, picture);
  return picture;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Greyscale of one bit, one pixel a module (PNG, third edition: 11.2 and 7.2). */
function png(size: number, dark: readonly (readonly boolean[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(1, 8);
  const lines = Buffer.concat(dark.map(lineOf));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Filter type 0, then the pixels, eight a byte; white is 1. */
function lineOf(modules: readonly boolean[]): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(modules.length / 8));
  for (const [x, isDark] of modules.entries()) {
    if (!isDark) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
  return line;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
