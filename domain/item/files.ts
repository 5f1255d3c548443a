import type { StoredFile } from '../file/state.ts';
import type { ItemFacts } from './commands.ts';
import type { ItemFinding } from './events.ts';
import { refuse } from './refusals.ts';

type Files = Pick<ItemFacts, 'files'>;

/** Every file that is named is one of this organisation and has passed its inspection. */
export function checkFiles(ids: readonly string[] | undefined, { files = {} }: Files, field: string): void {
  ids?.forEach((id, index) => {
    const at = `${field}.${index}`;
    const file = files[id] ?? refuse('file-unknown', { field: at, file: id });
    if (file.stage !== 'accepted') refuse('file-not-accepted', { field: at, name: file.name });
  });
}

/**
 * For files that nobody reviews before they are seen: what could be read of them holds no personal data. Of a photo
 * nothing can be read; whoever records it answers for it, and readers are told that it was not screened.
 * @throws Refusal `personal-data` naming the file
 */
export function requireImpersonalFiles(ids: readonly string[] | undefined, { files = {} }: Files): void {
  ids?.forEach((id, index) => {
    const count = personalDataIn(files[id]).reduce((sum, finding) => sum + finding.count, 0);
    if (count > 0) refuse('personal-data', { field: `files.${index}`, count });
  });
}

/** As in prose, the number of an office may stand there. */
const personalDataIn = (file: StoredFile | undefined) =>
  (file?.inspection?.screening.findings ?? []).filter(({ kind }) => kind !== 'landline');

const PREFIX = 'attachments.';

export const isInFile = (field: string): boolean => field.startsWith(PREFIX);

/** The file in which a finding stands. */
export const fileOf = (field: string): string => field.slice(PREFIX.length);

/** Without it the attachment would pass as screened; submission has checked that it is there. */
function inspectionOf(id: string, file: StoredFile | undefined) {
  if (!file?.inspection) throw new Error(`nothing is known of the file ${id}`);
  return file.inspection;
}

/** What the inspections of the attachments found, one finding for each file and kind. */
export const findingsInFiles = (
  ids: readonly string[] = [],
  { files = {} }: Files,
): readonly Omit<ItemFinding, 'id'>[] =>
  ids.flatMap((id) =>
    inspectionOf(id, files[id]).screening.findings.map(({ kind, count, masked }) => ({
      kind,
      field: `${PREFIX}${id}`,
      start: 0,
      end: masked.length,
      masked,
      count,
    })),
  );
