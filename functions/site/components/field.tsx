import type { Child, PropsWithChildren } from 'hono/jsx';
import { labelOf } from '../forms/labels.ts';

/** One thing that was wrong, with the field it stands beside. */
export interface FieldError {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** What a form was filled with and what was wrong with it. Values by field name; a list where several may be chosen. */
export interface Filled {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: readonly FieldError[];
}

export const fieldValue = ({ values }: Filled, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

export const isChosen = ({ values }: Filled, name: string, choice: string): boolean => {
  const value = values[name];
  return typeof value === 'string' ? value === choice : (value?.includes(choice) ?? false);
};

export const idOf = (name: string): string => `f-${name.replace(/[^\p{L}\p{N}_-]/gu, '-')}`;
const errorsOf = (filled: Filled, name: string) => filled.errors.filter((error) => error.field === name);

/** True when something is wrong with the field, or with one below it: `objection` for `objection.phone`. */
export const hasErrors = (filled: Filled, name: string): boolean =>
  filled.errors.some(({ field }) => field === name || field.startsWith(`${name}.`));

interface FieldProps {
  readonly filled: Filled;
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly optional?: boolean;
}

/** Points assistive technology at hint and errors. */
const describedBy = (filled: Filled, name: string, hint: Child | undefined) => {
  const ids = [
    ...(hint ? [`${idOf(name)}-hint`] : []),
    ...(errorsOf(filled, name).length > 0 ? [`${idOf(name)}-error`] : []),
  ];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(errorsOf(filled, name).length > 0 && { 'aria-invalid': 'true' as const }),
  };
};

export function Errors({ filled, name }: { filled: Filled; name: string }) {
  const errors = errorsOf(filled, name);
  if (errors.length === 0) return null;
  return (
    <span class="error" id={`${idOf(name)}-error`}>
      {errors.map(({ zh, en }) => (
        <>
          <span class="vh">错误：</span>
          {zh}
          <small lang="en">{en}</small>
        </>
      ))}
    </span>
  );
}

const Hint = ({ name, hint }: { name: string; hint: Child | undefined }) =>
  hint ? (
    <span class="hint" id={`${idOf(name)}-hint`}>
      {hint}
    </span>
  ) : null;

const Label = ({ name, label, optional }: { name: string; label: string; optional: boolean | undefined }) => (
  <label for={idOf(name)}>
    {label}
    {optional && <span class="optional">（可不填）</span>}
  </label>
);

const wrongIf = (filled: Filled, name: string) =>
  errorsOf(filled, name).length > 0 ? 'field wrong' : 'field';

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'number' | 'date' | 'datetime-local' | 'tel' | 'search' | 'password';
  readonly max?: number;
  readonly list?: string;
}

export function TextField({ filled, name, label, hint, optional, type = 'text', max }: TextProps) {
  return (
    <div class={wrongIf(filled, name)}>
      <Label name={name} label={label} optional={optional} />
      <Hint name={name} hint={hint} />
      <Errors filled={filled} name={name} />
      <input
        type={type}
        id={idOf(name)}
        name={name}
        value={fieldValue(filled, name)}
        {...(max && { maxlength: max })}
        {...(type === 'number' && { inputmode: 'numeric', min: 0 })}
        {...(type === 'password' && { autocomplete: 'off' })}
        {...describedBy(filled, name, hint)}
      />
    </div>
  );
}

interface LineProps {
  readonly filled: Filled;
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'date' | 'datetime-local';
  /** Without it the label shows on narrow screens only; on wide ones the table around it says the same. */
  readonly shown?: boolean;
}

/** One of several inputs on a line of a table or list. */
export function LineInput({ filled, name, label, type = 'text', shown }: LineProps) {
  return (
    <div class={errorsOf(filled, name).length > 0 ? 'wrong' : ''}>
      <label for={idOf(name)} class={shown ? 'small' : 'small in-table'}>
        {label}
      </label>
      <Errors filled={filled} name={name} />
      <input
        type={type}
        id={idOf(name)}
        name={name}
        value={fieldValue(filled, name)}
        {...describedBy(filled, name, undefined)}
      />
    </div>
  );
}

