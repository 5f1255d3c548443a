import { beforeEach, describe, expect, it } from 'vitest';
import { type Alert, isDutyAlert } from '../../../domain/alert/alert.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import type { EnquiryCommandType } from '../../../domain/enquiry/commands.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { AlertWorld, SCHOOL } from './alert-world.ts';

const ID = 'request-1';
const SUBJECT = '校车租赁合同的费用明细';
const by = (person: string): Actor => ({ kind: 'person', person, organisation: SCHOOL.organisation });

const VISITOR: Actor = { kind: 'system', name: 'visitor' };

let world: AlertWorld;
beforeEach(() => {
  world = new AlertWorld();
  // A Tuesday, nine in the morning; three working days lead to Friday the 4th.
  world.now = '2026-12-01T01:00:00.000Z';
});

async function issue(type: EnquiryCommandType, data: object, actor: Actor): Promise<void> {
  const common = { now: world.now, actor, commandId: `${type}-${world.now}`, correlation: 'test' };
  await world.enquiries.issue(SCHOOL, ID, {
    ...common,
    type,
    data,
    holdsReceipt: actor === VISITOR,
  } as never);
  await world.settle();
}
const ask = () =>
  issue(
    'RegisterEnquiry',
    { subject: SUBJECT, from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' },
    VISITOR,
  );

/** What was noted in digests: for whom, and what. */
const noted = () =>
  world.recorded('DIGEST').flatMap(({ event: { type, data } }) => {
    if (type !== 'AlertNoted') return [];
    return [data as unknown as { readonly addressee: { readonly id: string }; readonly alert: Alert }];
  });
const told = () =>
  noted().map(
    ({ addressee, alert }) => `${addressee.id} ${alert.kind} ${isDutyAlert(alert) ? alert.step : ''}`,
  );

const REMINDER = '2026-12-02T16:00:00.000Z';
const END = '2026-12-04T16:00:00.000Z';

describe('a request', () => {
  it('reminds its owner a working day before, and tells the leaders once it is late', async () => {
    await ask();
    expect(told()).toEqual([]);
    await world.at(REMINDER);
    expect(told()).toContain('zhou-min due-soon T-1');
    await world.at(END);
    expect(told()).toEqual(expect.arrayContaining(['zhou-min overdue T+1', 'chen-guang overdue T+1']));
  });

  it('is never quoted in a reminder, which leads to its page', async () => {
    await ask();
    await world.at(REMINDER, END);
    const lines = linesOf(
      noted().map(({ alert }) => alert),
      SCHOOL.organisation,
      true,
    );
    expect(lines.map(({ text }) => text)).toContain('逾期：依申请公开，办理期限2026年12月4日');
    expect(lines[0]?.about).toEqual({ organisation: SCHOOL.organisation, enquiry: ID });
    expect(JSON.stringify([world.recorded('DIGEST'), world.everything(), world.mails])).not.toContain(
      SUBJECT,
    );
  });

  it('tells whoever was told that it is done, once, and nobody else', async () => {
    await ask();
    await world.at(REMINDER);
    const before = told();
    const proposal = { outcome: 'refused', ground: 'party-secret', text: '不能公开。', matter: 'ordinary' };
    await issue('ProposeDecision', proposal, by('zhou-min'));
    await issue('ApproveDecision', {}, by('chen-guang'));
    // A complaint has a date of its own, of which nobody had to be told.
    await issue('FileComplaint', { text: '应当公开。' }, VISITOR);
    await issue('DecideComplaint', { upheld: false, text: '维持。' }, by('qiu-lan'));
    const heard = before.map((line) => line.replace('due-soon', 'met'));
    expect(told().toSorted()).toEqual([...before, ...heard].toSorted());
    await world.at(END, '2027-01-04T01:00:00.000Z');
    expect(told()).toHaveLength(before.length * 2);
  });

  it('decided on in time is spoken of to nobody', async () => {
    await ask();
    const proposal = { outcome: 'refused', ground: 'party-secret', text: '不能公开。', matter: 'ordinary' };
    await issue('ProposeDecision', proposal, by('zhou-min'));
    await issue('ApproveDecision', {}, by('chen-guang'));
    await world.at(REMINDER, END);
    expect(told()).toEqual([]);
  });
});
