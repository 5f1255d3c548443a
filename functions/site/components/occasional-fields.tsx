import { LIMITS } from '../../../domain/text.ts';
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

/** Lines that hold something, and a few empty ones. */
function lineCount(filled: Filled, prefix: string, spare: number, most: number): number {
  const used = Object.entries(filled.values)
    .filter(([name, value]) => name.startsWith(`${prefix}.`) && value)
    .map(([name]) => Number(name.split('.')[1]))
    .filter((line) => !Number.isNaN(line));
  return Math.min(Math.max(-1, ...used) + 1 + spare, most);
}

export function AmountFields({ filled }: { filled: Filled }) {
  const count = lineCount(filled, 'amounts', 3, AMOUNT_LINES);
  return (
    <Fold
      title="金额明细"
      open={hasErrors(filled, 'amounts') || count > 3}
      hint="涉及党费、经费、专项款物的，逐项填写。单位：元。"
    >
      <Errors filled={filled} name="amounts" />
      {Array.from({ length: count }, (_, line) => (
        <div class="pair">
          <LineInput filled={filled} name={`amounts.${line}.label`} label={`第 ${line + 1} 项名称`} shown />
          <LineInput filled={filled} name={`amounts.${line}.yuan`} label={`第 ${line + 1} 项金额`} shown />
        </div>
      ))}
      <TextField filled={filled} name="amounts.total" label="合计" optional hint="不填则自动合计。" />
    </Fold>
  );
}

export function StageFields({ filled }: { filled: Filled }) {
  const count = lineCount(filled, 'stages', 3, STAGE_LINES);
  return (
    <Fold
      title="分期公开的阶段"
      open={hasErrors(filled, 'stages') || count > 3}
      hint="分期公开的事项，按先后填写各阶段及计划完成日期；跨年度的，办结时须附总结。"
    >
      <Errors filled={filled} name="stages" />
      {Array.from({ length: count }, (_, line) => (
        <div class="pair">
          <LineInput filled={filled} name={`stages.${line}.name`} label={`第 ${line + 1} 阶段名称`} shown />
          <LineInput
            filled={filled}
            name={`stages.${line}.plannedOn`}
            label={`第 ${line + 1} 阶段计划完成`}
            type="date"
            shown
          />
        </div>
      ))}
    </Fold>
  );
}

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
