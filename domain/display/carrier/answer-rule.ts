/** How a system that answers 200 whatever happened says whether it took the message. */
export interface AnswerRule {
  /** Where in the JSON answer the code stands, e.g. `errcode` or `result.code`. */
  readonly path: string;
  /** Codes that mean success, as texts: `0`, `true`, `ok`. */
  readonly equals: readonly string[];
  /** Where the sentence stands that explains another code. */
  readonly message?: string | undefined;
  /** Codes that mean "not so fast", with the seconds of silence that they ask for. */
  readonly busy?: Readonly<Record<string, number>> | undefined;
}

export type RuleVerdict =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: string; readonly retryAfter?: number };

/** An answer without the code is no success: a proxy's error page has none either. */
export function judge(body: string, { path, equals, message, busy = {} }: AnswerRule): RuleVerdict {
  const answer = parse(body);
  const code = textAt(answer, path);
  if (code === undefined) return { accepted: false, reason: `no ${path} in the answer` };
  if (equals.includes(code)) return { accepted: true };
  const sentence = message === undefined ? undefined : textAt(answer, message);
  const retryAfter = Object.hasOwn(busy, code) ? busy[code] : undefined;
  return {
    accepted: false,
    reason: `${path} ${code}${sentence ? `: ${sentence}` : ''}`,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** The text, number or truth value at a path of names joined by full stops; undefined when there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), value);
  const isPlain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
  return isPlain ? String(found) : undefined;
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
