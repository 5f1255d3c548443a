import { LIMITS } from '../../../domain/limits.ts';
import type { CampaignReading } from '../../shell/reading/campaign-readings.ts';
import { CaseForm, type CaseFormsProps, Reason } from '../components/case-form.tsx';
import { AreaField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { StageCell } from '../components/stage-state.tsx';
import { chineseDate } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { Done } from './topics.tsx';

interface CampaignProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly campaign: CampaignReading;
  readonly page: FormPage;
}

/** One campaign: every unit by every stage, those behind first. */
export function CampaignPage({ frame, organisation, campaign, page: { forms, done } }: CampaignProps) {
  const { title, about, stages, units, withdrawn, today } = campaign;
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/campaigns`, name: '推进部署' }]}
      wide
    >
      <div class="title-row">
        <h1>
          {title} <small lang="en">Who is behind</small>
        </h1>
        <p class="asof">截至 {chineseDate(today)}</p>
      </div>
      <Done text={done} />
      {withdrawn && <p class="note warn">本项部署已撤销。</p>}
      {about !== undefined && <p class="said">{about}</p>}
      <Behind campaign={campaign} />
      <section class="sheet">
        <h2>各单位各阶段（{units.length}）</h2>
        <section class="table-scroll wide" tabindex={0} aria-label="各单位各阶段情况">
          <table class="particulars">
            <caption class="vh">各单位各阶段情况，未跟上的在前</caption>
            <thead>
              <tr>
                <th scope="col">单位</th>
                {stages.map(({ name, from, until }) => (
                  <th scope="col">
                    {name}
                    <small>
                      <br />
                      {chineseDate(from)}至
                      <br />
                      {chineseDate(until)}
                    </small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr>
                  <th scope="row">{unit.name}</th>
                  {unit.stages.map((state) => (
                    <td>
                      <StageCell state={state} planner={organisation} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
      {!withdrawn && <CampaignForms forms={forms} campaign={campaign} />}
    </Page>
  );
}

/** 谁没有跟上: now, and when the stage ended. */
function Behind({ campaign: { stages, units } }: { campaign: CampaignReading }) {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join('、');
  const over = stages.filter(({ behind, ended }) => behind.length > 0 || ended);
  return (
    <section class="sheet">
      <h2>谁没有跟上</h2>
      {over.length === 0 && <p>还没有结束的阶段。</p>}
      <dl class="facts">
        {over.map(({ name, behind, ended, urged }) => (
          <>
            <dt>{name}</dt>
            <dd>
              {behind.length === 0 ? '✓ 各单位均已完成' : `✕ 现有 ${behind.length} 个：${named(behind)}`}
              {ended && ended.behind.length > 0 && (
                <small>
                  <br />
                  阶段结束时未完成的有 {ended.behind.length} 个：{named(ended.behind)}
                </small>
              )}
              {urged.map(({ at, note }) => (
                <small>
                  <br />
                  {chineseDate(at)}督促：{note}
                </small>
              ))}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function CampaignForms({
  forms,
  campaign: { stages },
}: {
  forms: CaseFormsProps;
  campaign: CampaignReading;
}) {
  const choices = stages.map(({ name }, index) => ({ value: String(index), name }));
  const late = choices.filter((_, index) => (stages[index]?.behind.length ?? 0) > 0);
  return (
    <>
      {late.length > 0 && (
        <CaseForm props={forms} action="urge" title="督促未跟上的单位" button="督促">
          {(filled) => (
            <>
              <SelectField filled={filled} name="urge.stage" label="阶段" choices={late} />
              <AreaField
                filled={filled}
                name="urge.note"
                label="要求"
                hint="未完成该阶段的单位可以看到。"
                max={LIMITS.reason}
              />
            </>
          )}
        </CaseForm>
      )}
      <CaseForm props={forms} action="move" title="调整阶段日期" button="调整" folded>
        {(filled) => (
          <>
            <SelectField filled={filled} name="move.stage" label="阶段" choices={choices} />
            <TextField filled={filled} name="move.from" label="开始日期" type="date" />
            <TextField filled={filled} name="move.until" label="结束日期" type="date" />
            <Reason filled={filled} name="move.reason" label="调整的理由" />
          </>
        )}
      </CaseForm>
      <CaseForm props={forms} action="withdraw" title="撤销部署" folded>
        {(filled) => <Reason filled={filled} name="withdraw.reason" label="撤销的理由" />}
      </CaseForm>
    </>
  );
}
