import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Cleaned } from './cleaned.ts';
import { Rejected } from './rejected.ts';

/** What makes a reader of PDF run, open or unpack something. */
const ACTIVE_KEYS = ['JS', 'JavaScript', 'EmbeddedFiles', 'EmbeddedFile', 'RichMediaContent', 'XFA'];
const ACTIVE_ACTIONS = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'Rendition', 'GoToE'];

/** A PDF written anew: earlier states, names, dates and programs are gone. What cannot be read in it was never text. */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  const document = await open(bytes);
  requirePassive(document);
  const hasPictures = objectsOf(document).some(isPicture);
  strip(document);
  const cleaned = await saved(document);
  const pages = await textOfPages(cleaned);
  const read = pages.filter((page) => page.trim() !== '').length;
  const isWhole = read === pages.length && !hasPictures;
  return {
    type: 'pdf',
    bytes: cleaned,
    text: pages.join('\n'),
    coverage: read === 0 ? 'none' : isWhole ? 'all' : 'part',
  };
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    throw new Rejected(error instanceof EncryptedPDFError ? 'encrypted' : 'damaged');
  }
}

const objectsOf = (document: PDFDocument): readonly PDFObject[] =>
  document.context.enumerateIndirectObjects().map(([, object]) => object);

const dictOf = (object: PDFObject): PDFDict | undefined => {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : undefined;
};

function requirePassive(document: PDFDocument): void {
  const waiting = [...objectsOf(document)];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFArray) waiting.push(...object.asArray());
    const dict = dictOf(object);
    if (!dict) continue;
    const action = dict.lookup(PDFName.of('S'));
    const isActive =
      ACTIVE_KEYS.some((key) => dict.has(PDFName.of(key))) ||
      (action instanceof PDFName && ACTIVE_ACTIONS.includes(action.decodeText()));
    if (isActive) throw new Rejected('active-content');
    waiting.push(...dict.values());
  }
}

const isPicture = (object: PDFObject): boolean =>
  object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');

/** The description of the document, of its parts too, in both of the places where a PDF keeps it. */
function strip(document: PDFDocument): void {
  const { context } = document;
  const { Info } = context.trailerInfo;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    const isMetadata = dict?.get(PDFName.of('Type')) === PDFName.of('Metadata');
    if (reference === Info || isMetadata) context.delete(reference);
    else for (const key of ['Metadata', 'PieceInfo', 'LastModified']) dict?.delete(PDFName.of(key));
  }
}

async function saved(document: PDFDocument): Promise<Uint8Array> {
  try {
    return await document.save({ updateFieldAppearances: false });
  } catch {
    throw new Rejected('damaged');
  }
}

async function textOfPages(bytes: Uint8Array): Promise<readonly string[]> {
  try {
    // It takes its bytes away from whoever gave them.
    const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
    return text;
  } catch {
    throw new Rejected('damaged');
  }
}
