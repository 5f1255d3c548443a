import { PUBLIC_NOTICE, typesInForce } from '../../../domain/catalogue/document-types.ts';
import { MAX_TYPE_NAME } from '../../../domain/catalogue/vocabulary/commands.ts';
import type { Vocabulary } from '../../../domain/catalogue/vocabulary/state.ts';
import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { FORM_TRAITS } from '../forms/catalogue-forms.ts';
import { AUDIENCE_NAMES, typeChoices } from '../words.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from './case-form.tsx';
import { ChoiceField, type Filled, SelectField, TextField } from './field.tsx';

interface FormsProps {
  readonly vocabulary: Required<Vocabulary>;
  readonly forms: CaseFormsProps;
}

/** What the office of the district may do to its words: two forms for each kind of them, folded away. */
export function VocabularyForms({ vocabulary, forms }: FormsProps) {
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, name }));
  const types = typesInForce(vocabulary.documentTypes).filter(({ id }) => id !== PUBLIC_NOTICE);
  return (
    <>
      <CaseForm props={forms} action="keep-form" title="增列或修改公开形式" button="保存" folded>
        {(filled) => <FormFields filled={filled} />}
      </CaseForm>
      <CaseForm props={forms} action="retire-form" title="取消公开形式" folded>
        {(filled) => (
          <>
            <SelectField
              filled={filled}
              name="retire-form.name"
              label="公开形式"
              choices={named(vocabulary.forms.map(({ name }) => name))}
            />
            <Reason filled={filled} name="retire-form.reason" label="理由" />
          </>
        )}
      </CaseForm>
      <CaseForm props={forms} action="keep-class" title="增列目录类别" folded>
        {(filled) => (
          <>
            <TextField filled={filled} name="keep-class.name" label="类别" max={LIMITS.title} />
            <Reason filled={filled} name="keep-class.reason" label="理由" />
          </>
        )}
      </CaseForm>
      <CaseForm props={forms} action="retire-class" title="取消目录类别" folded>
        {(filled) => (
          <>
            <SelectField
              filled={filled}
              name="retire-class.name"
              label="类别"
              choices={named(vocabulary.classes)}
            />
            <Reason filled={filled} name="retire-class.reason" label="理由" />
          </>
        )}
      </CaseForm>
      <CaseForm props={forms} action="keep-type" title="增列、改名或重新启用文种" button="保存" folded>
        {(filled) => <TypeFields filled={filled} />}
      </CaseForm>
      {types.length > 0 && (
        <CaseForm props={forms} action="retire-type" title="停用文种" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="retire-type.id"
                label="文种"
                hint="停用后新的公开事项不能再选用；已使用该文种的事项照常显示，仍可筛选。“公示”不能停用。"
                choices={typeChoices(types)}
              />
              <Reason filled={filled} name="retire-type.reason" label="理由" />
            </>
          )}
        </CaseForm>
      )}
    </>
  );
}

const FormFields = ({ filled }: { filled: Filled }) => (
  <>
    <TextField
      filled={filled}
      name="keep-form.name"
      label="名称"
      hint="与现有名称相同的，按下面的内容修改。"
      max={LIMITS.name}
    />
    <TextField
      filled={filled}
      name="keep-form.aliases"
      label="别名"
      hint="多个用顿号隔开。"
      max={LIMITS.title}
      optional
    />
    <SelectField
      filled={filled}
      name="keep-form.widest"
      label="最大公开范围"
      choices={AUDIENCES.map((value) => ({ value, name: AUDIENCE_NAMES[value] }))}
    />
    <ChoiceField
      filled={filled}
      name="keep-form.traits"
      label="特点"
      choices={choices(FORM_TRAITS)}
      several
      optional
    />
    <Reason filled={filled} name="keep-form.reason" label="理由" />
  </>
);

const TypeFields = ({ filled }: { filled: Filled }) => (
  <>
    <TextField
      filled={filled}
      name="keep-type.id"
      label="编号"
      hint="由小写字母、数字和连字符组成，如 appointment-notice，确定后不再更改。与上表编号相同的，按下面的内容修改；已停用的，重新启用。"
      max={40}
    />
    <TextField
      filled={filled}
      name="keep-type.name"
      label="名称"
      hint="如“任前公示”。改名只用于今后的文本，以前公开的仍按当时的名称显示。"
      max={MAX_TYPE_NAME}
    />
    <ChoiceField
      filled={filled}
      name="keep-type.asksObjections"
      label="要求"
      choices={[{ value: 'yes', name: '征求异议：须写明公示期、联系人及电话、监督电话和异议提出方式' }]}
      several
      optional
    />
    <Reason filled={filled} name="keep-type.reason" label="理由" />
  </>
);
