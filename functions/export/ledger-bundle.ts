import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { DOSSIER_KINDS, type DossierKind } from '../../domain/supervision/dossier.ts';
import type { DossierRecord } from '../shell/reading/dossier-readings.ts';

export interface BundleOf {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly records: readonly DossierRecord[];
}

const KINDS = Object.keys(DOSSIER_KINDS) as DossierKind[];

/** ZIP keeps no earlier time; with the same one for every file, the same record gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/**
 * 台账资料 of a year as one ZIP file (HZ-35): of each of the four kinds a page to read and the data, `manifest.json` with
 * the SHA-256 of each file and the head of each stream that it was read from, and `SHA256SUMS`, by which `sha256sum -c`
 * checks all of it. The bytes follow from the record alone.
 */
export function ledgerBundle(bundle: BundleOf): Uint8Array<ArrayBuffer> {
  const files = new Map<string, string>(
    KINDS.flatMap((kind) => {
      const records = bundle.records.filter((record) => record.kind === kind);
      return [
        [`${kind}.html`, pageOf(bundle, kind, records)] as const,
        [`${kind}.json`, jsonOf(records)] as const,
      ];
    }),
  );
  const manifest = jsonOf({
    organisation: bundle.organisation,
    year: bundle.year,
    kinds: Object.fromEntries(
      KINDS.map((kind) => [kind, bundle.records.filter((record) => record.kind === kind).length]),
    ),
    files: [...files].map(([name, text]) => ({ name, sha256: sha256(text) })),
    sources: bundle.records.map(({ source }) => source),
  });
  files.set('manifest.json', manifest);
  const sums = [...files].map(([name, text]) => `${sha256(text)}  ${name}\n`).join('');
  files.set('SHA256SUMS', sums);
  const entries: Zippable = Object.fromEntries(
    [...files].map(([name, text]) => [name, [strToU8(text), { mtime: EPOCH, level: 6 }]]),
  );
  return zipSync(entries) as Uint8Array<ArrayBuffer>;
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function pageOf(
  { organisation, year }: BundleOf,
  kind: DossierKind,
  records: readonly DossierRecord[],
): string {
  const title = escaped(`${organisation.name}${year}年${DOSSIER_KINDS[kind]}`);
  const articles = records.map(
    ({ title: name, sort, facts, text }) =>
      `<article>\n<h2>${escaped(name)}</h2>\n<dl>\n${[['类别', sort] as const, ...facts]
        .map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>\n`)
        .join('')}</dl>\n${text === undefined ? '' : `<pre>${escaped(text)}</pre>\n`}</article>\n`,
  );
  return (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n' +
    `<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>\n` +
    `${articles.join('') || '<p>本年没有此类记录。</p>\n'}</body>\n</html>\n`
  );
}

const STYLE =
  'body{max-width:50em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.7}' +
  'pre{white-space:pre-wrap;font:inherit}dt{font-weight:bold}article{border-top:1px solid}';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
