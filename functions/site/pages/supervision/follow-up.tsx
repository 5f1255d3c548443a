import { CHANNELS, OUTCOMES, SPEAKERS } from '../../../../domain/feedback/vocabulary.ts';
import { isOpen } from '../../../../domain/supervision/followup/state.ts';
import { ASPECTS, FOLLOW_UPS, SOURCES } from '../../../../domain/supervision/vocabulary.ts';
import type { FollowUpReading } from '../../../shell/reading/supervision-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../../components/case-form.tsx';
import { AreaField, ChoiceField, SelectField } from '../../components/field.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseDate, chineseMoment } from '../../dates.ts';
import { Done } from '../topics.tsx';
import { aboutText, FactList, FollowUpTag, fact, type Names, NOTE, nameIn, trailTo } from './parts.tsx';

interface FollowUpProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly followUp: FollowUpReading;
  readonly person: string;
  /** The reader may see the list of all of them. */
  readonly works: boolean;
  /** The reader prepares disclosures here, and so answers. */
  readonly answers: boolean;
  readonly names: Names;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** One suggestion or order, and what became of it. */
export function FollowUpPage({
  frame,
  organisation,
  followUp,
  person,
  works,
  answers,
  names,
  forms,
  done,
}: FollowUpProps) {
  const base = `/desk/o/${organisation}/supervision`;
  const { kind, stage, aspects, text, about, source, onBehalf, owner, issued, dueOn, visit } = followUp;
  const title = FOLLOW_UPS[kind];
  const open = isOpen(followUp);
  const supervises = followUp.readerStanding === followUp.standing;
  return (
    <Page frame={frame} title={title} section="desk" trail={trailTo(base, works)}>
      <h1>
        {title} <FollowUpTag card={followUp} />
      </h1>
      <Done text={done} />
      <FactList
        facts={[
          fact(kind === 'suggestion' ? '建议' : '整改要求', text),
          fact('方面', aspects.map((aspect) => ASPECTS[aspect]).join('、')),
          fact('针对', aboutText(about)),
          fact('监督来源', SOURCES[source]),
          fact('代为反映', onBehalf && `${SPEAKERS[onBehalf.of]}（${CHANNELS[onBehalf.channel]}）`),
          fact('提出', `${nameIn(names, issued.by)}，${chineseMoment(issued.at)}`),
          fact('责任人', owner && nameIn(names, owner)),
          fact('期限', chineseDate(dueOn)),
          ...outcomeOf(followUp, names),
        ]}
      />
      {visit !== undefined && works && (
        <p>
          <a href={`${base}/visits/${visit}`}>所属的督查</a>
        </p>
      )}
      {open && answers && kind === 'suggestion' && person !== issued.by && (
        <CaseForm props={forms} action="answer" title="答复监督建议">
          {(filled) => (
            <>
              <p class="small">监督建议不具有强制力，可以不采纳，但须按期答复并说明理由。</p>
              <SelectField
                filled={filled}
                name="answer.outcome"
                label="处理结果"
                choices={choices(OUTCOMES)}
              />
              <AreaField filled={filled} name="answer.text" label="答复内容" max={NOTE} />
            </>
          )}
        </CaseForm>
      )}
      {open && person === owner && (
        <CaseForm props={forms} action="report" title="报告整改情况">
          {(filled) => (
            <AreaField
              filled={filled}
              name="report.proof"
              label="整改情况和佐证"
              hint="做了什么，在哪里可以看到。"
              max={NOTE}
            />
          )}
        </CaseForm>
      )}
      {stage === 'reported' && supervises && person !== owner && (
        <CaseForm props={forms} action="verify" title="核验整改" start={{ 'verify.ok': 'yes' }}>
          {(filled) => (
            <>
              <ChoiceField
                filled={filled}
                name="verify.ok"
                label="核验结论"
                row
                choices={[
                  { value: 'yes', name: '已整改到位' },
                  { value: 'no', name: '未整改到位，退回' },
                ]}
              />
              <Reason filled={filled} name="verify.note" label="核验意见" />
            </>
          )}
        </CaseForm>
      )}
      {open && supervises && (
        <CaseForm props={forms} action="withdraw" title="撤回" folded>
          {(filled) => <Reason filled={filled} name="withdraw.reason" label="原因" />}
        </CaseForm>
      )}
    </Page>
  );
}

function outcomeOf({ answer, report, returned, verified, withdrawn }: FollowUpReading, names: Names) {
  const said = (words: string, { by, at }: { by: string; at: string }) =>
    `${words}（${nameIn(names, by)}，${chineseMoment(at)}）`;
  return [
    fact('答复', answer && said(`${OUTCOMES[answer.outcome]}：${answer.text}`, answer)),
    fact('整改情况', report && said(report.proof, report)),
    fact('退回意见', returned && said(returned.note, returned)),
    fact('核验意见', verified && said(verified.note, verified)),
    fact('撤回原因', withdrawn && said(withdrawn.reason, withdrawn)),
  ];
}
