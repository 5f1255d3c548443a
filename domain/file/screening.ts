import type { FindingKind } from '../screening/finding.ts';
import { screenText } from '../screening/screen.ts';
import type { Coverage } from './coverage.ts';

/** Personal data of one kind in a file. Never holds a clear value. */
export interface FileFinding {
  readonly kind: FindingKind;
  readonly count: number;
  /** The first of them, masked, by which a reviewer finds the place. */
  readonly masked: string;
}

export interface FileScreening {
  readonly coverage: Coverage;
  readonly findings: readonly FileFinding[];
}

/** Longest text that is screened, in UTF-16 units; a book has fewer. */
export const MAX_SCREENED = 1_000_000;

/** At most one finding a kind: a list of staff holds hundreds, and each of them says the same. */
export function screenFile(text: string, coverage: Coverage): FileScreening {
  if (coverage === 'none') return { coverage, findings: [] };
  const byKind = new Map<FindingKind, { kind: FindingKind; count: number; masked: string }>();
  for (const { kind, masked } of screenText(text.slice(0, MAX_SCREENED), 'file')) {
    const known = byKind.get(kind);
    if (known) known.count += 1;
    else byKind.set(kind, { kind, count: 1, masked });
  }
  return {
    coverage: text.length > MAX_SCREENED ? 'part' : coverage,
    findings: [...byKind.values()],
  };
}
