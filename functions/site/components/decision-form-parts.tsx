import type { DecisionReading, DecisionWork } from '../../shell/reading/decision-reading.ts';
import type { CaseFormsProps } from './case-form.tsx';
import { type Filled, TextField } from './field.tsx';

export interface DecisionFormsProps {
  readonly decision: DecisionReading;
  readonly work: DecisionWork;
  readonly forms: CaseFormsProps;
  /** Disclosed items that name this decision. */
  readonly results: readonly { readonly id: string; readonly title: string }[];
  /** Surveys that have closed. */
  readonly surveys: readonly { readonly id: string; readonly title: string }[];
}

interface PlainProps {
  readonly filled: Filled;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}
export const DayField = (props: PlainProps) => <TextField {...props} type="date" />;
export const NumberField = (props: PlainProps) => <TextField {...props} type="number" />;
