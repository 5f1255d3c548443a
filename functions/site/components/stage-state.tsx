import { CRITERIA, STAGE_STATES, type StageStateName } from '../../../domain/campaign/criteria.ts';
import type { CriterionState, Proof, StageState } from '../../../domain/campaign/progress.ts';
import { quarterOfDay } from '../../../domain/duty/period.ts';
import { chineseDate } from '../dates.ts';

/** Mark and tone; the word beside them says it without either. */
const SIGNS: Readonly<Record<StageStateName, readonly [mark: string, tone: string]>> = {
  'not-begun': ['－', ''],
  open: ['○', 'wait'],
  closed: ['✓', 'ok'],
  behind: ['✕', 'type'],
};

/** How a unit stands with a stage: since when, by what, and what is missing. */
export function StageCell({ state, planner }: { state: StageState; planner: string }) {
  const { on, late, criteria } = state;
  const [mark, tone] = SIGNS[state.state];
  const missing = criteria.filter(({ proof }) => !proof);
  const met = criteria.filter(({ proof }) => proof);
  return (
    <>
      <span class={`tag ${late ? 'wait' : tone}`.trim()}>
        <span aria-hidden="true">{mark} </span>
        {late ? '补完成' : STAGE_STATES[state.state]}
      </span>
      {on !== undefined && (
        <small>
          {' '}
          {chineseDate(on)}
          {state.state === 'behind' && '起'}
        </small>
      )}
      {missing.length > 0 && (
        <small>
          <br />
          {state.state === 'not-begun' ? '须' : '缺'}：{missing.map(missingText).join('；')}
        </small>
      )}
      {met.map(({ criterion, proof }) => (
        <small>
          <br />
          <ProofLink name={CRITERIA[criterion].name} proof={proof} planner={planner} />
        </small>
      ))}
    </>
  );
}

const missingText = ({ criterion, parts }: CriterionState): string =>
  `${CRITERIA[criterion].name}${parts ? `（${parts.done}/${parts.of}）` : ''}`;

/** To the record, where whoever planned the campaign may read it. */
function ProofLink({ name, proof, planner }: { name: string; proof: Proof | undefined; planner: string }) {
  const href = proof && addressOf(proof, planner);
  const text = `${name}${proof ? ` ${chineseDate(proof.on)}` : ''}`;
  return href === undefined ? text : <a href={href}>{text}</a>;
}

/** What a unit disclosed inside may be hidden from its superior; that it did stands in its ledger, which is not. */
function addressOf({ kind, on, organisation, id }: Proof, planner: string): string | undefined {
  switch (kind) {
    case 'seats':
      return `/o/${organisation}/about`;
    case 'scheme':
      return `/o/${organisation}/scheme`;
    case 'item':
    case 'ledger':
      return `/desk/o/${organisation}/duties?period=${kind === 'ledger' ? id : quarterOfDay(on).name}`;
    case 'activity':
      return organisation === planner ? `/desk/o/${organisation}/activities/${id}` : undefined;
    case 'filing':
      return `/desk/o/${planner}/filings/${organisation}/${id}`;
    default:
      return undefined;
  }
}
