import { decode } from 'jpeg-js';
import { MAX_PIXELS } from '../../domain/file/types.ts';
import type { Cleaned } from './cleaned.ts';
import { orientationOf, orientationSegment } from './exif.ts';
import { opening, Rejected } from './rejected.ts';
import { thumbnailOf } from './thumbnail.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

interface Segment {
  readonly marker: number;
  /** With its marker; of a scan also the data behind it. */
  readonly bytes: Uint8Array;
}

/** A photo without what it tells beside the picture. It is unpacked, so that half a photo is found out. */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const { bytes: stripped, orientation, width, height } = stripJpeg(bytes);
  const pixels = opening(() =>
    decode(stripped, {
      useTArray: true,
      tolerantDecoding: false,
      maxResolutionInMP: MAX_PIXELS / 1_000_000,
      maxMemoryUsageInMB: 700,
    }),
  );
  return {
    type: 'jpeg',
    bytes: stripped,
    text: '',
    coverage: 'none',
    image: orientation >= 5 ? { width: height, height: width } : { width, height },
    thumbnail: thumbnailOf(pixels, orientation),
  };
}

/** Takes off everything but the picture, its colours and which way is up: place, camera, names, embedded previews. */
export function stripJpeg(bytes: Uint8Array) {
  const segments = segmentsOf(bytes);
  const { width, height } = sizeOf(segments);
  if (width * height > MAX_PIXELS) throw new Rejected('too-many-pixels');
  const exif = segments.find(({ marker }) => marker === 0xe1)?.bytes;
  const orientation = exif ? orientationOf(exif) : 1;
  const kept = segments.filter(isPicture).map((segment) => segment.bytes);
  const cleaned = Buffer.concat([
    Uint8Array.of(0xff, SOI),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...kept,
    Uint8Array.of(0xff, EOI),
  ]);
  return { bytes: cleaned, orientation, width, height };
}

/** Up to the end of the image; what follows it is no part of it. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    const start = at;
    if (bytes[at] !== 0xff) throw new Rejected('damaged');
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at] ?? 0;
    at += 1;
    if (marker === EOI) return segments;
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (length < 2 || at + length > bytes.length) throw new Rejected('damaged');
    at += length;
    if (marker === SOS) at = endOfScan(bytes, at);
    segments.push({ marker, bytes: bytes.subarray(start, at) });
  }
}

/** Where the next marker stands; stuffed bytes and restarts belong to the scan. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new Rejected('damaged');
}

/** Start of frame: every kind of it, without the tables that share its numbers. */
const isFrame = ({ marker }: Segment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeOf(segments: readonly Segment[]): { width: number; height: number } {
  const frame = segments.find(isFrame)?.bytes;
  if (!frame || frame.length < 10) throw new Rejected('damaged');
  const word = (at: number) => ((frame[at] ?? 0) << 8) | (frame[at + 1] ?? 0);
  const size = { height: word(5), width: word(7) };
  if (size.width === 0 || size.height === 0) throw new Rejected('damaged');
  return size;
}

const named = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.subarray(4, 4 + name.length)).toString('latin1') === name;

/** Tables, frames and scans; of the application's own segments those that say how to read the colours. */
function isPicture({ marker, bytes }: Segment): boolean {
  if (marker === 0xe2) return named(bytes, 'ICC_PROFILE\0');
  if (marker === 0xee) return named(bytes, 'Adobe');
  return marker >= 0xc0 && marker <= 0xdf;
}
