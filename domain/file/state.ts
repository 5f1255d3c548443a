import type { EventContext, History } from '../kernel/decider.ts';
import { epochOf, type Instant, instantOf } from '../kernel/time.ts';
import type { Inspection } from './commands.ts';
import type { FileEvent } from './events.ts';
import type { Rejection } from './rejections.ts';
import type { FileType } from './types.ts';

const HOUR_MS = 3_600_000;
/** How long an upload that was asked for is waited for. */
const UPLOAD_HOURS = 24;

export type FileStage = 'awaited' | 'accepted' | 'rejected' | 'lapsed';

/** 附件或佐证材料: a file of an organisation, which never changes once it is accepted; another takes its place. */
export interface StoredFile {
  readonly name: string;
  readonly item?: string | undefined;
  readonly stage: FileStage;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly declared: {
    readonly type?: FileType | undefined;
    readonly bytes?: number | undefined;
    readonly sha256?: string | undefined;
  };
  /** Once accepted. */
  readonly inspection?: Inspection;
  /** Once rejected. */
  readonly rejection?: Rejection;
}

export type FileState = StoredFile | undefined;

/** Nothing is waited for after this instant. */
export const awaitedUntil = ({ requestedAt }: StoredFile): Instant =>
  instantOf(epochOf(requestedAt) + UPLOAD_HOURS * HOUR_MS);

export const fileHistory: History<FileEvent, FileState> = { initial: undefined, evolve };

function evolve(state: FileState, event: FileEvent, { at, by }: EventContext): FileState {
  if (event.type === 'UploadRequested') {
    const { name, item, ...declared } = event.data;
    return {
      name,
      ...(item && { item }),
      declared,
      stage: 'awaited',
      requestedAt: at,
      requestedBy: by.kind === 'person' ? by.person : by.name,
    };
  }
  if (!state) return state;
  switch (event.type) {
    case 'FileAccepted':
      return { ...state, stage: 'accepted', inspection: event.data };
    case 'FileRejected':
      return { ...state, stage: 'rejected', rejection: event.data.rejection };
    case 'UploadLapsed':
      return { ...state, stage: 'lapsed' };
  }
}
