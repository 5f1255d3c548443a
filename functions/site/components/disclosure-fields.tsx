import type { DocumentTypes } from '../../../domain/catalogue/document-types.ts';
import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { AUDIENCE_HINTS, AUDIENCE_NAMES } from '../words.ts';
import {
  AreaField,
  ChoiceField,
  Errors,
  type Filled,
  Fold,
  fieldValue,
  hasErrors,
  idOf,
  isChosen,
  LineInput,
  OneChoice,
  TextField,
} from './field.tsx';

export type People = readonly { readonly id: string; readonly name: string }[];

export const personChoices = (people: People) => people.map(({ id, name }) => ({ value: id, name }));

/** What a document says that asks for objections. With JavaScript the fields step back while it is another one. */
export function NoticeFields({ filled, types }: { filled: Filled; types: DocumentTypes }) {
  const asking = types.filter(({ asksObjections }) => asksObjections);
  const isNotice = asking.some(({ id }) => id === fieldValue(filled, 'documentType'));
  const names = asking.map(({ name }) => `“${name}”`).join('');
  return (
    <div data-shown-for={`documentType=${asking.map(({ id }) => id).join(' ')}`}>
      <Fold title={`公示事项（文种为${names}时必填）`} open={isNotice || hasErrors(filled, 'objection')}>
        <TextField
          filled={filled}
          name="objection.periodDays"
          label="公示期（天）"
          type="number"
          hint="自公开次日起算，期满自动撤下。"
        />
        <TextField filled={filled} name="objection.contact" label="联系人" max={LIMITS.name} />
        <TextField filled={filled} name="objection.phone" label="联系电话" type="tel" max={LIMITS.name} />
        <TextField
          filled={filled}
          name="objection.supervisionPhone"
          label="监督电话"
          type="tel"
          max={LIMITS.name}
        />
        <AreaField filled={filled} name="objection.howToObject" label="异议提出方式" max={LIMITS.note} />
      </Fold>
    </div>
  );
}

/** To whom and when: one line for each audience, so that audience and plan cannot disagree. */
export function DisclosureFields({ filled, people }: { filled: Filled; people: People }) {
  return (
    <>
      <fieldset class="field" id={idOf('releasePlan')}>
        <legend>公开范围与时间</legend>
        <span class="hint">
          勾选要公开的范围；时间不填，即审批通过后公开。重大决策、干部任免和涉及切身利益的事项，须先党内、后党外，党外须写明时间。
        </span>
        <Errors filled={filled} name="releasePlan" />
        <table class="plan">
          <thead>
            <tr>
              <th scope="col">范围</th>
              <th scope="col">公开时间（北京时间，可不填）</th>
            </tr>
          </thead>
          <tbody>
            {AUDIENCES.toReversed().map((audience) => (
              <tr>
                <td>
                  <OneChoice
                    filled={filled}
                    name="releasePlan"
                    several
                    choice={{
                      value: audience,
                      name: AUDIENCE_NAMES[audience],
                      hint: AUDIENCE_HINTS[audience],
                    }}
                  />
                </td>
                <td>
                  <LineInput
                    filled={filled}
                    name={`at.${audience}`}
                    label={`${AUDIENCE_NAMES[audience]}公开时间`}
                    type="datetime-local"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <div data-shown-for="releasePlan=named">
        <Fold
          title="特定对象名单（范围含“特定对象”时必填）"
          open={isChosen(filled, 'releasePlan', 'named') || hasErrors(filled, 'named')}
        >
          <ChoiceField
            filled={filled}
            name="named"
            label="可以查看的人员"
            several
            row
            choices={personChoices(people)}
          />
        </Fold>
      </div>
    </>
  );
}

interface FormFieldsProps {
  readonly filled: Filled;
  readonly row: { readonly forms: readonly string[] };
  readonly vocabulary: readonly string[];
}

/** The forms of the row first; anything else asks for a reason. */
export function FormFields({ filled, row, vocabulary }: FormFieldsProps) {
  const others = vocabulary.filter((name) => !row.forms.includes(name));
  const open = others.some((name) => isChosen(filled, 'forms', name)) || hasErrors(filled, 'exception');
  const own = row.forms.length > 0 ? row.forms : vocabulary;
  return (
    <>
      <ChoiceField
        filled={filled}
        name="forms"
        label="公开形式"
        hint={
          row.forms.length > 0
            ? '目录行列出的形式，选一种或几种。会议、文件等线下形式，公开后须登记凭证。'
            : '目录行未限定形式，选一种或几种。'
        }
        several
        row
        choices={own.map((name) => ({ value: name, name }))}
      />
      <Fold title="目录行以外的形式或更大的范围（须说明理由）" open={open}>
        {row.forms.length > 0 && (
          <fieldset class="field">
            <legend>其他公开形式</legend>
            <div class="choices row">
              {others.map((name) => (
                <OneChoice filled={filled} name="forms" several choice={{ value: name, name }} />
              ))}
            </div>
          </fieldset>
        )}
        <AreaField filled={filled} name="exception" label="例外理由" optional max={LIMITS.reason} />
      </Fold>
    </>
  );
}
