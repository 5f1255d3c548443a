import { describe, expect, it } from 'vitest';
import { eachOf } from '../../infra/local/sample/each-of.ts';
import { OPINION, SCHEME, STATISTICS } from '../domain/profile/samples.ts';
import { DISTRICT, PEOPLE } from '../support/school.ts';
import { idOf, pathOf } from './duties-support.ts';
import { DAY } from './support.ts';
import {
  branchRoster,
  HOSPITAL,
  hospitalRoster,
  membersOf,
  secretaryOf,
  WARDS,
} from './systems-hospital-roster.ts';
import { type Doings, told } from './systems-support.ts';

const [ABOVE, HERE] = [pathOf(DISTRICT), pathOf(HOSPITAL)];
const { clerk, office, otherHead, districtOffice } = PEOPLE;
/** 监督小组 of the district; one of the two comes from the hospital. */
const [inspector, fromHospital] = ['fang-wei', 'xia-yun'];

/** 连云港市妇幼保健院: a committee with six branches and 132 members, and no school. */
export function hospital(does: Doings): void {
  const { made, post, read, status, tasks, words } = does;
  let circular: string;
  let order: string;
  const received = (ward: string, place = '') =>
    `${pathOf(ward)}/received-circulars/${HOSPITAL}/${circular}${place}`;
  describe('a hospital', () => {
    it('[LY-01] [LY-05] comes in from its rosters: six branches, 132 members, two heads of its leading group', async () => {
      // The district sets up the committee and its branches; who belongs to those, the committee says.
      const files = [
        [DISTRICT, districtOffice, hospitalRoster()],
        [HOSPITAL, office, branchRoster()],
      ] as const;
      for (const [place, by, rows] of files) {
        const answer = await does.world.call('POST', `${pathOf(place)}/roster`, by, { rows });
        expect(answer.body.stage, answer.text).toBe('imported');
      }
      await does.world.cloud.idle();
      const { organisations } = await read('/v1/organisations');
      expect(
        organisations.flatMap(({ id, kind, superior }: Record<string, string>) =>
          superior === HOSPITAL ? [[id, kind]] : [],
        ),
      ).toEqual(WARDS.map((ward) => [ward, 'branch']));
      const { work, bodies } = await read(HERE, office);
      expect(new Set(work.people.map(({ id }: { id: string }) => id)).size).toBe(132);
      const group = bodies.find(({ body }: { body: string }) => body === 'leading-group');
      expect(group.seats.map(({ title }: { title: string }) => title)).toEqual([
        '组长',
        '组长',
        ...WARDS.map(() => '成员'),
      ]);
      await post(`${HERE}/catalogue/adoption`, districtOffice, { template: 'committee', version: 1 });
    });

    it('[LY-02] [LY-03] [LY-04] has statistics that add up, and hides small figures outside the Party', async () => {
      const { employment, sex, age, education } = STATISTICS;
      for (const [field, wrong] of Object.entries({
        employment: { ...employment, active: 107 },
        sex: { ...sex, female: 85 },
        age: { ...age, to54: 30 },
        education: { ...education, basic: 5 },
      })) {
        const answer = await does.world.call('POST', `${HERE}/statistics`, office, {
          ...STATISTICS,
          [field]: wrong,
        });
        expect([answer.body.code, answer.body.field]).toEqual(['statistics-do-not-add-up', field]);
      }
      await does.world.act(`${HERE}/statistics`, office, STATISTICS);
      const schooling = async (reader?: string) => {
        const { branches, members } = await read(`${HERE}/statistics`, reader);
        expect([branches, members.total]).toEqual([6, 132]);
        const { parts } = members.breakdowns.find(
          ({ breakdown }: { breakdown: string }) => breakdown === 'education',
        );
        return parts.map(({ count }: { count?: number }) => count);
      };
      for (const outside of [undefined, otherHead])
        expect(await schooling(outside)).toEqual([7, 67, 27, undefined, undefined, undefined]);
      expect(await schooling('ward-4-9')).toEqual([7, 67, 27, 23, 4, 4]);
      const page = (reader?: string) => words(`/o/${HOSPITAL}/statistics`, reader);
      expect(await page()).toContain('初中及以下 ＊');
      expect(await page('ward-4-9')).toContain('初中及以下 4');
    });

    it('[LY-10] [LY-19] says on what each disclosure rests, and its summary splits them by that', async () => {
      await does.world.ok('PUT', `${HERE}/bases`, office, { bases: [OPINION] });
      await does.world.ok('PUT', `${HERE}/citations`, office, { row: 'c-24', bases: [OPINION.id] });
      await post(`${HERE}/schemes`, office, { ...SCHEME, title: '妇幼保健院党务公开方案' });
      const scheme = await read(`${HERE}/schemes`);
      expect(scheme).toMatchObject({
        bases: [{ number: '连发[2010]37号' }],
        citations: { 'c-24': [OPINION.id] },
        shown: { bases: [OPINION.id] },
      });
      for (const basis of ['statutory', 'voluntary', 'voluntary', 'on-request'])
        await does.world.disclose(
          HOSPITAL,
          told({ basis, title: `医疗设备采购情况（${basis}）`, basedOn: OPINION.number }),
        );
      const { summary } = await read(`${HERE}/summaries/2026`, office);
      const tables = summary.sections.flatMap((section: { tables: object[] }) => section.tables);
      const { figures } = tables.find(({ caption }: { caption: string }) => caption === '按公开方式');
      const counted = figures.map(({ name, count }: { name: string; count: number }) => [name, count]);
      expect(Object.fromEntries(counted)).toEqual({ 法定公开: 1, 主动公开: 2, 依申请公开: 1 });
    });

    it('[LY-13] records meetings of the four kinds, each counted', async () => {
      const kinds = ['general', 'briefing', 'organisation-life', 'opinions'];
      for (const type of kinds)
        await post(`${HERE}/activities`, clerk, {
          kind: 'meeting',
          meeting: { type, layer: 'members' },
          title: '党员大会',
          heldOn: does.world.day(-1),
          place: '学术报告厅',
          attendance: { members: 120 },
        });
      await does.world.cloud.idle();
      const { year } = await read(`${HERE}/activities?year=2026`, clerk);
      expect(year.meetings).toEqual(Object.fromEntries(kinds.map((kind) => [kind, 1])));
    });

    it('sends a document to its branches, one of which reads it as a whole', async () => {
      const sent = await does.world.act(`${HERE}/circulars`, office, {
        title: '关于开展廉政学习的通知',
        text: '请组织全体党员学习。',
        recipients: WARDS,
        readers: 'party',
        task: '学习后报送小结。',
        dueOn: does.world.day(1),
      });
      circular = sent.body.id;
      for (const ward of ['ward-1', 'ward-2']) await post(received(ward, '/receipt'), secretaryOf(ward));
      await eachOf(membersOf('ward-1'), async ([reader]) => {
        await post(received('ward-1', '/readings'), reader);
      });
      for (const reader of ['ward-2-1', 'ward-2-9']) await post(received('ward-2', '/readings'), reader);
      await does.world.act(received('ward-1', '/completion'), 'ward-1-1', { note: '全体党员已学习。' });
      expect(await status(received('ward-1'), 'ward-2-3')).toBe(404);
      const inbox = await read(`${pathOf('ward-3')}/received-circulars`, 'ward-3-7');
      expect(inbox.circulars).toMatchObject([{ id: circular, issuer: HOSPITAL, asked: true }]);
      expect(await words(`/o/ward-3/circulars/${HOSPITAL}/${circular}`, 'ward-3-7')).toContain(
        '请组织全体党员学习。',
      );
    });

    it('is visited by a supervisor who is not from there, and has something to put right', async () => {
      const people = [inspector, fromHospital].map((id, index) => ({
        id,
        name: ['方伟', '夏云'][index],
        partyMember: true,
        staff: true,
      }));
      await post(`${ABOVE}/people`, districtOffice, { people });
      const place = { body: 'supervision-group', position: 'member', from: '2026-01-01' };
      await post(`${ABOVE}/seats`, districtOffice, { ...place, person: inspector });
      await post(`${ABOVE}/seats`, districtOffice, { ...place, person: fromHospital, unit: HOSPITAL });
      const plan = { means: 'check', on: does.world.day(0), purpose: '查看宣传栏。' };
      expect(await does.world.refused(`${HERE}/visits`, fromHospital, plan)).toBe('not-permitted');
      const along = { ...plan, visitors: [inspector, fromHospital] };
      expect(await does.world.refused(`${HERE}/visits`, inspector, along)).toBe('visitor-conflict');
      const visit = await made(`${HERE}/visits`, inspector, plan);
      expect(await tasks(ABOVE, inspector, idOf(visit))).toEqual(['record-visit']);
      await post(`${visit}/record`, inspector, { on: does.world.day(0), summary: '查看了门诊楼宣传栏。' });
      await post(`${visit}/findings`, inspector, { aspect: 'form', text: '宣传栏内容没有标注日期。' });
      order = await made(`${HERE}/rectification-orders`, inspector, {
        aspects: ['form'],
        text: '请标注公开日期。',
        owner: clerk,
        dueOn: does.world.day(1),
        visit: idOf(visit),
      });
      expect(await tasks(HERE, clerk, idOf(order))).toEqual(['meet-order']);
      const seen = await read(visit, clerk);
      expect(seen).toMatchObject({ stage: 'held', findings: [{ aspect: 'form' }] });
      expect(seen.followUps.map(({ id }: { id: string }) => id)).toEqual([idOf(order)]);
    });

    it('[LY-12] knows after the day which branches have not read, and each branch who of them', async () => {
      await does.world.pass(2 * DAY);
      const { lines } = await read(`${HERE}/circulars/${circular}`, office);
      expect(lines).toMatchObject([
        { id: 'ward-1', read: 22, of: 22, done: { late: false }, late: false },
        { id: 'ward-2', read: 2, of: 22, late: true },
        ...['ward-3', 'ward-4', 'ward-5', 'ward-6'].map((id) => ({ id, read: 0, of: 22, late: true })),
      ]);
      expect(lines[1]).toHaveProperty('receivedAt');
      expect(lines[2]).not.toHaveProperty('receivedAt');
      const { work } = await read(received('ward-2'), secretaryOf('ward-2'));
      expect(work).toMatchObject({ of: 22 });
      const unread = membersOf('ward-2').flatMap(([, name]) =>
        ['党员1', '党员9'].includes(name) ? [] : [name],
      );
      expect(work.unread).toEqual(unread);
      expect(await read(received('ward-2'), 'ward-2-9')).not.toHaveProperty('work');
      const page = await words(`/desk/o/${HOSPITAL}/circulars/${circular}`, office);
      expect(page).toContain('第2支部');
    });

    it('[LY-11] tells its news at any time, once somebody else has seen that it holds no secret, beside the catalogue', async () => {
      const rows = async () =>
        (await read(`${HERE}/catalogue`)).rows.map(({ items }: { items: object[] }) => items);
      const before = [
        await rows(),
        await read(`${HERE}/board`),
        await read(`${HERE}/ledgers/2026Q3`, office),
      ];
      const news = await made(`${HERE}/news`, clerk, {
        stream: 'party',
        title: '院党委到社区开展义诊',
        text: '三个科室的党员参加。',
        audience: 'public',
        notSecret: true,
      });
      expect(await status(news)).toBe(404);
      const checked = { version: 1, notSecret: true };
      expect(await does.world.refused(`${news}/release`, clerk, checked)).toBe('news-own');
      await does.world.act(`${news}/release`, office, checked);
      expect(await read(news)).toMatchObject({ label: '党建动态', shown: { title: '院党委到社区开展义诊' } });
      expect(await words(`/o/${HOSPITAL}/news`)).toContain('院党委到社区开展义诊');
      expect([
        await rows(),
        await read(`${HERE}/board`),
        await read(`${HERE}/ledgers/2026Q3`, office),
      ]).toEqual(before);
    });

    it('is late with what it was to put right, until the supervisor has seen it', async () => {
      const overdue = async () =>
        (await read(`${HERE}/follow-ups?overdue=true`, clerk)).followUps.map(({ id }: { id: string }) => id);
      expect(await overdue()).toEqual([idOf(order)]);
      expect(await tasks(HERE, clerk, idOf(order))).toEqual(['meet-order!']);
      expect(await tasks(ABOVE, inspector, idOf(order))).toEqual(['press-follow-up!']);
      await post(`${order}/report`, clerk, { proof: '已全部标注日期。' });
      const verified = { ok: true, note: '已现场核验。' };
      expect(await does.world.refused(`${order}/verification`, fromHospital, verified)).toBe('not-permitted');
      await does.world.act(`${order}/verification`, inspector, verified);
      expect(await overdue()).toEqual([]);
      expect(await read(order, clerk)).toMatchObject({ stage: 'settled' });
    });
  });
}
