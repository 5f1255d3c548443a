import { STEP_STATUSES, type StepStatus } from '../../../domain/decision/vocabulary.ts';
import type { MechanismLine, StepLine } from '../../shell/reading/decision-reading.ts';
import { chineseMoment } from '../dates.ts';

const SIGNS: Readonly<Record<StepStatus, string>> = {
  waiting: '○',
  'under-way': '◐',
  done: '✓',
  skipped: '⚠',
  'not-needed': '—',
};
const TAGS: Readonly<Record<StepStatus, string>> = {
  waiting: 'tag',
  'under-way': 'tag wait',
  done: 'tag ok',
  skipped: 'tag type',
  'not-needed': 'tag',
};

export const StatusTag = ({ status }: { status: StepStatus }) => (
  <span class={TAGS[status]}>
    {SIGNS[status]} {STEP_STATUSES[status]}
  </span>
);

/** 六项机制: how far each has come, and of which a step was left out, by whom and why (TZ-24). */
export const DecisionSteps = ({ mechanisms }: { mechanisms: readonly MechanismLine[] }) => (
  <ol class="steps">
    {mechanisms.map(({ zh, status, steps }, index) => (
      <li>
        <p>
          <b>
            {index + 1}. {zh}
          </b>
          <StatusTag status={status} />
        </p>
        {steps.filter(isTelling).map((step) => (
          <StepText step={step} isAlone={steps.length === 1} />
        ))}
      </li>
    ))}
  </ol>
);

const isTelling = ({ signed, flag }: StepLine): boolean => signed !== undefined || flag !== undefined;

function StepText({ step, isAlone }: { step: StepLine; isAlone: boolean }) {
  const { zh, status, signed, reason, flag } = step;
  return (
    <>
      {signed && (
        <p class="small">
          {!isAlone && `${zh}：`}
          {chineseMoment(signed.at)}　{signed.who}
          {reason !== undefined && `　${STEP_STATUSES[status]}，理由：${reason}`}
        </p>
      )}
      {flag !== undefined && <p class="small">⚠ {flag}</p>}
    </>
  );
}
