import type { FieldValues } from './fields.ts';
import { fill } from './template.ts';
import { escapeXml, xmlFault } from './xml.ts';

interface ContentType {
  /** As the header has it. */
  readonly header: string;
  /** The filled-in body. Whatever the values hold, a reader of this type gets the very values back. */
  readonly write: (template: string, values: FieldValues) => string;
  /** What keeps the template from being one, in Chinese and English; undefined when nothing does. */
  readonly fault: (template: string) => Fault | undefined;
}

export interface Fault {
  readonly zh: string;
  readonly en: string;
}

/**
 * The bodies that templates are written for. JSON and forms are taken apart before the values come in and put together
 * afterwards, so there is nothing to escape; XML is escaped; in plain text each value stays on the line it stands on.
 */
export const CONTENT_TYPES = {
  json: {
    header: 'application/json; charset=utf-8',
    write: (template, values) =>
      JSON.stringify(mapTexts(JSON.parse(template), (text) => fill(text, values, asItIs))),
    fault: jsonFault,
  },
  form: {
    header: 'application/x-www-form-urlencoded',
    write: (template, values) => {
      const filled = new URLSearchParams();
      for (const [name, value] of new URLSearchParams(template))
        filled.append(name, fill(value, values, asItIs));
      return filled.toString();
    },
    fault: formFault,
  },
  text: {
    header: 'text/plain; charset=utf-8',
    write: (template, values) => fill(template, values, onOneLine),
    fault: () => undefined,
  },
  xml: {
    header: 'application/xml; charset=utf-8',
    write: (template, values) => fill(template, values, escapeXml),
    fault: xmlFault,
  },
} as const satisfies Readonly<Record<string, ContentType>>;
export type ContentTypeName = keyof typeof CONTENT_TYPES;

const asItIs = (value: string): string => value;
const onOneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** The value with each text in it replaced; names of members stay. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, change)]));
}

function jsonFault(template: string): Fault | undefined {
  try {
    JSON.parse(template);
  } catch {
    const zh = '不是有效的 JSON（变量须写在引号内，如 "{{title}}"）';
    return { zh, en: 'not valid JSON (a variable stands inside quotes, as in "{{title}}")' };
  }
  return namesHold(JSON.parse(template)) ? VARIABLE_IN_NAME : undefined;
}

function formFault(template: string): Fault | undefined {
  const names = [...new URLSearchParams(template).keys()];
  if (names.length === 0) return { zh: '没有任何表单项', en: 'holds no form field' };
  return names.some((name) => name.includes('{{')) ? VARIABLE_IN_NAME : undefined;
}

const VARIABLE_IN_NAME: Fault = { zh: '变量不能用作字段名', en: 'a variable cannot be the name of a member' };

function namesHold(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const isNamed = !Array.isArray(value) && Object.keys(value).some((name) => name.includes('{{'));
  return isNamed || Object.values(value).some(namesHold);
}
