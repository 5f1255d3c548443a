import type { Item, Version } from '../../../domain/item/state.ts';
import type { FileReading } from '../../shell/reading/file-reading.ts';
import type { ItemReading } from '../../shell/reading/item-reading.ts';
import type { Offers } from '../desk-actions.ts';
import type { DeskAction } from '../forms/command-forms.ts';
import { emptyForm } from '../forms/form-data.ts';
import { ErrorSummary, type Filled } from './field.tsx';

/** Files of the item that passed their inspection, and the one that the person has just come with. */
export interface Uploads {
  readonly files: readonly FileReading[];
  readonly attach?: string | undefined;
}

/** What the forms on an item's desk page stand on. */
export interface ActionFormsProps {
  readonly item: Item;
  readonly version: Version;
  readonly reading: ItemReading;
  /** The roster, of whom members to consult are chosen. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Of a plan that may be closed: the disclosed items that carried it out. */
  readonly results: readonly { readonly id: string; readonly title: string }[];
  readonly offers: Offers;
  readonly uploads: Uploads;
  readonly refused?: { readonly action: DeskAction; readonly filled: Filled } | undefined;
  readonly base: string;
  readonly hidden: Readonly<Record<string, string>>;
}

interface ActionFormProps {
  readonly props: ActionFormsProps;
  readonly action: DeskAction;
  readonly title: string;
  readonly button: string;
  /** Folded away until somebody wants it. */
  readonly folded?: boolean;
  /** What the inputs begin with. */
  readonly start?: Filled['values'];
  /** The inputs: as they were refused, or as they begin. */
  readonly children: (filled: Filled) => unknown;
}

/** One form that becomes one command. */
export function ActionForm({ props, action, title, button, folded, start, children }: ActionFormProps) {
  const filled = props.refused?.action === action ? props.refused.filled : emptyForm(start);
  const body = (
    <form method="post" action={`${props.base}/${action}#${action}`} novalidate>
      <ErrorSummary filled={filled} />
      {Object.entries(props.hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={name === 'command' ? `${value}-${action}` : value} />
      ))}
      {children(filled)}
      <p class="actions">
        <button class={folded ? 'button second' : 'button'} type="submit">
          {button}
        </button>
      </p>
    </form>
  );
  if (!folded) {
    return (
      <section class="sheet" id={action}>
        <h2>{title}</h2>
        {body}
      </section>
    );
  }
  return (
    <details id={action} open={filled.errors.length > 0}>
      <summary>{title}</summary>
      <div class="inside">{body}</div>
    </details>
  );
}
