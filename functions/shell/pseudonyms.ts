import type { OrgScope } from '../../domain/kernel/scope.ts';

/**
 * Under what a person counts among the supporters of an organisation's topics: the same for all of them, so that merged
 * topics count everybody once, and made under the system's key, so that the record does not say who they are.
 */
export const supporterOf = (
  receipts: { issue(scope: OrgScope, request: string): { readonly id: string } },
  scope: OrgScope,
  person: string | undefined,
): string | undefined =>
  // The space keeps it apart from every idempotency key, which may hold none.
  person === undefined ? undefined : receipts.issue(scope, `supporter ${person}`).id;

interface Caster {
  readonly survey: string;
  /** Idempotency key of the request. */
  readonly key: string;
  readonly person: string | undefined;
  /** The office enters what somebody said on paper. */
  readonly entered: boolean;
}

/**
 * Where somebody's answers are kept: for a person the same place each time, under the system's key; for a visitor, and
 * for what the office enters, a new one for each request.
 */
export const ballotOf = (
  receipts: { issue(scope: OrgScope, request: string): { readonly id: string } },
  scope: OrgScope,
  { survey, key, person, entered }: Caster,
): string => {
  const isKnown = person !== undefined && !entered;
  // The spaces keep it apart from every idempotency key, which may hold none.
  return receipts.issue(scope, isKnown ? `ballot ${survey} of ${person}` : `ballot ${survey} ${key}`).id;
};
