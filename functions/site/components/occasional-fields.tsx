import type { PropsWithChildren } from 'hono/jsx';
import { LIMITS } from '../../../domain/limits.ts';
import { AMOUNT_LINES, STAGE_LINES } from '../forms/content-form.ts';
import { GROUND_CHOICES } from '../words.ts';
import {
  AreaField,
  ChoiceField,
  Errors,
  type Filled,
  Fold,
  fieldValue,
  hasErrors,
  LineInput,
  SelectField,
  TextField,
} from './field.tsx';

interface LinesProps {
  readonly filled: Filled;
  /** Of the fields: `<name>.<line>.<part>`. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly most: number;
  readonly parts: readonly {
    readonly name: string;
    readonly label: (line: number) => string;
    readonly type?: 'date';
  }[];
}

/** How many empty lines there are to fill in. */
const SPARE = 3;

/** A list that is filled in line by line: the lines that hold something, and a few empty ones. */
function Lines({ filled, name, title, hint, most, parts, children }: PropsWithChildren<LinesProps>) {
  const used = Object.entries(filled.values)
    .filter(([field, value]) => field.startsWith(`${name}.`) && value)
    .map(([field]) => Number(field.split('.')[1]))
    .filter((line) => !Number.isNaN(line));
  const count = Math.min(Math.max(-1, ...used) + 1 + SPARE, most);
  return (
    <Fold title={title} open={hasErrors(filled, name) || count > SPARE} hint={hint}>
      <Errors filled={filled} name={name} />
      {Array.from({ length: count }, (_, line) => (
        <div class="pair">
          {parts.map((part) => (
            <LineInput
              filled={filled}
              name={`${name}.${line}.${part.name}`}
              label={part.label(line + 1)}
              type={part.type ?? 'text'}
              shown
            />
          ))}
        </div>
      ))}
      {children}
    </Fold>
  );
}

export const AmountFields = ({ filled }: { filled: Filled }) => (
  <Lines
    filled={filled}
    name="amounts"
    title="金额明细"
    hint="涉及党费、经费、专项款物的，逐项填写。单位：元。"
    most={AMOUNT_LINES}
    parts={[
      { name: 'label', label: (line) => `第 ${line} 项名称` },
      { name: 'yuan', label: (line) => `第 ${line} 项金额` },
    ]}
  >
    <TextField filled={filled} name="amounts.total" label="合计" optional hint="不填则自动合计。" />
  </Lines>
);

export const StageFields = ({ filled }: { filled: Filled }) => (
  <Lines
    filled={filled}
    name="stages"
    title="分期公开的阶段"
    hint="分期公开的事项，按先后填写各阶段及计划完成日期；跨年度的，办结时须附总结。"
    most={STAGE_LINES}
    parts={[
      { name: 'name', label: (line) => `第 ${line} 阶段名称` },
      { name: 'plannedOn', label: (line) => `第 ${line} 阶段计划完成`, type: 'date' },
    ]}
  />
);

export function PairFields(props: {
  filled: Filled;
  plans: readonly { readonly id: string; readonly title: string }[];
}) {
  const { filled, plans } = props;
  return (
    <Fold
      title="计划与落实结果"
      open={fieldValue(filled, 'pair.part') !== '' || hasErrors(filled, 'pair')}
      hint="公开了计划的，落实后须公开结果；二者相互链接。"
    >
      <ChoiceField
        filled={filled}
        name="pair.part"
        label="本事项是"
        row
        choices={[
          { value: '', name: '都不是' },
          { value: 'plan', name: '计划' },
          { value: 'result', name: '落实结果' },
        ]}
      />
      <SelectField
        filled={filled}
        name="pair.plan"
        label="对应的计划"
        optional
        choices={[
          { value: '', name: '（请选择）' },
          ...plans.map(({ id, title }) => ({ value: id, name: title })),
        ]}
      />
    </Fold>
  );
}

export function WithheldFields({ filled }: { filled: Filled }) {
  return (
    <Fold
      title="不予公开或暂不公开"
      open={fieldValue(filled, 'withheld.kind') !== '' || hasErrors(filled, 'withheld')}
      hint="确有法定理由不能公开或暂时不宜公开的，经审批后在公开目录中说明理由。"
    >
      <ChoiceField
        filled={filled}
        name="withheld.kind"
        label="处理"
        row
        choices={[
          { value: '', name: '公开' },
          { value: 'cannot', name: '不予公开' },
          { value: 'not-for-now', name: '暂不公开' },
        ]}
      />
      <SelectField filled={filled} name="withheld.ground" label="理由" optional choices={GROUND_CHOICES} />
      <AreaField
        filled={filled}
        name="withheld.explanation"
        label="解释说明"
        optional
        max={LIMITS.reason}
        hint="将在公开目录中向群众公布，请勿写入不宜公开的内容。"
      />
      <TextField
        filled={filled}
        name="withheld.lookAgainOn"
        label="再次研究的日期"
        optional
        type="date"
        hint="暂不公开的必填；届时提醒重新研究。"
      />
    </Fold>
  );
}
