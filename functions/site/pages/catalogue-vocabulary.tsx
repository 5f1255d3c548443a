import type { DocumentTypes } from '../../../domain/catalogue/document-types.ts';
import type { FormVocabulary } from '../../../domain/catalogue/forms.ts';
import type { WordChange } from '../../../domain/catalogue/vocabulary/diff.ts';
import type { Vocabulary } from '../../../domain/catalogue/vocabulary/state.ts';
import type { VocabularyVersion } from '../../shell/reading/vocabulary-readings.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { VocabularyForms } from '../components/vocabulary-forms.tsx';
import { VocabularyVersions, WordTable } from '../components/vocabulary-versions.tsx';
import { AUDIENCE_NAMES } from '../words.ts';
import { Done } from './topics.tsx';

interface VocabularyProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly vocabulary: Required<Vocabulary>;
  /** Oldest first; the first is what every district starts with. */
  readonly versions: readonly VocabularyVersion[];
  readonly compared:
    | { readonly from: number; readonly to: number; readonly changes: readonly WordChange[] }
    | undefined;
  /** Of the district's office. */
  readonly mayEdit: boolean;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

const mark = (is: boolean): string => (is ? '✓' : '—');

/** 公开形式、目录类别和文种: the words that everybody in the district works with (HZ-12, JX-20). */
export function VocabularyPage(props: VocabularyProps) {
  const { frame, organisation, vocabulary, versions, compared, mayEdit, forms, done } = props;
  return (
    <Page
      frame={frame}
      title="公开形式、类别和文种"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue`, name: '目录管理' }]}
    >
      <h1>
        公开形式、类别和文种 <small lang="en">Forms, classes and document types of the district</small>
      </h1>
      <Done text={done} />
      {compared && (
        <WordTable changes={compared.changes} caption={`第 ${compared.from} 版与第 ${compared.to} 版对照`} />
      )}
      <FormTable forms={vocabulary.forms} />
      <section class="sheet">
        <h2>目录类别</h2>
        <ul>
          {vocabulary.classes.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </section>
      <TypeTable types={vocabulary.documentTypes} />
      {mayEdit ? (
        <VocabularyForms vocabulary={vocabulary} forms={forms} />
      ) : (
        <p class="note">由区党务公开办公室增减。</p>
      )}
      <VocabularyVersions versions={versions} here={`/desk/o/${organisation}/catalogue/vocabulary`} />
    </Page>
  );
}

function FormTable({ forms }: { forms: FormVocabulary }) {
  return (
    <section class="table-scroll" tabindex={0} aria-label="公开形式">
      <table class="catalogue">
        <caption>公开形式</caption>
        <thead>
          <tr>
            {['名称', '最大范围', '本系统公开', '公开栏网页', '公示屏', '办公系统', '纸质材料'].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => (
            <tr>
              <th scope="row">
                {form.name}
                {form.aliases && <p class="small">又称：{form.aliases.join('、')}</p>}
              </th>
              <td data-label="最大范围">{AUDIENCE_NAMES[form.widest]}</td>
              <td data-label="本系统公开">{mark(form.online)}</td>
              <td data-label="公开栏网页">{mark(form.boardPage)}</td>
              <td data-label="公示屏">{mark(form.display)}</td>
              <td data-label="办公系统">{mark(form.officeSystem === true)}</td>
              <td data-label="纸质材料">{mark(form.document)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TypeTable({ types }: { types: DocumentTypes }) {
  return (
    <section class="table-scroll" tabindex={0} aria-label="文种">
      <table class="catalogue">
        <caption>文种</caption>
        <thead>
          <tr>
            {['名称', '编号', '征求异议', '使用情况'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {types.map(({ id, name, asksObjections, retired }) => (
            <tr>
              <th scope="row">{name}</th>
              <td data-label="编号">{id}</td>
              <td data-label="征求异议">{mark(asksObjections)}</td>
              <td data-label="使用情况">{retired ? '已停用' : '在用'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
