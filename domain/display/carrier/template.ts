import { FIELDS, type Field, type FieldValues } from './fields.ts';

/** A variable in a template: `{{title}}`, spaces inside allowed. */
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names between double braces that are no fields. */
export const unknownVariables = (template: string): readonly string[] =>
  variablesIn(template).filter((name) => !isField(name));

/** True when something begins like a variable and is none. */
export const hasStrayBraces = (template: string): boolean => template.replace(VARIABLE, '').includes('{{');

/** Every name between double braces, in the order of the template. */
export const variablesIn = (template: string): readonly string[] =>
  [...template.matchAll(VARIABLE)].map(([, name = '']) => name);

/**
 * Puts values in the places of variables, in one pass: what a value holds is never read as a variable itself.
 *
 * @param write how a value stands in the text around it
 */
export const fill = (template: string, values: FieldValues, write: (value: string) => string): string =>
  template.replace(VARIABLE, (whole, name: string) => (isField(name) ? write(values[name]) : whole));

export const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);
