import { STEPS } from '../../../domain/decision/vocabulary.ts';
import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { MATTERS } from '../../../domain/organisation/policy.ts';
import type { DecisionReading } from '../../shell/reading/decision-reading.ts';
import type { DecisionLine } from '../../shell/reading/decision-readings.ts';
import type { OpenActionLine } from '../../shell/reading/open-actions.ts';
import { CaseForm, type CaseFormsProps } from '../components/case-form.tsx';
import { ActionTag, DecisionDetails, DecisionHead } from '../components/decision-facts.tsx';
import type { DecisionFormsProps } from '../components/decision-form-parts.tsx';
import { DecisionForms } from '../components/decision-forms.tsx';
import { AreaField, ChoiceField, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import { AUDIENCE_HINTS, AUDIENCE_NAMES, MATTER_CHOICES, TENSES } from '../words.ts';
import { Done } from './topics.tsx';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly decisions: readonly DecisionLine[];
  readonly actions: readonly OpenActionLine[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly forms: CaseFormsProps;
}

/** 重大事项决策, for the office: what goes on, what is overdue, and the form for one more. */
export function DecisionListPage({ frame, organisation, decisions, actions, people, forms }: ListProps) {
  const base = `/desk/o/${organisation}/decisions`;
  return (
    <Page frame={frame} title="重大事项决策" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        重大事项决策 <small lang="en">Decisions</small>
      </h1>
      <section class="sheet">
        <h2>决策事项（{decisions.length}）</h2>
        {decisions.length === 0 ? (
          <p class="empty">目前没有。</p>
        ) : (
          <ul class="tasks">
            {decisions.map((line) => (
              <li>
                <div class="what">
                  <a href={`${base}/${line.id}`}>{line.title}</a>
                  <p>
                    {MATTERS[line.matter]}　{chineseDate(line.proposedAt)}
                    {line.skipped.length > 0 &&
                      `　⚠ 已跳过：${line.skipped.map((step) => STEPS[step].zh).join('、')}`}
                  </p>
                </div>
                <span class={line.step === undefined ? 'tag' : 'tag wait'}>{whereIs(line)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <OpenActions organisation={organisation} actions={actions} />
      <CaseForm
        props={forms}
        action="propose"
        title="登记决策事项"
        folded={decisions.length > 0}
        start={{ 'propose.matter': 'major-decision', 'propose.audience': 'unit' }}
      >
        {(filled) => <ProposalFields filled={filled} people={people} />}
      </CaseForm>
    </Page>
  );
}

function whereIs({ step, withdrawn, outcome, tense }: DecisionLine): string {
  if (withdrawn) return '已撤回';
  if (step !== undefined) return `待办：${STEPS[step].zh}`;
  return outcome === 'rejected' ? '未通过' : TENSES[tense];
}

const PLACES = { decision: 'decisions', item: 'items', feedback: 'opinions' } as const;

/** 督办清单: what is due and overdue, whatever it comes from (TZ-31, ZH-13). */
function OpenActions({ organisation, actions }: Pick<ListProps, 'organisation' | 'actions'>) {
  const late = actions.filter(({ overdue }) => overdue).length;
  return (
    <section class="sheet">
      <h2>
        督办清单（{actions.length} 项，逾期 {late} 项）
      </h2>
      {actions.length === 0 ? (
        <p class="empty">没有待落实、待整改的事项。</p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-label="督办清单">
          <table>
            <thead>
              <tr>
                {['事项', '落实、整改内容', '责任人', '期限', '状态'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {actions.map(({ about, id, title, task, assignee, dueOn, overdue }) => (
                <tr>
                  <th scope="row">
                    <a href={`/desk/o/${organisation}/${PLACES[about]}/${id}`}>{title}</a>
                  </th>
                  <td>{task}</td>
                  <td>{assignee ?? '—'}</td>
                  <td>{chineseDate(dueOn)}</td>
                  <td>
                    <ActionTag done={false} overdue={overdue} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function ProposalFields({
  filled,
  people,
}: {
  readonly filled: Filled;
  readonly people: ListProps['people'];
}) {
  return (
    <>
      <TextField filled={filled} name="propose.title" label="事项名称" max={LIMITS.title} />
      <AreaField
        filled={filled}
        name="propose.summary"
        label="主要内容"
        max={LIMITS.note}
        hint="预告时向知悉范围公布。请勿写入个人信息。"
      />
      <SelectField filled={filled} name="propose.matter" label="事项性质" choices={MATTER_CHOICES} />
      <ChoiceField
        filled={filled}
        name="propose.flags"
        label="标记"
        several
        optional
        choices={[
          { value: 'hot', name: '热点事项', hint: '按重大事项办理：反复征求意见、公示、票决' },
          { value: 'sensitive', name: '敏感事项', hint: '结果即时公示' },
        ]}
      />
      <SelectField
        filled={filled}
        name="propose.audience"
        label="知悉范围"
        choices={AUDIENCES.map((name) => ({
          value: name,
          name: `${AUDIENCE_NAMES[name]}：${AUDIENCE_HINTS[name]}`,
        }))}
      />
      <ChoiceField
        filled={filled}
        name="propose.named"
        label="特定对象名单"
        several
        optional
        choices={people.map(({ id, name }) => ({ value: id, name }))}
      />
    </>
  );
}

interface DeskProps extends Omit<DecisionFormsProps, 'work'> {
  readonly frame: Frame;
  readonly organisation: string;
  readonly decision: DecisionReading;
  readonly done: string | undefined;
}

/** One decision on the desk: how far it has come, and the form of the step whose turn it is. */
export function DecisionDeskPage({ frame, organisation, decision, done, ...props }: DeskProps) {
  const { work } = decision;
  return (
    <Page
      frame={frame}
      title={decision.title}
      section="desk"
      trail={
        work?.official
          ? [{ href: `/desk/o/${organisation}/decisions`, name: '重大事项决策' }]
          : [{ href: '/desk', name: '我的待办' }]
      }
    >
      <h1>{decision.title}</h1>
      <Done text={done} />
      {!decision.announced && !decision.withdrawn && (
        <p class="note warn">⚠ 尚未预告，只有经办人员可以看到。</p>
      )}
      <DecisionHead decision={decision} />
      {work && <DecisionForms {...props} decision={decision} work={work} />}
      <DecisionDetails decision={decision} organisation={organisation} />
    </Page>
  );
}
