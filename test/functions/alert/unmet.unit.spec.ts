import { beforeAll, expect, it } from 'vitest';
import { digestId } from '../../../domain/alert/digest-state.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { remindOfUnmetDemand } from '../../../functions/daily-scan/unmet.ts';
import { PEOPLE, SCHOOL, sampleDistrict } from '../../browser/support/fixture.ts';
import { DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';

const scope = new OrgScope(SCHOOL);
const SUBJECT = '校车租赁合同的费用明细';
let district: MemoryDistrict;
beforeAll(async () => {
  district = await sampleDistrict();
});

const ask = async (id: string, subject: string) => {
  await district.enquiries.issue(scope, id, {
    type: 'RegisterEnquiry',
    data: { subject, from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' },
    actor: { kind: 'system', name: 'visitor' },
    now: district.now,
    commandId: `ask-${id}`,
    correlation: 'test',
  });
  await district.settle();
};
/** Everything that the head of the office was told in the first days of December. */
async function told() {
  const { digests } = district.services('');
  const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
  const addressee = { kind: 'person', id: PEOPLE.director[0] } as const;
  const loaded = await Promise.all(days.map((day) => digests.load(scope, digestId(addressee, day))));
  return loaded.flatMap(({ state }) => (state ? linesOf(state.alerts, SCHOOL, true) : []));
}
const scan = (now: string) => {
  const { aggregates, views, digests } = district.services('');
  return remindOfUnmetDemand({ aggregates, views, digests, district: DISTRICT }, now);
};

it('what is asked for again and again is told to the office once, when the month is over', async () => {
  await ask('first', SUBJECT);
  await ask('other', '食堂食材供应商名单');
  await scan('2026-12-01T00:30:00.000Z');
  expect(await told()).toEqual([]);

  await ask('second', SUBJECT);
  await scan('2026-11-30T00:30:00.000Z');
  await scan('2026-12-09T00:30:00.000Z');
  expect(await told()).toEqual([]);
  const lines = [
    {
      text: '2026年11月有1项内容多次被申请而从未公开，请研究是否主动公开',
      about: { organisation: SCHOOL, unmet: '2026-11' },
    },
  ];
  await scan('2026-12-01T00:30:00.000Z');
  expect(await told()).toEqual(lines);
  // Whatever is asked for besides, and however often the days are scanned.
  await ask('third', '食堂食材供应商名单');
  for (const day of ['01', '02', '04', '07']) await scan(`2026-12-${day}T00:40:00.000Z`);
  expect(await told()).toEqual(lines);
});
