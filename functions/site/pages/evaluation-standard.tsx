import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import { CRITERIA, CRITERION_IDS, SUB_SCORES } from '../../../domain/evaluation/criteria.ts';
import {
  type Standard,
  TEMPLATE_FIELDS,
  type TemplateField,
} from '../../../domain/evaluation/standard/state.ts';
import { CaseForm, type CaseFormsProps, choices } from '../components/case-form.tsx';
import { ChoiceField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { STANDARD_NUMBERS, standardValues } from '../forms/evaluation-actions.ts';
import { Done } from './topics.tsx';

interface StandardProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly period: PeriodName;
  readonly edition: number;
  readonly standard: Standard;
  /** Quarters from which a new one may hold; nothing for whoever may not publish one. */
  readonly quarters: readonly PeriodName[];
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 考评标准: what a quarter is scored by, and for the district's office a new edition of it. */
export function EvaluationStandardPage(props: StandardProps) {
  const { frame, organisation, period, edition, standard, quarters, forms, done } = props;
  return (
    <Page
      frame={frame}
      title="考评标准"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/evaluation`, name: '考评' }]}
    >
      <h1>
        考评标准 <small lang="en">Standard</small>
      </h1>
      <Done text={done} />
      <p>
        {periodTitle(period)}适用
        {edition === 0 ? '系统初始标准（区里尚未发布）' : `第 ${edition} 版`}。
      </p>
      <InForce standard={standard} />
      {quarters.length > 0 && (
        <CaseForm
          props={forms}
          action="publish"
          title="发布新标准"
          button="发布"
          folded
          start={standardValues(standard)}
        >
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="publish.from"
                label="自哪个季度起施行"
                choices={quarters.map((name) => ({ value: name, name: periodTitle(name) }))}
              />
              {CRITERION_IDS.map((id) => (
                <TextField
                  filled={filled}
                  name={`publish.standard.weights.${id}`}
                  label={`${CRITERIA[id].name.zh}（分）`}
                  type="number"
                />
              ))}
              {STANDARD_NUMBERS.map(({ path, label }) => (
                <TextField filled={filled} name={`publish.standard.${path}`} label={label} type="number" />
              ))}
              <ChoiceField
                filled={filled}
                name="publish.standard.fields"
                label="统一模板：每个事项必须填写"
                choices={choices(TEMPLATE_FIELDS)}
                several
                row
                optional
              />
            </>
          )}
        </CaseForm>
      )}
    </Page>
  );
}

function InForce({ standard }: { standard: Standard }) {
  const fieldName = (field: TemplateField) => TEMPLATE_FIELDS[field];
  return (
    <section class="sheet">
      <h2>现行标准</h2>
      <section class="table-scroll wide" tabindex={0} aria-label="各项指标">
        <table>
          <thead>
            <tr>
              {['指标', '归入', '分值', '公式'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CRITERION_IDS.map((id) => (
              <tr>
                <th scope="row">{CRITERIA[id].name.zh}</th>
                <td>{SUB_SCORES[CRITERIA[id].part].zh}</td>
                <td>{standard.weights[id]}</td>
                <td>{CRITERIA[id].formula.zh}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul>
        {STANDARD_NUMBERS.map(({ path, label, of }) => (
          <li key={path}>
            {label}：{of(standard)}
          </li>
        ))}
        <li>
          统一模板必填字段：
          {standard.fields.length === 0
            ? '无（形式、范围不超出目录条目即可）'
            : standard.fields
                .map(({ field, rows }) => `${fieldName(field)}${rows ? `（限条目 ${rows.join('、')}）` : ''}`)
                .join('、')}
        </li>
      </ul>
    </section>
  );
}
