import { strFromU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import type { FileType } from '../../domain/file/types.ts';
import type { Cleaned } from './cleaned.ts';
import { stripJpeg } from './jpeg.ts';
import { withoutPeople } from './office-metadata.ts';
import { textOf } from './office-text.ts';
import { stripPng } from './png.ts';
import { opening, Rejected } from './rejected.ts';

/** The part by which each kind is known. */
const MAIN_PARTS = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const satisfies Partial<Record<FileType, string>>;
type OfficeType = keyof typeof MAIN_PARTS;

/** Unpacked, in bytes, and parts. A document of 20 MB that is no trap stays well below. */
const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_PARTS = 5_000;

/** Programs and controls inside a document, whatever it calls itself. */
const ACTIVE_PARTS = /vbaProject|vbaData|activeX|oleObject|\.(?:bin|exe|dll|js|vbs|bat|hta|html?|svg)$/i;
/** Parts that are named like programs and are none. */
const HARMLESS_PARTS = /^(?:xl|word|ppt)\/printerSettings\/printerSettings\d+\.bin$/;
const MACROS = /macroEnabled|vnd\.ms-office\.(?:vbaProject|activeX)/i;
/** A template, frame or object that is fetched from elsewhere when the document is opened. */
const FETCHED =
  /<Relationship\b(?=[^>]*TargetMode="External")(?=[^>]*Type="[^"]*\/(?:attachedTemplate|oleObject|frame|subDocument|externalLink)")/i;

/** A document of Office Open XML (docx, xlsx, pptx): unpacked, rid of people's names, and packed anew. */
export function cleanOffice(bytes: Uint8Array): Cleaned {
  const parts = opening(() => unpack(bytes));
  const type = (Object.keys(MAIN_PARTS) as OfficeType[]).find((each) => MAIN_PARTS[each] in parts);
  if (!type || !('[Content_Types].xml' in parts)) throw new Rejected('type-unsupported');
  requirePassive(parts);
  const cleaned: Zippable = {};
  let hasPictures = false;
  for (const [name, content] of Object.entries(parts)) {
    if (/\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp)$/i.test(name)) {
      hasPictures ||= name.includes('/media/');
      if (!name.startsWith('docProps/')) cleaned[name] = withoutPlaces(content);
      continue;
    }
    if (HARMLESS_PARTS.test(name)) continue;
    cleaned[name] = withoutPeople(name, content);
  }
  return {
    type,
    bytes: opening(() => zipSync(cleaned, { mtime: '1980-01-01T00:00:00', level: 6 })),
    text: textOf(type, parts),
    coverage: hasPictures ? 'part' : 'all',
  };
}

function unpack(bytes: Uint8Array): Unzipped {
  let unpacked = 0;
  let count = 0;
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      unpacked += originalSize;
      count += 1;
      if (unpacked > MAX_UNPACKED || count > MAX_PARTS) throw new Rejected('archive-bomb');
      if (name.includes('..') || name.startsWith('/') || name.includes('\\')) throw new Rejected('damaged');
      return !name.endsWith('/');
    },
  });
}

function requirePassive(parts: Unzipped): void {
  const isActive = Object.keys(parts).some((name) => ACTIVE_PARTS.test(name) && !HARMLESS_PARTS.test(name));
  if (isActive) throw new Rejected('active-content');
  for (const [name, content] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const xml = strFromU8(content);
    const isTrap =
      /<!(?:DOCTYPE|ENTITY)/i.test(xml) ||
      (name === '[Content_Types].xml' && MACROS.test(xml)) ||
      (name.endsWith('.rels') && FETCHED.test(xml));
    if (isTrap) throw new Rejected('active-content');
  }
}

/** A photo inside a document tells where it was taken like any other. */
function withoutPlaces(content: Uint8Array): Uint8Array {
  if (content[0] === 0xff && content[1] === 0xd8) return stripJpeg(content).bytes;
  if (content[0] === 0x89 && content[1] === 0x50) return stripPng(content).bytes;
  return content;
}
