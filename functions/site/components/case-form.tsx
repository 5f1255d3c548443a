import { LIMITS } from '../../../domain/limits.ts';
import { emptyForm } from '../forms/form-data.ts';
import { AreaField, ErrorSummary, type Filled } from './field.tsx';

export interface CaseFormsProps {
  /** Under which each action has its address. */
  readonly base: string;
  readonly commandId: string;
  readonly version?: number | undefined;
  /** The code of whoever asked without a name. */
  readonly code?: string | undefined;
  readonly refused?: { readonly action: string; readonly filled: Filled } | undefined;
}

interface CaseFormProps {
  readonly props: CaseFormsProps;
  readonly action: string;
  readonly title: string;
  readonly button?: string;
  /** Folded away until somebody wants it. */
  readonly folded?: boolean;
  readonly start?: Filled['values'];
  readonly children?: (filled: Filled) => unknown;
}

/** One form about a case that becomes one command. */
export function CaseForm({ props, action, title, button = title, folded, start, children }: CaseFormProps) {
  const { base, commandId, version, code, refused } = props;
  const filled = refused?.action === action ? refused.filled : emptyForm(start);
  const form = (
    <form method="post" action={`${base}/${action}#${action}`} novalidate>
      <ErrorSummary filled={filled} />
      <input type="hidden" name="command" value={`${commandId}-${action}`} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      {code !== undefined && <input type="hidden" name="code" value={code} />}
      {children?.(filled)}
      <p class="actions">
        <button class={folded ? 'button second' : 'button'} type="submit">
          {button}
        </button>
      </p>
    </form>
  );
  if (folded)
    return (
      <details id={action} open={filled.errors.length > 0}>
        <summary>{title}</summary>
        <div class="inside">{form}</div>
      </details>
    );
  return (
    <section class="sheet no-print" id={action}>
      <h2>{title}</h2>
      {form}
    </section>
  );
}

export const choices = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, name]) => ({ value, name }));

/** Why, in words. */
export const Reason = ({
  filled,
  name,
  label,
  hint,
}: {
  filled: Filled;
  name: string;
  label: string;
  hint?: string;
}) => <AreaField filled={filled} name={name} label={label} max={LIMITS.reason} hint={hint} />;
