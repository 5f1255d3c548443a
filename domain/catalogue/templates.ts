import type { Audience } from '../kernel/audience.ts';
import type { OrganisationKind } from '../organisation/kinds.ts';
import type { CatalogueRow, Timing } from './row.ts';
import branchRows from './templates/branch.json' with { type: 'json' };
import cityUnitRows from './templates/city-unit.json' with { type: 'json' };
import committeeRows from './templates/committee.json' with { type: 'json' };
import schoolRows from './templates/school.json' with { type: 'json' };

/** Kind of unit that a template is meant for: one of those built in, or one that the district named (TZ-13). */
export type TemplateKind = string;

/** The class of the official catalogues that is left open: where local rows go when no other class fits (XH-37). */
export const OPEN_CLASS = '其他应公开事项';

/** A version of an official catalogue. Once adopted by anybody it never changes: the log refers to it by version. */
export interface Template {
  readonly kind: TemplateKind;
  readonly version: number;
  readonly title: string;
  readonly rows: readonly CatalogueRow[];
}

/** A row as the official catalogue has it, in its own words. */
interface OfficialRow {
  readonly id: string;
  readonly no: number | null;
  readonly level1: string;
  readonly level2: string;
  readonly level3?: string | null;
  readonly forms: readonly string[] | null;
  readonly scope: string | null;
  readonly timing: string | null;
  readonly formsText: string | null;
}

const AUDIENCE_OF_SCOPE: Readonly<Record<string, Audience>> = { 党内: 'party', 党内外: 'public' };
const TIMING_OF_WORD: Readonly<Record<string, Timing>> = {
  长期: 'standing',
  定期: 'periodic',
  分期: 'staged',
  即时: 'prompt',
};

/** The one row of each catalogue that the organisation fills as it likes: 自选, so not mandated. */
const SELF_CHOSEN = '其他自选公开事项';

/** Annex 2 (committees) and annex 3 (general branches and branches) of the 徐汇 catalogue, texts unchanged. */
export const OFFICIAL_TEMPLATES: readonly Template[] = [
  template('committee', '事业单位党委党务公开目录（参考本）', committeeRows),
  template('branch', '事业单位党（总）支部党务公开目录（参考本）', branchRows),
];

/**
 * Every version 1 that this software brings along. Beside the official ones: what 东方 discloses in three respects
 * (DF-07, DF-12, DF-14), and the six aspects of the units of a city (TZ-13). Those two name no form and no audience.
 */
export const BUILT_IN_TEMPLATES: readonly Template[] = [
  ...OFFICIAL_TEMPLATES,
  template('school', '学校党支部党务公开目录（三方面）', schoolRows),
  template('city-unit', '市直单位党务公开目录（六方面）', cityUnitRows),
];

/** Which official catalogue an organisation of the kind takes over (XH-17). */
export function templateFor(kind: OrganisationKind): 'committee' | 'branch' {
  return kind === 'committee' || kind === 'leading-group' ? 'committee' : 'branch';
}

/** The given version of a template, or its latest when none is given. */
export function findTemplate(
  templates: readonly Template[],
  kind: TemplateKind,
  version?: number,
): Template | undefined {
  const versions = templates.filter((template) => template.kind === kind);
  if (version !== undefined) return versions.find((template) => template.version === version);
  return versions.reduce<Template | undefined>(
    (latest, template) => (latest && latest.version > template.version ? latest : template),
    undefined,
  );
}

/** Its rows are made when somebody looks at them: most functions load the catalogue's rules and few of them its texts. */
function template(kind: TemplateKind, title: string, official: readonly OfficialRow[]): Template {
  let rows: readonly CatalogueRow[] | undefined;
  return {
    kind,
    version: 1,
    title,
    get rows() {
      rows ??= official.map(rowOf);
      return rows;
    },
  };
}

function rowOf(official: OfficialRow): CatalogueRow {
  const { id, no, level1, level2, level3, forms, scope, timing, formsText } = official;
  return {
    id,
    ...(no !== null && { no }),
    level1,
    level2,
    ...(level3 && { level3 }),
    forms: [...(forms ?? [])],
    ...(formsText !== null && { formsText }),
    openEnded: formsText === null || formsText.endsWith('等'),
    ...(scope !== null && { audience: translate(AUDIENCE_OF_SCOPE, scope) }),
    ...(timing !== null && { timing: translate(TIMING_OF_WORD, timing) }),
    mandated: !(level1 === OPEN_CLASS && level2 === SELF_CHOSEN),
    origin: 'template',
  };
}

function translate<T>(words: Readonly<Record<string, T>>, word: string): T {
  const meaning = words[word];
  if (meaning === undefined) throw new Error(`unknown word in an official catalogue: ${word}`);
  return meaning;
}
