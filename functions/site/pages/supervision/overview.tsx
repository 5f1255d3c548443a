import type { CaseCard, FollowUpCard, LineOf, VisitCard } from '../../../../domain/supervision/card.ts';
import { CASE_STAGES } from '../../../../domain/supervision/case/vocabulary.ts';
import { MEANS, SOURCES, VISIT_STAGES } from '../../../../domain/supervision/vocabulary.ts';
import type { ExampleLine } from '../../../shell/reading/supervision-readings.ts';
import type { CaseFormsProps } from '../../components/case-form.tsx';
import type { Choice } from '../../components/field.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseDate } from '../../dates.ts';
import { Done } from '../topics.tsx';
import { ExampleForms, FilingForms, OpenForm, PlanForm } from './forms.tsx';
import { FollowUpTable, type Names, nameIn } from './parts.tsx';

/** What the reader may do here. */
export interface SupervisionActs {
  /** From above, with whom they may go. */
  readonly visit?: readonly Choice[];
  readonly selfCheck: boolean;
  readonly file: boolean;
  readonly openCase: boolean;
  /** Whose items they may mark. */
  readonly mark: readonly Choice[];
  /** Whom they may go and look at. */
  readonly below: readonly Choice[];
}

export interface SupervisionProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly superior: { readonly id: string; readonly name: string } | undefined;
  readonly year: number;
  readonly visits: readonly LineOf<VisitCard>[];
  readonly followUps: readonly LineOf<FollowUpCard>[];
  readonly cases: readonly LineOf<CaseCard>[];
  readonly examples: readonly ExampleLine[];
  readonly names: Names;
  readonly staff: Names;
  readonly acts: SupervisionActs;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 监督: visits, what follows them, cases for those who may know, examples, and the ledger to take away. */
export function SupervisionPage(props: SupervisionProps) {
  const {
    frame,
    organisation,
    superior,
    year,
    visits,
    followUps,
    cases,
    examples,
    names,
    staff,
    acts,
    forms,
  } = props;
  const base = `/desk/o/${organisation.id}/supervision`;
  const overdue = followUps.filter(({ overdue }) => overdue);
  return (
    <Page frame={frame} title="监督" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <div class="title-row">
        <h1>
          监督
          <small>
            {organisation.name} <span lang="en">Supervision</span>
          </small>
        </h1>
        <p class="asof">
          <a href={`/o/${organisation.id}/supervision`}>监督工作统计</a>
        </p>
      </div>
      <Done text={props.done} />
      {overdue.length > 0 && <FollowUpTable title="逾期" base={base} followUps={overdue} names={names} />}
      <FollowUpTable
        title="监督建议和整改"
        base={base}
        followUps={followUps.filter((card) => !overdue.includes(card))}
        names={names}
      />
      <Visits base={base} visits={visits} names={names} />
      {acts.below.length > 0 && <Below units={acts.below} />}
      {cases.length > 0 && <Cases base={base} cases={cases} />}
      {acts.visit && <PlanForm forms={forms} companions={acts.visit} />}
      {acts.selfCheck && <PlanForm forms={forms} />}
      {acts.file && <FilingForms forms={forms} staff={staff} />}
      {acts.openCase && <OpenForm forms={forms} staff={staff} />}
      <Examples examples={examples} />
      {acts.mark.length > 0 && <ExampleForms forms={forms} units={acts.mark} examples={examples} />}
      {superior && (
        <p>
          <a href={`/o/${superior.id}/supervision`}>{superior.name}推广的示范案例</a>
        </p>
      )}
      <section class="sheet">
        <h2>台账资料</h2>
        <p>会议记录、活动记录、文件、宣传资料，连同校验值打包为一个文件。</p>
        <p class="actions">
          {[year, year - 1].map((each) => (
            <a class="button second" href={`${base}/bundle.zip?year=${each}`}>
              下载{each}年台账
            </a>
          ))}
        </p>
      </section>
    </Page>
  );
}

function Visits({
  base,
  visits,
  names,
}: {
  base: string;
  visits: readonly LineOf<VisitCard>[];
  names: Names;
}) {
  return (
    <section class="sheet">
      <h2>督查和自查（{visits.length}）</h2>
      {visits.length === 0 ? (
        <p class="empty">还没有安排督查。</p>
      ) : (
        <section class="table-scroll wide" tabindex={0} aria-label="督查和自查">
          <table>
            <thead>
              <tr>
                {['督查', '方式', '日期', '人员', '情况'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr>
                  <th scope="row">
                    <a href={`${base}/visits/${visit.id}`}>{visit.title}</a>
                  </th>
                  <td>
                    {MEANS[visit.means]}（{SOURCES[visit.source]}）
                  </td>
                  <td>{chineseDate(visit.heldOn ?? visit.on)}</td>
                  <td>{visit.visitors.map((id) => nameIn(names, id)).join('、')}</td>
                  <td>
                    {visit.overdue ? (
                      <span class="tag type">⚠ 未按期记录</span>
                    ) : (
                      <span class={visit.stage === 'held' ? 'tag ok' : 'tag wait'}>
                        {VISIT_STAGES[visit.stage]}
                      </span>
                    )}
                    {visit.findings > 0 && ` 发现 ${visit.findings} 项`}
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

const Below = ({ units }: { units: readonly Choice[] }) => (
  <details>
    <summary>下级组织（{units.length}）</summary>
    <ul class="inside">
      {units.map(({ value, name }) => (
        <li>
          <a href={`/desk/o/${value}/supervision`}>{name}</a>
        </li>
      ))}
    </ul>
  </details>
);

const Cases = ({ base, cases }: { base: string; cases: readonly LineOf<CaseCard>[] }) => (
  <section class="sheet">
    <h2>责任追究（仅限知情人员）</h2>
    <p>
      共 {cases.length} 件，已结案 {cases.filter(({ stage }) => stage === 'closed').length} 件。
    </p>
    <ul class="tasks">
      {cases.map(({ id, title, openedAt, stage }) => (
        <li>
          <div class="what">
            <a href={`${base}/cases/${id}`}>
              {title}（{chineseDate(openedAt)}立案）
            </a>
          </div>
          <span class={stage === 'closed' ? 'tag ok' : 'tag wait'}>{CASE_STAGES[stage]}</span>
        </li>
      ))}
    </ul>
  </section>
);

const Examples = ({ examples }: Pick<SupervisionProps, 'examples'>) =>
  examples.length === 0 ? null : (
    <section class="sheet">
      <h2>示范案例（{examples.length}）</h2>
      <ul class="tasks">
        {examples.map(({ organisation, item, title, note }) => (
          <li>
            <div class="what">
              <a href={`/o/${organisation}/items/${item}`}>{title}</a>
              <p>{note}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
