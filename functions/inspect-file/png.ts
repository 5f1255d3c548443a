import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { MAX_PIXELS } from '../../domain/file/types.ts';
import type { Cleaned } from './cleaned.ts';
import { opening, Rejected } from './rejected.ts';
import { thumbnailOf } from './thumbnail.ts';

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  /** With length, name and checksum. */
  readonly bytes: Uint8Array;
}

const SIGNATURE_LENGTH = 8;
/** The picture and how to read its colours. Texts, times, Exif and whatever programs add of their own are left out. */
const PICTURE = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
]);

/** A picture without what it tells beside it, unpacked to see that it is whole. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const { bytes: stripped, image } = stripPng(bytes);
  const pixels = opening(() => PNG.sync.read(stripped));
  return {
    type: 'png',
    bytes: stripped,
    text: '',
    coverage: 'none',
    image,
    thumbnail: thumbnailOf(pixels, 1),
  };
}

export function stripPng(bytes: Uint8Array) {
  const chunks = chunksOf(bytes);
  const image = sizeOf(chunks);
  if (image.width * image.height > MAX_PIXELS) throw new Rejected('too-many-pixels');
  requireBounded(chunks, image);
  const kept = chunks.filter(({ name }) => PICTURE.has(name)).map((chunk) => chunk.bytes);
  const cleaned = Buffer.concat([bytes.subarray(0, SIGNATURE_LENGTH), ...kept]);
  return { bytes: cleaned, image };
}

/** Up to the end chunk; what follows it is no part of the image. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = SIGNATURE_LENGTH;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    chunks.push({ name, data: bytes.subarray(at + 8, end - 4), bytes: bytes.subarray(at, end) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  throw new Rejected('damaged');
}

function sizeOf([first]: readonly Chunk[]): { width: number; height: number } {
  if (first?.name !== 'IHDR' || first.data.length !== 13) throw new Rejected('damaged');
  const view = new DataView(first.data.buffer, first.data.byteOffset, first.data.byteLength);
  const size = { width: view.getUint32(0), height: view.getUint32(4) };
  if (size.width === 0 || size.height === 0) throw new Rejected('damaged');
  return size;
}

/** Eight bytes a pixel and one a line are the most that a picture can hold; the passes of an interlaced one add lines. */
function requireBounded(
  chunks: readonly Chunk[],
  { width, height }: { width: number; height: number },
): void {
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  const most = (width * 8 + 1) * height + 7 * (height + width) + 1_024;
  try {
    inflateSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isBomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Rejected(isBomb ? 'archive-bomb' : 'damaged');
  }
}