interface AreaProps extends FieldProps {
  readonly max: number;
  readonly long?: boolean;
}

export function AreaField({ filled, name, label, hint, optional, max, long }: AreaProps) {
  return (
    <div class={wrongIf(filled, name)}>
      <Label name={name} label={label} optional={optional} />
      <Hint name={name} hint={hint} />
      <Errors filled={filled} name={name} />
      <textarea
        id={idOf(name)}
        name={name}
        maxlength={max}
        class={long ? 'long' : ''}
        data-count={`${idOf(name)}-count`}
        {...describedBy(filled, name, hint)}
      >
        {fieldValue(filled, name)}
      </textarea>
      <small id={`${idOf(name)}-count`} />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly hint?: string | undefined;
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[];
}

export function SelectField({ filled, name, label, hint, optional, choices }: ChoiceProps) {
  return (
    <div class={wrongIf(filled, name)}>
      <Label name={name} label={label} optional={optional} />
      <Hint name={name} hint={hint} />
      <Errors filled={filled} name={name} />
      <select id={idOf(name)} name={name} {...describedBy(filled, name, hint)}>
        {choices.map((choice) => (
          <option value={choice.value} selected={isChosen(filled, name, choice.value)}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Radio buttons, or checkboxes when several may be chosen. */
export function ChoiceField(props: ChoiceProps & { readonly several?: boolean; readonly row?: boolean }) {
  const { filled, name, label, hint, optional, choices, several, row } = props;
  return (
    <fieldset class={wrongIf(filled, name)} id={idOf(name)} {...describedBy(filled, name, hint)}>
      <legend>
        {label}
        {optional && <span class="optional">（可不填）</span>}
      </legend>
      <Hint name={name} hint={hint} />
      <Errors filled={filled} name={name} />
      <div class={row ? 'choices row' : 'choices'}>
        {choices.map((choice) => (
          <OneChoice filled={filled} name={name} choice={choice} several={several ?? false} />
        ))}
      </div>
    </fieldset>
  );
}

export function OneChoice(props: {
  filled: Filled;
  name: string;
  choice: Choice;
  several: boolean;
  id?: string;
}) {
  const { filled, name, choice, several } = props;
  const id = props.id ?? `${idOf(name)}-${idOf(choice.value)}`;
  return (
    <div class="choice">
      <input
        type={several ? 'checkbox' : 'radio'}
        id={id}
        name={name}
        value={choice.value}
        checked={isChosen(filled, name, choice.value)}
      />
      <label for={id}>
        {choice.name}
        {choice.hint && <small>{choice.hint}</small>}
      </label>
    </div>
  );
}

/** Everything that was wrong, at the head of the page, each line leading to its field. */
export function ErrorSummary({ filled }: { filled: Filled }) {
  if (filled.errors.length === 0) return null;
  return (
    <section
      class="note bad"
      role="alert"
      tabindex={-1}
      data-error-summary=""
      aria-labelledby="error-summary"
    >
      <h2 id="error-summary">未能办理，请核对以下 {filled.errors.length} 处</h2>
      <ul>
        {filled.errors.map(({ field, zh, en }) => (
          <li>
            {field === '' ? zh : <a href={`#${idOf(field)}`}>{`${labelOf(field)}${zh}`}</a>}{' '}
            <small lang="en">{en}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Fields that are needed now and then only; open when something is in them or wrong with them. */
export function Fold(props: PropsWithChildren<{ title: string; open: boolean; hint?: string }>) {
  return (
    <details open={props.open}>
      <summary>{props.title}</summary>
      <div class="inside">
        {props.hint && <p class="small">{props.hint}</p>}
        {props.children}
      </div>
    </details>
  );
}
