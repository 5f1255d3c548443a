import { maskText } from '../screening/mask.ts';
import { isFlaw } from './flaw.ts';
import { proseOf } from './prose.ts';
import type { Version } from './state.ts';

/**
 * Replaces one finding by its published mask. A mask has the length of what it hides, so the positions of the other
 * findings in the same text stay right.
 */
export function maskFinding(version: Version, id: string): Partial<Version> {
  const finding = version.findings?.find((f) => f.id === id);
  const text = finding && proseOf(version.content).find(([path]) => path === finding.field)?.[1];
  if (!version.findings || !finding || isFlaw(finding.kind) || text === undefined) return {};
  return {
    content: withText(version.content, finding.field.split('.'), maskText(text, [finding])),
    findings: version.findings.map((f) => (f.id === id ? { ...f, settled: 'masked' as const } : f)),
  };
}

/** A copy of a JSON value with the text at the path replaced. */
function withText<T>(value: T, [key, ...deeper]: readonly string[], text: string): T {
  if (key === undefined) return text as T;
  if (Array.isArray(value)) return value.with(Number(key), withText(value[Number(key)], deeper, text)) as T;
  return { ...value, [key]: withText(value[key as keyof T], deeper, text) };
}
