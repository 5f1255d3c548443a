import { CRITERIA } from '../../../domain/campaign/criteria.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { CaseForm } from '../components/case-form.tsx';
import {
  AreaField,
  ChoiceField,
  type Filled,
  Fold,
  fieldValue,
  hasErrors,
  TextField,
} from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { STAGE_LINES, USUAL_PLANS } from '../forms/campaign-forms.ts';
import type { FormPage } from '../forms/operation-forms.ts';

interface PlanProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly start: Filled['values'];
  readonly page: FormPage;
}

const CHOICES = Object.entries(CRITERIA).map(([value, { name }]) => ({ value, name }));

/** A new campaign, from one of the usual plans or from nothing. */
export function PlanCampaignPage({ frame, organisation, start, page }: PlanProps) {
  const base = `/desk/o/${organisation}/campaigns`;
  return (
    <Page frame={frame} title="下达部署" section="desk" trail={[{ href: base, name: '推进部署' }]}>
      <h1>
        下达部署 <small lang="en">Plan a roll-out</small>
      </h1>
      <nav aria-label="常用安排" class="choices row no-print">
        {Object.entries(USUAL_PLANS).map(([name, plan]) => (
          <p class="choice">
            <a href={`${base}/plan?like=${name}`}>{plan.name}</a>
          </p>
        ))}
      </nav>
      <p class="note">
        面向全部下级单位；没有下级单位的，作为本单位的安排。阶段是否完成由系统根据记录判定，不需要填报。
      </p>
      <CaseForm props={page.forms} action="plan" title="部署内容" button="下达" start={start}>
        {(filled) => (
          <>
            <TextField filled={filled} name="plan.title" label="名称" max={LIMITS.title} />
            <AreaField filled={filled} name="plan.about" label="要求" optional max={LIMITS.reason} />
            {Array.from({ length: STAGE_LINES }, (_, line) => (
              <StageFields filled={filled} line={line} />
            ))}
          </>
        )}
      </CaseForm>
    </Page>
  );
}

function StageFields({ filled, line }: { filled: Filled; line: number }) {
  const name = `plan.stages.${line}`;
  const isOpen = line === 0 || fieldValue(filled, `${name}.name`) !== '' || hasErrors(filled, name);
  return (
    <Fold title={`第 ${line + 1} 阶段`} open={isOpen}>
      <TextField filled={filled} name={`${name}.name`} label={`第 ${line + 1} 阶段名称`} max={LIMITS.name} />
      <TextField filled={filled} name={`${name}.from`} label="开始日期" type="date" />
      <TextField filled={filled} name={`${name}.until`} label="结束日期" type="date" />
      <ChoiceField
        filled={filled}
        name={`${name}.closes`}
        label="完成标志"
        hint="全部达到才算完成。"
        several
        choices={CHOICES}
      />
    </Fold>
  );
}
