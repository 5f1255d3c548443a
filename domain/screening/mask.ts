import type { Finding } from './finding.ts';

/** The text with each finding replaced by its mask. Its length does not change. */
export function maskText(text: string, findings: readonly Omit<Finding, 'kind'>[]): string {
  let masked = '';
  let from = 0;
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    if (finding.start < from) continue;
    masked += text.slice(from, finding.start) + finding.masked;
    from = finding.end;
  }
  return masked + text.slice(from);
}
