import type { FormVocabulary } from '../../domain/catalogue/forms.ts';
import type { CatalogueRow } from '../../domain/catalogue/row.ts';
import { warningsFor } from '../../domain/catalogue/row-warnings.ts';
import type { ItemContent } from '../../domain/item/content.ts';
import { isUpdate } from '../../domain/item/drafting.ts';
import { flawsIn } from '../../domain/item/flaws.ts';
import { audiencesOnline } from '../../domain/item/online.ts';
import { proseOf } from '../../domain/item/prose.ts';
import { type RowDeviation, rowDeviations } from '../../domain/item/row-conformity.ts';
import type { Version } from '../../domain/item/state.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { seatTitle } from '../../domain/organisation/body.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { APPROVAL_STEPS } from '../../domain/organisation/policy.ts';
import { screenText } from '../../domain/screening/screen.ts';
import type { FileReading } from '../shell/reading/file-reading.ts';
import { placeName } from './components/findings.tsx';
import type { ProposeCheckProps } from './pages/propose-check.tsx';
import { AUDIENCE_NAMES, scopeOf } from './words.ts';

type Checked = Pick<ProposeCheckProps, 'row' | 'warnings' | 'deviations' | 'hints' | 'reach' | 'way'>;

/** What the rules will say about a draft, told before it is submitted. Holds no clear personal data. */
export function checkProps(
  version: Version,
  row: CatalogueRow,
  organisation: Organisation,
  files: readonly FileReading[],
  vocabulary: FormVocabulary,
  now: Instant,
): Checked {
  const { content } = version;
  const online = audiencesOnline(content, vocabulary);
  const planned = content.withheld ? [] : content.releasePlan.map(({ audience }) => audience);
  const phones = content.objection ? [content.objection.phone, content.objection.supervisionPhone] : [];
  const { reviewers, approvalChains } = organisation.policy;
  return {
    row,
    warnings: warningsFor(row, vocabulary),
    deviations: rowDeviations(row, content, now, isUpdate(version)).map((deviation) =>
      wordsOf(deviation, row, content),
    ),
    hints: [
      ...proseOf(content).flatMap(([path, text]) =>
        screenText(text, path, phones).map(({ kind, masked }) => ({ kind, masked, place: placeName(path) })),
      ),
      ...flawsIn(content).map(({ kind, masked, field }) => ({ kind, masked, place: placeName(field) })),
      ...files
        .filter(({ id }) => content.attachments?.includes(id))
        .flatMap(({ name, screening }) =>
          (screening?.findings ?? []).map(({ kind, masked }) => ({ kind, masked, place: `附件《${name}》` })),
        ),
    ],
    reach: {
      online: planned
        .filter((audience) => online.includes(audience))
        .map((audience) => AUDIENCE_NAMES[audience]),
      offline: planned
        .filter((audience) => !online.includes(audience))
        .map((audience) => AUDIENCE_NAMES[audience]),
    },
    way: [
      `审核、保密审查：${reviewers.map(seatTitle).join('、')}`,
      ...approvalChains[content.matter].map(
        ({ step, by }) => `${APPROVAL_STEPS[step]}：${by.map(seatTitle).join('、')}`,
      ),
    ],
  };
}

function wordsOf(
  { aspect, chosen, allowed }: RowDeviation,
  row: CatalogueRow,
  { audience }: ItemContent,
): string {
  switch (aspect) {
    case 'content':
      return `公开内容${chosen}，与目录行的内容（${allowed}）不一致。`;
    case 'form':
      return `公开形式“${chosen}”不在目录行所列形式（${allowed}）之内。`;
    case 'audience':
      return `公开范围“${AUDIENCE_NAMES[audience]}”大于目录行规定的范围（${scopeOf(row)}）。`;
    case 'timing':
      return `公开时间“${chosen}”与目录行规定的时限（${allowed}）不一致。`;
  }
}
