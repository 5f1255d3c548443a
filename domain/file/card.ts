import type { Instant } from '../kernel/time.ts';
import type { Rejection } from './rejections.ts';
import type { FileScreening } from './screening.ts';
import type { FileStage, StoredFile } from './state.ts';
import { type FileType, isImage } from './types.ts';

/** A file in a list. */
export interface FileCard {
  readonly name: string;
  readonly stage: FileStage;
  readonly requestedAt: Instant;
  readonly type?: FileType;
  /** Of what readers get. */
  readonly bytes?: number;
  /** There is a small picture of it. */
  readonly thumbnail?: true;
  readonly screening?: FileScreening;
  readonly rejection?: Rejection;
}

export function cardOfFile({ name, stage, requestedAt, inspection, rejection }: StoredFile): FileCard {
  return {
    name,
    stage,
    requestedAt,
    ...(inspection && {
      type: inspection.type,
      bytes: inspection.published.bytes,
      ...(isImage(inspection.type) && { thumbnail: true }),
      screening: inspection.screening,
    }),
    ...(rejection && { rejection }),
  };
}
