import { encode } from 'jpeg-js';
import type { Orientation } from './exif.ts';

/** Longer side, in pixels. */
const LONGEST = 480;
const QUALITY = 75;

/** Red, green, blue and opacity, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A small JPEG on white: every pixel is the mean of the box it stands for. Never larger than the picture. */
export function thumbnailOf(pixels: Pixels, orientation: Orientation): Uint8Array {
  const scale = Math.min(1, LONGEST / Math.max(pixels.width, pixels.height));
  const small = shrink(pixels, {
    width: Math.max(1, Math.round(pixels.width * scale)),
    height: Math.max(1, Math.round(pixels.height * scale)),
  });
  return encode({ ...turned(small, orientation) }, QUALITY).data;
}

function shrink({ width, height, data }: Pixels, to: { width: number; height: number }): Pixels {
  const small = new Uint8Array(to.width * to.height * 4);
  for (let y = 0; y < to.height; y += 1) {
    const rows = spanOf(y, to.height, height);
    for (let x = 0; x < to.width; x += 1) {
      const columns = spanOf(x, to.width, width);
      small.set(meanOf(data, width, rows, columns), (y * to.width + x) * 4);
    }
  }
  return { ...to, data: small };
}

type Span = readonly [from: number, to: number];

const spanOf = (index: number, parts: number, whole: number): Span => {
  const from = Math.floor((index * whole) / parts);
  return [from, Math.max(from + 1, Math.floor(((index + 1) * whole) / parts))];
};

function meanOf(data: Uint8Array, width: number, [top, bottom]: Span, [left, right]: Span): number[] {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      const opacity = data[at + 3] ?? 255;
      const white = 255 - opacity;
      red += ((data[at] ?? 0) * opacity) / 255 + white;
      green += ((data[at + 1] ?? 0) * opacity) / 255 + white;
      blue += ((data[at + 2] ?? 0) * opacity) / 255 + white;
    }
  }
  const count = (bottom - top) * (right - left);
  return [red, green, blue].map((sum) => Math.round(sum / count)).concat(255);
}

/** As it is meant to be looked at. Orientations from 5 on stand on their side. */
function turned(pixels: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return pixels;
  const { width, height, data } = pixels;
  const isOnSide = orientation >= 5;
  const to = isOnSide ? { width: height, height: width } : { width, height };
  const upright = new Uint8Array(data.length);
  for (let y = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      const [fromX, fromY] = sourceOf(x, y, width - 1, height - 1, orientation);
      const from = (fromY * width + fromX) * 4;
      upright.set(data.subarray(from, from + 4), (y * to.width + x) * 4);
    }
  }
  return { ...to, data: upright };
}

/** The stored pixel that is seen at a place; `right` and `bottom` are the last column and row as stored. */
function sourceOf(
  x: number,
  y: number,
  right: number,
  bottom: number,
  orientation: Orientation,
): [number, number] {
  switch (orientation) {
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [y, bottom - x];
    case 7:
      return [right - y, bottom - x];
    default:
      return [right - y, x];
  }
}
