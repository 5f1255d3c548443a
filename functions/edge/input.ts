import type * as z from 'zod/mini';
import { hasControlCharacters } from '../../domain/control-characters.ts';
import { TEXT_PROBLEMS } from '../../domain/text.ts';
import { type InputError, MalformedInput } from './problem.ts';

/** Nothing that the API takes is nested deeper; more is an attack on whoever walks through it. */
const MAX_DEPTH = 20;
const MAX_ERRORS = 50;
const MAX_FIELD_LENGTH = 200;

/** What was sent, checked against the schema. @throws MalformedInput with every error and its field */
export function parseInput<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.infer<Schema> {
  const hidden = controlCharacters(input, [], 0);
  if (hidden.length > 0) throw malformed(hidden);
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw malformed(result.error.issues.flatMap((issue) => errorsOf(issue, input)));
}

const malformed = (errors: readonly InputError[]) => new MalformedInput(errors.slice(0, MAX_ERRORS));

type Path = readonly PropertyKey[];

/**
 * Control characters anywhere in the input, keys included, so that a schema that forgets to look is no hole.
 * CR LF is what browsers send at the end of a line.
 */
function controlCharacters(value: unknown, path: Path, depth: number): InputError[] {
  if (depth > MAX_DEPTH) {
    return [{ field: nameOf(path), code: 'too-deep', zh: '嵌套过深。', en: 'This is nested too deeply.' }];
  }
  if (typeof value === 'string') return isHidden(value) ? [controlError(path)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, key];
    return isHidden(key) ? [controlError(path)] : controlCharacters(inner, place, depth + 1);
  });
}

const isHidden = (text: string): boolean => hasControlCharacters(text.replace(/\r\n?/g, '\n'));

const controlError = (path: Path): InputError => ({
  field: nameOf(path),
  code: 'text-control-characters',
  ...TEXT_PROBLEMS['text-control-characters'],
});

function errorsOf(issue: z.core.$ZodIssue, input: unknown): InputError[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: nameOf([...path, key]),
      code: 'field-unknown',
      zh: '没有这一项。',
      en: 'There is no such field.',
    }));
  }
  return [{ field: nameOf(path), ...reasonOf(issue, input) }];
}

type Reason = Omit<InputError, 'field'>;

function reasonOf(issue: z.core.$ZodIssue, input: unknown): Reason {
  if (issue.message in TEXT_PROBLEMS) {
    return { code: issue.message, ...TEXT_PROBLEMS[issue.message as keyof typeof TEXT_PROBLEMS] };
  }
  if (valueAt(input, issue.path) === undefined) {
    return { code: 'field-missing', zh: '此项必填。', en: 'This is required.' };
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected);
    case 'invalid_value':
      return {
        code: 'value-unknown',
        zh: `只能是：${issue.values.join('、')}。`,
        en: `Must be one of: ${issue.values.join(', ')}.`,
      };
    case 'too_big':
    case 'too_small':
      return outOfBounds(issue);
    case 'invalid_format':
      return { code: 'format-wrong', ...formatOf(issue.format) };
    case 'invalid_union':
      return { code: 'variant-unknown', zh: '不是允许的取值或组合。', en: 'None of the allowed variants.' };
    case 'invalid_key':
      return { code: 'value-wrong', zh: '不能有这样的名称。', en: 'A field must not be called this.' };
    default:
      // A rule of our own says in the schema what it asks for; zod itself has no sentences here.
      return { code: 'value-wrong', zh: '取值不符合要求。', en: `Not acceptable: ${issue.message}.` };
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否（true/false）',
  object: '对象',
  array: '列表',
};

const wrongType = (expected: string): Reason => ({
  code: 'type-wrong',
  zh: `类型不对，应为${TYPES[expected] ?? expected}。`,
  en: `Wrong type: expected ${expected}.`,
});

function outOfBounds(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Reason {
  const isMax = issue.code === 'too_big';
  const bound = String(isMax ? issue.maximum : issue.minimum);
  const unit = { string: ['个字', ' characters'], array: ['项', ' entries'] }[issue.origin as string] ?? [
    '',
    '',
  ];
  return {
    code: isMax ? 'too-large' : 'too-small',
    zh: `${isMax ? '最多' : '至少'} ${bound}${unit[0] && ` ${unit[0]}`}。`,
    en: `${isMax ? 'At most' : 'At least'} ${bound}${unit[1]}.`,
  };
}

const FORMATS: Readonly<Record<string, { zh: string; en: string }>> = {
  datetime: {
    zh: '应为 UTC 时间，例如 2026-11-22T08:00:00.000Z。',
    en: 'Must be an instant in UTC such as 2026-11-22T08:00:00.000Z.',
  },
  url: { zh: '应为网址。', en: 'Must be a URL.' },
};

const formatOf = (format: string): { zh: string; en: string } =>
  FORMATS[format] ?? { zh: '格式不正确。', en: 'The format is wrong.' };

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );
}

const nameOf = (path: Path): string => path.map(String).join('.').slice(0, MAX_FIELD_LENGTH);
