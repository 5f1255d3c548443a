import type { FileScreening } from '../../domain/file/screening.ts';
import type { FileType } from '../../domain/file/types.ts';

/** A file as readers may get it, and what could be read of it. */
export interface Cleaned {
  readonly type: FileType;
  /** Without metadata, written anew part by part: what stood between or behind the parts is gone. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly coverage: FileScreening['coverage'];
  readonly image?: { readonly width: number; readonly height: number };
  /** A small JPEG of an image, the right way up. */
  readonly thumbnail?: Uint8Array;
}
