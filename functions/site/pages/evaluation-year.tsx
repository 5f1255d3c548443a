import { type Assessment, OBJECTION_OUTCOMES } from '../../../domain/evaluation/assessment/state.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { AssessmentReading, RoundReading } from '../../shell/reading/appraisal-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../components/case-form.tsx';
import { AreaField, ChoiceField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { ResultLine, RoundTable } from './evaluation-results.tsx';
import { Done } from './topics.tsx';

interface YearProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly year: string;
  /** Of those below; undefined before it is opened. */
  readonly round: RoundReading | undefined;
  readonly assessment: AssessmentReading;
  readonly nameOf: (person: string) => string;
  /** Works in the office of the unit; in that of its superior; there are units below. */
  readonly may: { readonly speak: boolean; readonly appraise: boolean; readonly lead: boolean };
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** A year of a unit: what it says of itself, what it was asked, what its superior says; and of those below it. */
export function EvaluationYearPage(props: YearProps) {
  const { frame, organisation, year, round, assessment, done, may } = props;
  return (
    <Page
      frame={frame}
      title={`${year}年度考评`}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/evaluation`, name: '考评' }]}
    >
      <h1>
        {year}年度考评 <small lang="en">Appraisal of the year</small>
      </h1>
      <Done text={done} />
      {may.speak && (
        <p>
          <a href={`/desk/o/${organisation}/evaluation/years/${year}/overview`}>
            {round ? '各单位对比：四项得分、满意度、等次和提示' : '本单位各项得分和全区占比'}
          </a>
        </p>
      )}
      {assessment.round && <Unit {...props} round={assessment.round} />}
      {!assessment.round && !may.lead && <p class="empty">上级尚未启动本年度考评。</p>}
      {may.lead && (round ? <Lead {...props} round={round} /> : <Open forms={props.forms} />)}
    </Page>
  );
}

type UnitProps = Omit<YearProps, 'round'> & { readonly round: NonNullable<AssessmentReading['round']> };

function Unit({ assessment, round, year, may, forms, nameOf }: UnitProps) {
  const { self, verdict, result, objection, answer } = assessment;
  const isOver = round.disclosed !== undefined;
  return (
    <>
      <p>
        自评至 {chineseDate(round.selfUntil)}。{round.note}
      </p>
      {result && <ResultLine year={year} result={result} />}
      {self && (
        <section class="sheet">
          <h2>自评：{self.score} 分</h2>
          <p>{self.text}</p>
          <p class="small">
            {chineseMoment(self.at)}，{nameOf(self.by)}
          </p>
        </section>
      )}
      {verdict && (
        <section class="sheet">
          <h2>上级综合评议：{verdict.inputs.superior} 分</h2>
          <p>{verdict.text}</p>
          <p class="small">
            {chineseMoment(verdict.at)}，{nameOf(verdict.by)}
          </p>
        </section>
      )}
      {objection && <Objection objection={objection} answer={answer} nameOf={nameOf} />}
      {may.speak && !verdict && !isOver && (
        <CaseForm props={forms} action="self" title={self ? '修改自评' : '单位自评'}>
          {(filled) => <Points filled={filled} action="self" />}
        </CaseForm>
      )}
      {may.appraise && !verdict && !isOver && (
        <CaseForm props={forms} action="verdict" title="上级综合评议">
          {(filled) => <Points filled={filled} action="verdict" />}
        </CaseForm>
      )}
      {may.speak && verdict && !objection && !isOver && (
        <CaseForm props={forms} action="object" title="提出异议" folded>
          {(filled) => (
            <Reason
              filled={filled}
              name="object.reason"
              label="理由"
              hint="每年可以提出一次，由评定人以外的人员答复。"
            />
          )}
        </CaseForm>
      )}
      {may.appraise && objection && !answer && (
        <CaseForm props={forms} action="answer" title="答复异议">
          {(filled) => (
            <>
              <ChoiceField
                filled={filled}
                name="answer.outcome"
                label="结论"
                choices={choices(OBJECTION_OUTCOMES)}
                row
              />
              <TextField
                filled={filled}
                name="answer.score"
                label="改变后的上级评议分"
                type="number"
                optional
              />
              <Reason filled={filled} name="answer.text" label="理由" />
            </>
          )}
        </CaseForm>
      )}
    </>
  );
}

type Filled = Parameters<typeof Reason>[0]['filled'];

const Points = ({ filled, action }: { filled: Filled; action: 'self' | 'verdict' }) => (
  <>
    <TextField filled={filled} name={`${action}.score`} label="分数（0—100，可以有 0.5 分）" max={5} />
    <AreaField filled={filled} name={`${action}.text`} label="理由" max={LIMITS.reason} />
  </>
);

interface ObjectionProps extends Pick<YearProps, 'nameOf'> {
  readonly objection: NonNullable<Assessment['objection']>;
  readonly answer: Assessment['answer'] | undefined;
}

const Objection = ({ objection, answer, nameOf }: ObjectionProps) => (
  <section class="sheet">
    <h2>异议和答复</h2>
    <p>
      {chineseMoment(objection.at)}，{nameOf(objection.by)}提出：{objection.reason}
    </p>
    {answer ? (
      <p>
        {chineseMoment(answer.at)}，{nameOf(answer.by)}答复：{OBJECTION_OUTCOMES[answer.outcome]}。
        {answer.text}
      </p>
    ) : (
      <p>待上级答复。</p>
    )}
  </section>
);

const Open = ({ forms }: Pick<YearProps, 'forms'>) => (
  <CaseForm props={forms} action="open" title="启动年度考评" button="启动">
    {(filled) => (
      <>
        <TextField filled={filled} name="open.selfUntil" label="自评截止日期" type="date" />
        <AreaField filled={filled} name="open.note" label="要求" max={LIMITS.reason} optional />
      </>
    )}
  </CaseForm>
);

const Lead = ({ round, forms }: YearProps & { readonly round: RoundReading }) => (
  <>
    <RoundTable round={round} base="/desk/o" />
    {round.disclosed ? (
      <p class="note">
        {chineseMoment(round.disclosed.at)} 以公开事项
        <a href={`/o/${round.organisation}/items/${round.disclosed.item}`}>公布结果</a>。
      </p>
    ) : (
      <CaseForm props={forms} action="disclose" title="公布考评结果" folded>
        {(filled) => (
          <TextField
            filled={filled}
            name="disclose.item"
            label="公开事项编号"
            hint="须已向社会公开；各单位均已评定、异议均已答复后才能公布。"
            max={40}
          />
        )}
      </CaseForm>
    )}
  </>
);
