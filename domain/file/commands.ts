import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine } from '../text.ts';
import type { Rejection } from './rejections.ts';
import type { FileScreening } from './screening.ts';
import { FILE_TYPES, type FileType, MAX_BYTES } from './types.ts';

const types = Object.keys(FILE_TYPES) as [FileType, ...FileType[]];

export const fileCommands = {
  RequestUpload: z.strictObject({
    /** What readers see, such as 公示栏照片; never the name it had on somebody's disk. */
    name: cleanLine(LIMITS.name),
    /** The item among whose files it is listed. A new item names its files when it is proposed. */
    item: z.optional(identifier),
    /** What is declared here is held against what arrives. A form without a script can declare nothing. */
    type: z.optional(z.enum(types)),
    bytes: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_BYTES))),
    /** In hexadecimal. */
    sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  }),
} as const;

/** What was found in a file that arrived. */
export interface Inspection {
  /** SHA-256 of the bytes as they came, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: FileType;
  /** What readers get: the same without its metadata. */
  readonly published: { readonly sha256: string; readonly bytes: number };
  readonly image?: { readonly width: number; readonly height: number };
  readonly screening: FileScreening;
}

export interface FailedInspection {
  readonly sha256: string;
  readonly bytes: number;
  readonly rejection: Rejection;
}

export interface FileFacts {
  readonly organisation: Organisation;
  /** Provides the content of the item, or is consulted on it. */
  readonly isAsked?: boolean;
}

type RequestUpload = z.infer<typeof fileCommands.RequestUpload>;

export type FileCommand =
  | Command<'RequestUpload', RequestUpload, FileFacts>
  /** Issued by the function that looks into what arrives. */
  | Command<'InspectFile', Inspection | FailedInspection, FileFacts>
  /** Issued by the due-worker when the upload's time is over. */
  | Command<'TimePassed', Record<never, never>, FileFacts>;
export type FileCommandOf<Type extends FileCommand['type']> = Extract<FileCommand, { type: Type }>;
