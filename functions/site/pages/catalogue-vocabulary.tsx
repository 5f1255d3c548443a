import type { FormVocabulary } from '../../../domain/catalogue/forms.ts';
import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/text.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../components/case-form.tsx';
import { ChoiceField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { FORM_TRAITS } from '../forms/catalogue-forms.ts';
import { AUDIENCE_NAMES } from '../words.ts';
import { Done } from './topics.tsx';

interface VocabularyProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly vocabulary: FormVocabulary;
  readonly classes: readonly string[];
  /** Of the district's office. */
  readonly mayEdit: boolean;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

const mark = (is: boolean): string => (is ? '✓' : '—');

/** 公开形式和目录类别: the words that everybody in the district works with (HZ-12). */
export function VocabularyPage(props: VocabularyProps) {
  const { frame, organisation, vocabulary, classes, mayEdit, forms, done } = props;
  return (
    <Page
      frame={frame}
      title="公开形式和类别"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue`, name: '目录管理' }]}
    >
      <h1>
        公开形式和类别 <small lang="en">Forms and classes of the district</small>
      </h1>
      <Done text={done} />
      <section class="table-scroll" tabindex={0} aria-label="公开形式">
        <table class="catalogue">
          <caption>公开形式</caption>
          <thead>
            <tr>
              {['名称', '最大范围', '本系统公开', '公开栏网页', '公示屏', '纸质材料'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {vocabulary.map((form) => (
              <tr>
                <th scope="row">
                  {form.name}
                  {form.aliases && <p class="small">又称：{form.aliases.join('、')}</p>}
                </th>
                <td data-label="最大范围">{AUDIENCE_NAMES[form.widest]}</td>
                <td data-label="本系统公开">{mark(form.online)}</td>
                <td data-label="公开栏网页">{mark(form.boardPage)}</td>
                <td data-label="公示屏">{mark(form.display)}</td>
                <td data-label="纸质材料">{mark(form.document)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="sheet">
        <h2>目录类别</h2>
        <ul>
          {classes.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </section>
      {mayEdit ? <Editing {...props} forms={forms} /> : <p class="note">由区党务公开办公室增减。</p>}
    </Page>
  );
}

function Editing({ vocabulary, classes, forms }: VocabularyProps) {
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, name }));
  return (
    <>
      <CaseForm props={forms} action="keep-form" title="增列或修改公开形式" button="保存" folded>
        {(filled) => (
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
        )}
      </CaseForm>
      <CaseForm props={forms} action="retire-form" title="取消公开形式" folded>
        {(filled) => (
          <>
            <SelectField
              filled={filled}
              name="retire-form.name"
              label="公开形式"
              choices={named(vocabulary.map(({ name }) => name))}
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
            <SelectField filled={filled} name="retire-class.name" label="类别" choices={named(classes)} />
            <Reason filled={filled} name="retire-class.reason" label="理由" />
          </>
        )}
      </CaseForm>
    </>
  );
}
