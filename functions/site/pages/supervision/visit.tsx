import { ASPECTS, MEANS, SOURCES, VISIT_STAGES } from '../../../../domain/supervision/vocabulary.ts';
import type { VisitReading } from '../../../shell/reading/supervision-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../../components/case-form.tsx';
import { AreaField, ChoiceField, SelectField, TextField } from '../../components/field.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseDate } from '../../dates.ts';
import { Done } from '../topics.tsx';
import { AboutFields, FilingForms } from './forms.tsx';
import { aboutText, FactList, FollowUpTable, fact, type Names, NOTE, nameIn } from './parts.tsx';

interface VisitProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly visit: VisitReading;
  readonly person: string;
  readonly names: Names;
  readonly staff: Names;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** One visit: what it was for, what was found, what followed. */
export function VisitPage({ frame, organisation, visit, person, names, staff, forms, done }: VisitProps) {
  const base = `/desk/o/${organisation}/supervision`;
  const { means, source, on, purpose, visitors, stage, held, cancelled, findings, followUps, overdue } =
    visit;
  const isVisitor = visitors.includes(person);
  const title = `${MEANS[means]}（${chineseDate(held?.on ?? on)}）`;
  return (
    <Page frame={frame} title={title} section="desk" trail={[{ href: base, name: '监督' }]}>
      <h1>{title}</h1>
      <Done text={done} />
      {overdue && <p class="note warn">⚠ 督查日期已过，尚未记录督查情况。</p>}
      <FactList
        facts={[
          fact('情况', VISIT_STAGES[stage]),
          fact('监督来源', SOURCES[source]),
          fact('计划日期', chineseDate(on)),
          fact('内容', purpose),
          fact('人员', visitors.map((id) => nameIn(names, id)).join('、')),
          fact('督查情况', held?.summary),
          fact('取消原因', cancelled?.reason),
        ]}
      />
      {stage === 'held' && <Findings findings={findings} />}
      {(stage === 'held' || followUps.length > 0) && (
        <FollowUpTable title="督办事项" base={base} followUps={followUps} names={names} />
      )}
      {isVisitor && stage === 'planned' && (
        <>
          <CaseForm props={forms} action="record" title="记录督查情况" start={{ 'record.on': on }}>
            {(filled) => (
              <>
                <TextField filled={filled} name="record.on" type="date" label="实际日期" />
                <AreaField
                  filled={filled}
                  name="record.summary"
                  label="督查情况"
                  hint="看了什么、听取了哪些意见。请勿写入个人信息。"
                  max={NOTE}
                />
              </>
            )}
          </CaseForm>
          <CaseForm props={forms} action="cancel" title="取消督查" folded>
            {(filled) => <Reason filled={filled} name="cancel.reason" label="原因" />}
          </CaseForm>
        </>
      )}
      {isVisitor && stage === 'held' && (
        <CaseForm props={forms} action="find" title="记录督查发现">
          {(filled) => (
            <>
              <SelectField filled={filled} name="find.aspect" label="方面" choices={choices(ASPECTS)} />
              <Reason filled={filled} name="find.text" label="发现" hint="请勿写入个人信息。" />
              <AboutFields filled={filled} action="find" />
              <ChoiceField
                filled={filled}
                name="find.solved"
                label="处理"
                several
                optional
                choices={[{ value: 'yes', name: '属于基层的困难，已当场帮助解决' }]}
              />
            </>
          )}
        </CaseForm>
      )}
      {visit.standing && stage === 'held' && <FilingForms forms={forms} staff={staff} visit={visit.id} />}
    </Page>
  );
}

const Findings = ({ findings }: Pick<VisitReading, 'findings'>) => (
  <section class="sheet">
    <h2>督查发现（{findings.length}）</h2>
    {findings.length === 0 ? (
      <p class="empty">还没有记录发现。</p>
    ) : (
      <ol class="steps">
        {findings.map(({ aspect, text, about, solved }) => (
          <li>
            <p>
              <b>{ASPECTS[aspect]}</b> {text} {solved && <span class="tag ok">✓ 已当场解决</span>}
            </p>
            {about && <p class="small">{aboutText(about)}</p>}
          </li>
        ))}
      </ol>
    )}
  </section>
);
