import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import { SIGNAL_OUTCOMES } from '../../../domain/evaluation/signal/state.ts';
import { SIGNALS } from '../../../domain/evaluation/signals.ts';
import type { EvaluationReading } from '../../shell/reading/evaluation-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../components/case-form.tsx';
import { ChoiceField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { type Named, ReferenceLine } from './evaluation-parts.tsx';
import { Done } from './topics.tsx';

interface SignalProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly period: PeriodName;
  readonly signal: NonNullable<EvaluationReading['work']>['signals'][number];
  readonly named: Named;
  /** Name of a person, as the roster has it. */
  readonly nameOf: (person: string) => string;
  /** Whoever reads it speaks for the unit, or answers for its superior. */
  readonly may: { readonly dispute: boolean; readonly answer: boolean };
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** One signal: what it says, what it rests on, what the unit says of it, and who answered. */
export function EvaluationSignalPage(props: SignalProps) {
  const { frame, organisation, period, signal, named, nameOf, may, forms, done } = props;
  const { id, state, why, because, dispute } = signal;
  return (
    <Page
      frame={frame}
      title={SIGNALS[id].zh}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/evaluation?period=${period}`, name: '考评' }]}
    >
      <h1>
        {SIGNALS[id].zh} <small lang="en">{SIGNALS[id].en}</small>
      </h1>
      <Done text={done} />
      <section class="sheet">
        <h2>{periodTitle(period)}</h2>
        {state === 'no-data' && <p>没有数据，或数据太少，不作判断。</p>}
        {state === 'clear' && <p>未发现。</p>}
        {state === 'raised' && why && (
          <>
            <p>{why.zh}</p>
            <p lang="en" class="small">
              {why.en}
            </p>
          </>
        )}
        {because.length > 0 && (
          <ul>
            {because.map((about) => (
              <li>
                <ReferenceLine about={about} named={named} />
              </li>
            ))}
          </ul>
        )}
        <p class="small">提示不扣分。</p>
      </section>
      {dispute && (
        <section class="sheet">
          <h2>异议和答复</h2>
          <p>
            {chineseMoment(dispute.at)}，{nameOf(dispute.by)}提出异议：{dispute.reason}
          </p>
          <p class="small">当时的提示：{dispute.said}</p>
          {dispute.answer ? (
            <p>
              {chineseMoment(dispute.answer.at)}，{nameOf(dispute.answer.by)}答复：
              {SIGNAL_OUTCOMES[dispute.answer.outcome]}。{dispute.answer.text}
            </p>
          ) : (
            <p>待上级答复。</p>
          )}
        </section>
      )}
      {may.dispute && state === 'raised' && !dispute && (
        <CaseForm props={forms} action="dispute" title="提出异议">
          {(filled) => (
            <Reason
              filled={filled}
              name="dispute.reason"
              label="理由"
              hint="由上级党务公开办公室人员答复。"
            />
          )}
        </CaseForm>
      )}
      {may.answer && dispute && !dispute.answer && (
        <CaseForm props={forms} action="answer" title="答复异议">
          {(filled) => (
            <>
              <ChoiceField
                filled={filled}
                name="answer.outcome"
                label="结论"
                choices={choices(SIGNAL_OUTCOMES)}
                row
              />
              <Reason filled={filled} name="answer.text" label="理由" />
            </>
          )}
        </CaseForm>
      )}
    </Page>
  );
}
