import type { Rejection } from '../../domain/file/rejections.ts';
import type { Cleaned } from './cleaned.ts';
import { Rejected } from './rejected.ts';

/** Cleans a PDF, or says why not. */
export type CleanPdf = (bytes: Uint8Array) => Promise<Cleaned | Rejection>;

/** By which the kinds begin, the very first byte included: a format that may begin later can hide in another. */
const MAGIC = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  zip: [0x50, 0x4b, 0x03, 0x04],
  ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
} as const;

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/**
 * Finds out what the bytes are and takes off whatever tells of people and places beside the content. What reads one
 * kind is loaded when the first of that kind comes.
 *
 * @throws Rejected with what its sender can do about it
 */
export async function clean(bytes: Uint8Array, cleanPdf: CleanPdf): Promise<Cleaned> {
  if (bytes.length === 0) throw new Rejected('empty');
  if (begins(bytes, MAGIC.jpeg)) return (await import('./jpeg.ts')).cleanJpeg(bytes);
  if (begins(bytes, MAGIC.png)) return (await import('./png.ts')).cleanPng(bytes);
  if (begins(bytes, MAGIC.pdf)) return accepted(await cleanPdf(bytes));
  if (begins(bytes, MAGIC.zip)) return (await import('./office.ts')).cleanOffice(bytes);
  if (begins(bytes, MAGIC.ole)) throw new Rejected(isLocked(bytes) ? 'encrypted' : 'type-unsupported');
  return (await import('./text.ts')).cleanText(bytes);
}

function accepted(result: Cleaned | Rejection): Cleaned {
  if (typeof result === 'string') throw new Rejected(result);
  return result;
}

/** A docx with a password is an old-style container with a stream of this name. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
