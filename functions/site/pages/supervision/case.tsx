import { APPEAL_RESULTS, CASE_STAGES, MEASURES } from '../../../../domain/supervision/case/vocabulary.ts';
import type { CaseReading } from '../../../shell/reading/case-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../../components/case-form.tsx';
import { AreaField, SelectField } from '../../components/field.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseDate, chineseMoment } from '../../dates.ts';
import { Done } from '../topics.tsx';
import { aboutText, FactList, fact, type Names, NOTE, nameIn, trailTo } from './parts.tsx';

interface CaseProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly case_: CaseReading;
  readonly person: string;
  /** The reader may see the list of all of them. */
  readonly works: boolean;
  readonly names: Names;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 责任追究: only ever shown to those who may know of it. */
export function CasePage({ frame, organisation, case_, person, works, names, forms, done }: CaseProps) {
  const { fact: what, basis, about, opened, stage, decision, appeal, decides, outcome } = case_;
  const base = `/desk/o/${organisation}/supervision`;
  const isTheirs = person === case_.person;
  return (
    <Page frame={frame} title="责任追究案件" section="desk" trail={trailTo(base, works)}>
      <h1>责任追究案件</h1>
      <Done text={done} />
      <p class="note">本页只有监督小组、决定人和责任人本人可以看到，请勿外传。</p>
      <FactList
        facts={[
          fact('情况', CASE_STAGES[stage]),
          fact('责任人', nameIn(names, case_.person)),
          fact('事实', what),
          fact('依据', basis),
          fact('针对', aboutText(about)),
          fact('立案', chineseMoment(opened.at)),
          fact(
            '处理决定',
            decision && `${MEASURES[decision.measure]}：${decision.reason}（${chineseMoment(decision.at)}）`,
          ),
          fact('申诉期限', decision && stage === 'decided' ? chineseDate(decision.appealUntil) : undefined),
          fact('申诉', appeal && `${appeal.text}（${chineseMoment(appeal.at)}）`),
          fact('申诉处理期限', appeal && !appeal.result ? chineseDate(appeal.dueOn) : undefined),
          fact(
            '申诉结果',
            appeal?.result && `${APPEAL_RESULTS[appeal.result.result]}：${appeal.result.reason}`,
          ),
          fact('最终处理', stage === 'closed' ? (outcome ? MEASURES[outcome] : '决定已撤销') : undefined),
        ]}
      />
      {decides && stage === 'open' && (
        <CaseForm props={forms} action="decide" title="作出处理决定">
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="decide.measure"
                label="处理方式"
                choices={choices(MEASURES)}
              />
              <Reason filled={filled} name="decide.reason" label="理由" />
            </>
          )}
        </CaseForm>
      )}
      {isTheirs && stage === 'decided' && (
        <CaseForm props={forms} action="appeal" title="提出申诉">
          {(filled) => (
            <AreaField
              filled={filled}
              name="appeal.text"
              label="申诉理由"
              hint="可以申诉一次，由未作出原决定的人处理。"
              max={NOTE}
            />
          )}
        </CaseForm>
      )}
      {decides && stage === 'appealed' && (
        <CaseForm props={forms} action="review" title="处理申诉">
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="review.result"
                label="申诉结果"
                choices={choices(APPEAL_RESULTS)}
              />
              <SelectField
                filled={filled}
                name="review.measure"
                label="变更为"
                hint="变更原决定时填写。"
                optional
                choices={[{ value: '', name: '—' }, ...choices(MEASURES)]}
              />
              <Reason filled={filled} name="review.reason" label="理由" />
            </>
          )}
        </CaseForm>
      )}
    </Page>
  );
}
