import type { Rejection } from '../../domain/file/rejections.ts';
import type { Cleaned } from './cleaned.ts';
import { cleanPdf as clean } from './pdf.ts';
import { Rejected } from './rejected.ts';

/** Answers with the reason, since an error of this bundle's own class means nothing to the other one. */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned | Rejection> {
  try {
    return await clean(bytes);
  } catch (error) {
    if (error instanceof Rejected) return error.rejection;
    throw error;
  }
}
