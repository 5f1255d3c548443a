/**
 * EventBridge's event patterns, also used by the filters of event source mappings. A pattern is compiled once, at the
 * start, so that an operator which is not known here is an error then and never an event that silently goes nowhere.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export type Matcher = (event: unknown) => boolean;

export class PatternProblem extends Error {}

type Test = (value: unknown) => boolean;

/** @throws PatternProblem for an operator or shape that is not known. */
export function compilePattern(pattern: unknown): Matcher {
  if (pattern === null || typeof pattern !== 'object' || Array.isArray(pattern)) {
    throw new PatternProblem('a pattern must be an object');
  }
  const fields = Object.entries(pattern).map(([key, expected]) =>
    key === '$or' ? compileOr(expected) : compileField(key, expected),
  );
  return (event) => fields.every((field) => field(event));
}

function compileOr(alternatives: unknown): Matcher {
  if (!Array.isArray(alternatives) || alternatives.length < 2) {
    throw new PatternProblem('$or needs a list of at least two patterns');
  }
  const matchers = alternatives.map(compilePattern);
  return (event) => matchers.some((matches) => matches(event));
}

function compileField(key: string, expected: unknown): Matcher {
  if (!Array.isArray(expected)) {
    const nested = compilePattern(expected);
    // An array of objects matches when one of them does.
    return (event) => listOf(read(event, key)).some((value) => nested(value ?? {}));
  }
  if (expected.length === 0) throw new PatternProblem(`the list of ${key} is empty`);
  const tests = expected.map(compileTest);
  return (event) => {
    const value = read(event, key);
    const values =
      Array.isArray(value) && value.length > 0 ? value : [Array.isArray(value) ? undefined : value];
    return tests.some((test) => values.some(test));
  };
}

const read = (event: unknown, key: string): unknown =>
  event !== null && typeof event === 'object' ? (event as Record<string, unknown>)[key] : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function compileTest(expected: unknown): Test {
  if (expected === null || typeof expected !== 'object') return (value) => value === expected;
  const entries = Object.entries(expected);
  const [operator, argument] = entries[0] ?? ['', undefined];
  const compile = OPERATORS[operator];
  if (entries.length !== 1 || compile === undefined) {
    throw new PatternProblem(`unknown operator ${JSON.stringify(Object.keys(expected).join(', '))}`);
  }
  return compile(argument);
}

const text = (argument: unknown, operator: string): string => {
  if (typeof argument === 'string' && argument !== '') return argument;
  throw new PatternProblem(`${operator} needs a text`);
};

const onText =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value === 'string' && test(value);

const OPERATORS: Readonly<Record<string, (argument: unknown) => Test>> = {
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw new PatternProblem('exists needs true or false');
    return (value) => (value !== undefined) === argument;
  },
  prefix: (argument) => affix('prefix', argument, (value, part) => value.startsWith(part)),
  suffix: (argument) => affix('suffix', argument, (value, part) => value.endsWith(part)),
  'equals-ignore-case': (argument) => {
    const wanted = text(argument, 'equals-ignore-case').toLowerCase();
    return onText((value) => value.toLowerCase() === wanted);
  },
  wildcard: (argument) => {
    const expression = wildcard(text(argument, 'wildcard'));
    return onText((value) => expression.test(value));
  },
  numeric: compileNumeric,
  'anything-but': compileAnythingBut,
};

function affix(operator: string, argument: unknown, test: (value: string, part: string) => boolean): Test {
  if (argument !== null && typeof argument === 'object' && 'equals-ignore-case' in argument) {
    const part = text(argument['equals-ignore-case'], operator).toLowerCase();
    return onText((value) => test(value.toLowerCase(), part));
  }
  const part = text(argument, operator);
  return onText((value) => test(value, part));
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/\\([\\*])|\*|[\s\S]/g, (part, escaped: string | undefined) => {
    if (escaped !== undefined) return literally(escaped);
    return part === '*' ? '[\\s\\S]*' : literally(part);
  });
  return new RegExp(`^${source}$`);
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function compileNumeric(argument: unknown): Test {
  if (!Array.isArray(argument) || ![2, 4].includes(argument.length)) {
    throw new PatternProblem('numeric needs one or two comparisons');
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const compare = COMPARISONS[String(argument[index])];
    const bound = argument[index + 1];
    if (compare === undefined || typeof bound !== 'number') {
      throw new PatternProblem(`unknown comparison ${JSON.stringify(argument)}`);
    }
    tests.push((value: number) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

/** Needs the field to be there: a missing field is not "anything but". */
function compileAnythingBut(argument: unknown): Test {
  if (argument === null || typeof argument !== 'object' || Array.isArray(argument)) {
    const unwanted = listOf(argument);
    if (unwanted.some((each) => typeof each !== 'string' && typeof each !== 'number')) {
      throw new PatternProblem('anything-but needs texts or numbers');
    }
    return (value) => value !== undefined && !unwanted.includes(value);
  }
  const [operator, operand] = Object.entries(argument)[0] ?? ['', undefined];
  if (!['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(operator)) {
    throw new PatternProblem(`unknown operator "anything-but ${operator}"`);
  }
  const tests = listOf(operand).map((each) => compileTest({ [operator]: each }));
  return (value) => value !== undefined && !tests.some((test) => test(value));
}
