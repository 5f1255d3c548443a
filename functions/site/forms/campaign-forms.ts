import { MOST_STAGES } from '../../../domain/campaign/commands.ts';
import type { Stage } from '../../../domain/campaign/state.ts';
import type { Filled } from '../components/field.tsx';
import { given, many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** As many stages as the form has room for. */
export const STAGE_LINES = Math.min(5, MOST_STAGES);

const stagesIn = (sent: Sent): readonly object[] =>
  Array.from({ length: STAGE_LINES }, (_, line) => `plan.stages.${line}`)
    .filter((line) => one(sent, `${line}.name`) !== '')
    .map((line) => ({
      name: one(sent, `${line}.name`),
      from: one(sent, `${line}.from`),
      until: one(sent, `${line}.until`),
      closes: many(sent, `${line}.closes`),
    }));

export const PLAN_FORMS: OperationForms = {
  plan: {
    operation: 'planCampaign',
    read: (sent) => ({
      title: one(sent, 'plan.title'),
      ...given(sent, 'about', 'plan.about'),
      stages: stagesIn(sent),
    }),
    done: '已下达。',
    next: ({ id }, page) => page.replace(/plan$/, id),
  },
};

export const CAMPAIGN_FORMS: OperationForms = {
  ...PLAN_FORMS,
  urge: {
    operation: 'urgeStage',
    read: (sent) => ({ stage: whole(sent, 'urge.stage'), note: one(sent, 'urge.note') }),
    done: '已督促，未跟上的单位可以看到。',
  },
  move: {
    operation: 'moveStage',
    read: (sent) => ({
      stage: whole(sent, 'move.stage'),
      from: one(sent, 'move.from'),
      until: one(sent, 'move.until'),
      reason: one(sent, 'move.reason'),
    }),
    done: '日期已调整。',
  },
  withdraw: {
    operation: 'withdrawCampaign',
    read: (sent) => ({ reason: one(sent, 'withdraw.reason') }),
    done: '部署已撤销。',
  },
};

type Usual = readonly (Pick<Stage, 'name' | 'closes'> & { readonly days: readonly [string, string] })[];

/** Plans that were made before, with their days of the year, to begin with. */
export const USUAL_PLANS: Readonly<Record<string, { readonly name: string; readonly stages: Usual }>> = {
  four: {
    name: '四个阶段',
    stages: [
      { name: '宣传发动', days: ['04-01', '04-15'], closes: ['leading-group', 'scheme'] },
      { name: '清理内容', days: ['04-15', '04-30'], closes: ['register', 'ledger'] },
      { name: '公开实施', days: ['05-01', '05-31'], closes: ['mandated-rows'] },
      { name: '总结完善', days: ['12-01', '12-31'], closes: ['report'] },
    ],
  },
  three: {
    name: '三个时段',
    stages: [
      { name: '动员部署，广泛发动', days: ['06-20', '07-10'], closes: ['mobilisation', 'training'] },
      { name: '依照目录，实施公开', days: ['08-20', '09-30'], closes: ['disclosure'] },
      { name: '总结经验，形成规范', days: ['11-01', '11-30'], closes: ['report'] },
    ],
  },
  training: {
    name: '年度集中业务培训',
    stages: [{ name: '集中业务培训', days: ['01-01', '12-31'], closes: ['training'] }],
  },
};

/** What the form begins with. */
export function startOf(plan: string, year: string): Filled['values'] {
  const usual = Object.hasOwn(USUAL_PLANS, plan) ? USUAL_PLANS[plan] : undefined;
  if (!usual) return {};
  return Object.fromEntries(
    usual.stages.flatMap(({ name, days: [from, until], closes }, line) => [
      [`plan.stages.${line}.name`, name],
      [`plan.stages.${line}.from`, `${year}-${from}`],
      [`plan.stages.${line}.until`, `${year}-${until}`],
      [`plan.stages.${line}.closes`, closes],
    ]),
  );
}
