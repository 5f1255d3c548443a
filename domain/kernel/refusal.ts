/**
 * Why a command is refused. The kind says what the caller can do about it:
 * `malformed` mend the input; `not-signed-in` sign in; `forbidden` ask somebody else; `unknown` look again;
 * `conflict` reload, somebody was faster; `rule` meet the rule first.
 */
export type RefusalKind = 'malformed' | 'not-signed-in' | 'forbidden' | 'unknown' | 'conflict' | 'rule';

export interface RefusalText {
  readonly kind: RefusalKind;
  /** What, where and how to mend, in Chinese. `{name}` is replaced by the detail of that name. */
  readonly zh: string;
  readonly en: string;
}

export type RefusalTable = Readonly<Record<string, RefusalText>>;

export interface RefusalDetails {
  /** JSON path of the offending input, e.g. `releasePlan.1.at`. */
  readonly field?: string;
  /** Values for the placeholders of the text. Never personal data: refusals are logged. */
  readonly [name: string]: string | number | undefined;
}

/** A command that the rules do not allow. Nothing was written. The code is stable; the texts may be reworded. */
export class Refusal extends Error {
  readonly code: string;
  readonly text: RefusalText;
  readonly details: RefusalDetails;

  constructor(code: string, text: RefusalText, details: RefusalDetails) {
    super(fill(text.en, details));
    this.name = 'Refusal';
    this.code = code;
    this.text = text;
    this.details = details;
  }

  get zh(): string {
    return fill(this.text.zh, this.details);
  }

  get en(): string {
    return this.message;
  }
}

/** Builds the `refuse` of one module, so that a code that is not in its table does not compile. */
export function refuser<Table extends RefusalTable>(table: Table) {
  return function refuse(code: keyof Table & string, details: RefusalDetails = {}): never {
    throw new Refusal(code, table[code] as RefusalText, details);
  };
}

function fill(text: string, details: RefusalDetails): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'));
}

/** Refusals that any aggregate or door may need. */
export const KERNEL_REFUSALS = {
  'input-malformed': {
    kind: 'malformed',
    zh: '填写内容有误：{reason}。',
    en: 'The input is malformed: {reason}.',
  },
  'identifier-malformed': {
    kind: 'malformed',
    zh: '编号格式不正确：只能由小写字母、数字和连字符组成，长度 2 至 40。',
    en: 'Malformed identifier: use 2 to 40 lower-case letters, digits and hyphens.',
  },
  'not-signed-in': { kind: 'not-signed-in', zh: '请先登录。', en: 'Sign in first.' },
  'token-rejected': {
    kind: 'not-signed-in',
    zh: '登录凭证无效或已过期，请重新登录。',
    en: 'The token is invalid or has expired; sign in again.',
  },
  'not-permitted': {
    kind: 'forbidden',
    zh: '您在本组织没有办理此事的岗位。办理岗位：{allowed}。',
    en: 'You hold no seat that may do this here. It takes: {allowed}.',
  },
  'seat-unfit': {
    kind: 'forbidden',
    zh: '您选定的履职身份不能办理此事。请改选“自动”，或选：{allowed}。',
    en: 'The seat that you chose to act under may not do this. Let the system choose, or choose: {allowed}.',
  },
  'not-found': { kind: 'unknown', zh: '没有找到，或您无权查看。', en: 'Not found, or not visible to you.' },
  'version-conflict': {
    kind: 'conflict',
    zh: '内容已被他人更新（现为第 {current} 版），请重新载入后再办理。',
    en: 'Somebody was faster: the current version is {current}. Reload and try again.',
  },
  'key-reused': {
    kind: 'conflict',
    zh: '同一个 Idempotency-Key 已用于另一项请求，请换一个新的。',
    en: 'This Idempotency-Key was used for a different request. Use a new one.',
  },
  'already-exists': { kind: 'conflict', zh: '该编号已被使用。', en: 'This identifier is already in use.' },
} as const satisfies RefusalTable;

export const refuse = refuser(KERNEL_REFUSALS);
