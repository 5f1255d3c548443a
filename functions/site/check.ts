import { deviations } from '../../domain/catalogue/conformity.ts';
import type { FormVocabulary } from '../../domain/catalogue/forms.ts';
import type { CatalogueRow } from '../../domain/catalogue/row.ts';
import { warningsFor } from '../../domain/catalogue/row-warnings.ts';
import { proseOf } from '../../domain/item/prose.ts';
import { audiencesOnline } from '../../domain/item/release.ts';
import type { Version } from '../../domain/item/state.ts';
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
  { content }: Version,
  row: CatalogueRow,
  organisation: Organisation,
  files: readonly FileReading[],
  vocabulary: FormVocabulary,
): Checked {
  const online = audiencesOnline(content, vocabulary);
  const planned = content.withheld ? [] : content.releasePlan.map(({ audience }) => audience);
  const phones = content.objection ? [content.objection.phone, content.objection.supervisionPhone] : [];
  const { reviewers, approvalChains } = organisation.policy;
  return {
    row,
    warnings: warningsFor(row, vocabulary),
    deviations: deviations(row, content).map((deviation) =>
      deviation.aspect === 'form'
        ? `公开形式“${deviation.chosen}”不在目录行所列形式（${deviation.allowed}）之内。`
        : `公开范围“${AUDIENCE_NAMES[content.audience]}”大于目录行规定的范围（${scopeOf(row)}）。`,
    ),
    hints: [
      ...proseOf(content).flatMap(([path, text]) =>
        screenText(text, path, phones).map(({ kind, masked }) => ({ kind, masked, place: placeName(path) })),
      ),
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
