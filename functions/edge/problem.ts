import { Refusal, type RefusalKind, type RefusalText } from '../../domain/kernel/refusal.ts';

/** One thing wrong with an input. */
export interface InputError {
  /** Path of the field, e.g. `releasePlan.1.at`; empty for the body as a whole. */
  readonly field: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Problem details (RFC 9457). `code` is stable; the sentences may be reworded. */
export interface Problem {
  /** Relative, so that it stays the same wherever the district runs this. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly field?: string;
  /** Everything that is wrong with a malformed input, not just the first thing. */
  readonly errors?: readonly InputError[];
  /** The version to reload, when the request was about an older one. */
  readonly currentVersion?: number;
  /** What to quote when asking for help; the log has it too. */
  readonly correlation: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A refusal of the door itself, under a status that no rule of the domain has. */
export class DoorRefusal extends Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    text: RefusalText,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, text, {});
    this.status = status;
    this.headers = headers;
  }
}

/** An input with one or more errors, each with its field. */
export class MalformedInput extends Refusal {
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    const zh = errors.map((error) => (error.field ? `${error.field}：${error.zh}` : error.zh)).join(' ');
    const en = errors.map((error) => (error.field ? `${error.field}: ${error.en}` : error.en)).join(' ');
    const [first] = errors;
    super('input-malformed', { kind: 'malformed', zh, en }, first ? { field: first.field } : {});
    this.errors = errors;
  }
}

/** One error of the door's own, for what no schema sees. */
export const malformedField = (field: string, code: string, zh: string, en: string): MalformedInput =>
  new MalformedInput([{ field, code, zh, en }]);

const STATUS: Record<RefusalKind, number> = {
  malformed: 400,
  'not-signed-in': 401,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  rule: 422,
};

const TITLES: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  405: 'This resource does not take that method',
  409: 'Somebody was faster',
  412: 'The version you expected is out of date',
  413: 'The request is too large',
  415: 'The content type is not supported',
  422: 'A rule has to be met first',
  500: 'The server failed',
};

export interface Occurrence {
  /** Path of the request. */
  readonly instance: string;
  readonly correlation: string;
  /** The request named the version it expected. */
  readonly conditional: boolean;
}

export function problemOf(refusal: Refusal, { instance, correlation, conditional }: Occurrence): Problem {
  const status = statusOf(refusal, conditional);
  const { field, current } = refusal.details;
  return {
    type: `/problems/${refusal.code}`,
    title: TITLES[status] ?? 'The request was refused',
    status,
    detail: refusal.en,
    instance,
    code: refusal.code,
    zh: refusal.zh,
    en: refusal.en,
    ...(field !== undefined && { field }),
    ...(refusal instanceof MalformedInput && { errors: refusal.errors }),
    ...(typeof current === 'number' && { currentVersion: current }),
    correlation,
  };
}

function statusOf(refusal: Refusal, conditional: boolean): number {
  if (refusal instanceof DoorRefusal) return refusal.status;
  if (conditional && refusal.code === 'version-conflict') return 412;
  return STATUS[refusal.text.kind];
}

/** Says nothing about what failed: that is in the log, under the correlation id. */
export const serverFailed = (): DoorRefusal =>
  new DoorRefusal(500, 'server-failed', {
    kind: 'rule',
    zh: '系统出错，请稍后再试；如仍不成功，请将编号告知管理员。',
    en: 'The server failed. Try again later; if it goes on, tell the administrator the correlation id.',
  });
