import { LIMITS } from '../../../domain/limits.ts';
import { BASIS_CHOICES, MATTER_CHOICES } from '../words.ts';
import { type People, personChoices } from './disclosure-fields.tsx';
import { ChoiceField, type Filled, Fold, hasErrors, SelectField, TextField } from './field.tsx';

const MORE = [
  'basis',
  'matter',
  'important',
  'showUntil',
  'provider',
  'accountable',
  'responsibility',
  'basedOn',
  'related',
];

/** What a routine refresh never touches. */
export function MoreFields({ filled, people }: { filled: Filled; people: People }) {
  const named = personChoices(people);
  const nobody = [{ value: '', name: '（不填）' }, ...named];
  return (
    <Fold title="依据、责任与公开时长" open={MORE.some((name) => hasErrors(filled, name))}>
      <SelectField filled={filled} name="basis" label="公开依据" choices={BASIS_CHOICES} />
      <TextField
        filled={filled}
        name="basedOn"
        label="依据文件"
        optional
        max={LIMITS.title}
        hint="文件名称或文号。"
      />
      <SelectField
        filled={filled}
        name="matter"
        label="事项性质"
        choices={MATTER_CHOICES}
        hint="决定审批程序，以及是否须先党内、后党外公开。"
      />
      <ChoiceField
        filled={filled}
        name="important"
        label="重要事项"
        several
        choices={[{ value: 'yes', name: '是，公开时间不少于规定天数' }]}
      />
      <TextField
        filled={filled}
        name="showUntil"
        label="公开截止日期"
        type="date"
        optional
        hint="当日结束后自动撤下；不填则长期公开。公示按公示期计算。"
      />
      <ChoiceField
        filled={filled}
        name="provider.kind"
        label="内容由谁提供"
        row
        choices={[
          { value: 'office', name: '部门' },
          { value: 'person', name: '所涉个人' },
        ]}
      />
      <TextField filled={filled} name="provider.name" label="提供部门" max={LIMITS.name} />
      <SelectField filled={filled} name="provider.person" label="提供人" choices={nobody} optional />
      <SelectField
        filled={filled}
        name="accountable"
        label="责任人"
        hint="对内容真实、完整负责。"
        choices={named}
      />
      <fieldset class="field">
        <legend>三级责任</legend>
        <div class="pair">
          <SelectField
            filled={filled}
            name="responsibility.leader"
            label="领导责任人"
            optional
            choices={nobody}
          />
          <SelectField
            filled={filled}
            name="responsibility.manager"
            label="管理责任人"
            optional
            choices={nobody}
          />
          <SelectField
            filled={filled}
            name="responsibility.executor"
            label="具体责任人"
            optional
            choices={nobody}
          />
        </div>
      </fieldset>
      <div class="pair">
        <SelectField
          filled={filled}
          name="related.stream"
          label="相关公开"
          optional
          choices={[
            { value: '校务', name: '校务公开' },
            { value: '政务', name: '政务公开' },
          ]}
        />
        <TextField filled={filled} name="related.url" label="相关公开的网址" optional max={500} />
      </div>
    </Fold>
  );
}
