import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { IssueRequest } from './request.ts';
import type { Voice } from './voice.ts';

/** Whether the request brings the receipt of this very opinion or case. Who tries codes is slowed down. */
export async function holdsReceipt(
  { receipts, guard }: Voice,
  scope: OrgScope,
  { receipt, address, now }: IssueRequest,
  id: string,
): Promise<boolean> {
  if (receipt === undefined) return false;
  await guard.admit(scope, 'follow', address, now);
  await guard.admit(scope, 'receipt', receipt, now);
  return receipts.idFor(scope, receipt) === id;
}
