import { beforeEach, describe, expect, it } from 'vitest';
import { isOpinionNews } from '../../../domain/alert/alert.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import type { FeedbackCommandType } from '../../../domain/feedback/commands.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { AlertWorld, DISTRICT, SCHOOL } from './alert-world.ts';

const OPINION = 'opinion-1';
const WORDS = '食堂的账目请公开。';
const VISITOR: Actor = { kind: 'system', name: 'visitor' };
const by = (person: string): Actor => ({ kind: 'person', person, organisation: SCHOOL.organisation });

let world: AlertWorld;
beforeEach(() => {
  world = new AlertWorld();
  // A Tuesday, nine in the morning; fifteen working days lead to the 22nd.
  world.now = '2026-12-01T01:00:00.000Z';
});

async function issue(type: FeedbackCommandType, data: object, actor: Actor = by('zhou-min')): Promise<void> {
  const common = { now: world.now, actor, commandId: `${type}-${world.now}`, correlation: 'test' };
  await world.feedback.issue(SCHOOL, OPINION, { ...common, type, data } as never);
  await world.settle();
}
const leave = (actor: Actor = VISITOR, from: object = { kind: 'anonymous' }) =>
  issue('LeaveFeedback', { text: WORDS, from, speaker: 'staff', channel: 'online' }, actor);

/** Who was told what, digest by digest, in the order in which each digest was begun. */
function told(): readonly string[] {
  return world.recorded('DIGEST').flatMap(({ event: { type, data } }) => {
    if (type !== 'AlertNoted') return [];
    const { addressee, alert } = data as never as Parameters<typeof alertText>[0];
    return [alertText({ addressee, alert })];
  });
}
const alertText = ({ addressee, alert }: { addressee: { id: string }; alert: Record<string, unknown> }) =>
  `${addressee.id} ${alert.kind}${alert.step ? ` ${alert.step}` : ''}`;

describe('an opinion', () => {
  it('[DF-26] that nobody took up is given to the office, who is told, and climbs the ladder of duties', async () => {
    await leave();
    expect(told()).toEqual([]);
    await world.at('2026-12-01T16:00:00.000Z');
    expect(told()).toEqual(['zhou-min opinion-assigned']);
    await world.at('2026-12-11T01:00:00.000Z', '2026-12-22T01:00:00.000Z', '2026-12-23T01:00:00.000Z');
    expect(told().slice(1)).toEqual([
      'zhou-min due-soon T-7',
      'zhou-min due-soon T',
      'ma-yuan due-soon T',
      'chen-guang overdue T+1',
      'zhou-min overdue T+1',
    ]);
    await world.at('2026-12-29T01:00:00.000Z');
    // The district's office, and the owner again.
    expect(told().slice(6)).toEqual(['qiu-lan escalated T+5', 'zhou-min escalated T+5']);
  });

  it('[JX-21] is put to the leader at once, and whoever was told hears that it is answered', async () => {
    await leave();
    await issue('RaiseFeedback', { reason: '涉及面广。' });
    expect(told()).toEqual(['chen-guang opinion-raised']);
    await world.at('2026-12-01T16:00:00.000Z', '2026-12-23T01:00:00.000Z');
    const before = told();
    await issue('AnswerFeedback', { text: '账目已上栏。', outcome: 'adopted' });
    const heard = ['chen-guang met T+1', 'zhou-min met T+1'];
    expect(told().toSorted()).toEqual([...before, ...heard].toSorted());
    // And nothing more of it, however long it takes.
    await world.at('2027-01-04T01:00:00.000Z', '2027-02-01T01:00:00.000Z');
    expect(told()).toHaveLength(before.length + 2);
  });

  it('tells whoever left it under their name', async () => {
    await leave(by('ma-yuan'), { kind: 'signed' });
    await issue('AnswerFeedback', { text: '账目已上栏。', outcome: 'adopted' });
    await world.at('2026-12-09T01:00:00.000Z');
    expect(told()).toEqual(['ma-yuan opinion-answered', 'ma-yuan opinion-closed']);
  });

  it('is never quoted; the district hears how many there are and not which', async () => {
    await leave();
    await world.at('2026-12-01T16:00:00.000Z', '2026-12-29T01:00:00.000Z');
    const noted = world.recorded('DIGEST').map(({ event }) => JSON.stringify(event));
    expect(noted.join()).not.toContain(WORDS);
    const alerts = world
      .recorded('DIGEST')
      .flatMap(({ event: { data } }) => (data as { alert?: never }).alert ?? []);
    const above = linesOf(alerts, DISTRICT.organisation, true).map(({ text }) => text);
    expect(above.filter((text) => text.startsWith('云溪小学'))).toEqual([
      '云溪小学：逾期1项，最早期限2026年12月22日',
    ]);
    const own = linesOf(alerts, SCHOOL.organisation, true);
    expect(own.map(({ text }) => text)).toContain('逾期：意见建议，答复期限2026年12月22日');
    expect(own.find(({ about }) => about?.opinion === OPINION)).toBeDefined();
    expect(alerts.filter(isOpinionNews).length).toBeGreaterThan(0);
  });
});
