import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope, type StreamName } from '../../../domain/kernel/scope.ts';
import { MOST_HEADS } from '../../../domain/seal/seal.ts';
import { verifyRecord } from '../../../domain/seal/verification.ts';
import { DISTRICT, SealedDistrict } from './world.ts';

const SCHOOL = new OrgScope('dongfang');
const ITEM = SCHOOL.stream('ITEM', 'i-1');
const OTHER = SCHOOL.stream('ITEM', 'i-2');
const seal = (organisation: string, quarter = '2026q4'): StreamName =>
  new OrgScope(organisation).stream('SEAL', quarter);
const anchor = (organisation: string, quarter = '2026q4'): StreamName =>
  new OrgScope(organisation).stream('ANCHOR', quarter);
const morning = (day: string) => `${day}T00:30:00.000Z`;

describe('the daily seals', () => {
  let district: SealedDistrict;
  beforeEach(async () => {
    district = await SealedDistrict.of([DISTRICT], ['dongfang', DISTRICT], ['hezui', DISTRICT]);
    await district.record(ITEM, '2026-10-20T02:00:00.000Z', 1);
    await district.sealDay(morning('2026-10-21'));
  });

  it('name what has changed, and the superior names the seals', async () => {
    const organisation = SCHOOL.stream('ORGANISATION', 'dongfang');
    expect(await district.named(seal('dongfang'))).toEqual([
      [
        [ITEM, 1],
        [organisation, 1],
      ],
    ]);
    expect(await district.named(anchor(DISTRICT))).toEqual([
      [
        [seal('dongfang'), 1],
        [seal('hezui'), 1],
      ],
    ]);
    // The root seals its anchors at once, since nobody does it for it.
    expect(await district.named(seal(DISTRICT))).toEqual([
      [
        [anchor(DISTRICT), 1],
        [new OrgScope(DISTRICT).stream('ORGANISATION', DISTRICT), 1],
      ],
    ]);
    expect(district.verify('dongfang', DISTRICT)).toMatchObject({
      streams: 3,
      commits: 3,
      seals: 1,
      last: { day: '2026-10-21' },
      anchored: { day: '2026-10-21' },
      unsealed: 0,
      faults: [],
    });
  });

  it('are named by the new superior once an organisation was moved, and those before vouch as well', async () => {
    const group = new OrgScope('jituan').stream('ORGANISATION', 'jituan');
    const named = { name: '教育集团党委', shortName: '集团', kind: 'committee', superior: DISTRICT };
    await district.record(group, '2026-10-21T02:00:00.000Z', named, 'OrganisationOnboarded');
    const move = { to: 'jituan', from: '2026-10-21', basis: '通知', reason: '集团化办学' };
    const organisation = SCHOOL.stream('ORGANISATION', 'dongfang');
    await district.record(organisation, '2026-10-21T03:00:00.000Z', move, 'OrganisationMoved');
    await district.sealDay(morning('2026-10-22'));
    expect(await district.named(anchor('jituan'))).toEqual([[[seal('dongfang'), 2]]]);
    const above = (await district.named(anchor(DISTRICT)))
      .flat()
      .filter(([name]) => name === seal('dongfang'));
    expect(above).toEqual([[seal('dongfang'), 1]]);
    const both = [...district.recordOf('dongfang', DISTRICT), ...district.recordOf('jituan')].filter(
      ({ stream }) => !stream.startsWith('ORG#jituan#ORG'),
    );
    const whole = verifyRecord({ organisation: 'dongfang', superior: 'jituan' }, both);
    expect([whole.faults, whole.anchored?.day]).toEqual([[], '2026-10-22']);
    const [first] = district.recordOf('dongfang').filter(({ stream }) => stream === seal('dongfang'));
    const rewritten = both.filter((commit) => commit.hash !== first?.hash);
    const found = verifyRecord({ organisation: 'dongfang', superior: 'jituan' }, rewritten);
    expect(found.faults).toContainEqual({
      stream: seal('dongfang'),
      version: 1,
      fault: 'sealed-but-missing',
    });
  });

  it('are one commit a day where something changed, none elsewhere, and come to rest', async () => {
    await district.record(ITEM, '2026-10-21T02:00:00.000Z', 2);
    for (const day of ['2026-10-22', '2026-10-23', '2026-10-24']) await district.sealDay(morning(day));
    expect((await district.named(seal('dongfang'))).slice(1)).toEqual([[[ITEM, 2]]]);
    expect(await district.named(seal('hezui'))).toHaveLength(1);
    expect((await district.named(anchor(DISTRICT))).slice(1)).toEqual([[[seal('dongfang'), 2]]]);
    expect((await district.named(seal(DISTRICT))).slice(1)).toEqual([[[anchor(DISTRICT), 2]]]);
  });

  it('change nothing when they are taken twice, though something has changed in between', async () => {
    await district.record(ITEM, '2026-10-21T00:31:00.000Z', 2);
    const before = district.recordOf('dongfang', DISTRICT).length;
    await district.sealDay(morning('2026-10-21'));
    expect(district.recordOf('dongfang', DISTRICT)).toHaveLength(before);
    expect(district.verify('dongfang', DISTRICT)).toMatchObject({ unsealed: 1, faults: [] });
  });

  it('make up for days that were missed', async () => {
    await district.record(ITEM, '2026-10-22T02:00:00.000Z', 2);
    await district.record(OTHER, '2026-12-01T02:00:00.000Z', 1);
    await district.sealDay(morning('2026-12-20'));
    expect((await district.named(seal('dongfang'))).at(-1)).toEqual([
      [ITEM, 2],
      [OTHER, 1],
    ]);
  });

  it('find what was recorded, or heard of, after its day was sealed', async () => {
    district.unheard.add(OTHER);
    await district.record(OTHER, '2026-10-20T03:00:00.000Z', 1);
    await district.record(ITEM, '2026-10-28T02:00:00.000Z', 2);
    await district.sealDay(morning('2026-10-29'));
    expect((await district.named(seal('dongfang'))).at(-1)).toEqual([[ITEM, 2]]);
    await district.hear(OTHER);
    await district.sealDay(morning('2026-10-30'));
    expect((await district.named(seal('dongfang'))).at(-1)).toEqual([[OTHER, 1]]);
  });

  it('are tied to those of the last quarter in which anything was sealed', async () => {
    await district.record(ITEM, '2027-05-10T02:00:00.000Z', 2);
    await district.sealDay(morning('2027-05-11'));
    expect(await district.named(seal('dongfang', '2027q2'))).toEqual([
      [
        [seal('dongfang'), 1],
        [ITEM, 2],
      ],
    ]);
    expect(district.verify('dongfang', DISTRICT)).toMatchObject({
      seals: 2,
      last: { day: '2027-05-11' },
      anchored: { day: '2027-05-11' },
      faults: [],
    });
  });

  it('take as many commits as they need', async () => {
    const streams = Array.from({ length: MOST_HEADS + 5 }, (_, n) => SCHOOL.stream('FEEDBACK', `f-${n}`));
    for (const stream of streams) await district.record(stream, '2026-10-21T02:00:00.000Z', 1);
    await district.sealDay(morning('2026-10-22'));
    expect((await district.named(seal('dongfang'))).map((heads) => heads.length)).toEqual([2, MOST_HEADS, 5]);
    expect(district.verify('dongfang', DISTRICT)).toMatchObject({ unsealed: 0, faults: [] });
  });

  it('of others are taken although one organisation cannot be sealed, and its own are made up for', async () => {
    await district.record(ITEM, '2026-10-21T02:00:00.000Z', 2);
    await district.record(new OrgScope('hezui').stream('ITEM', 'i-1'), '2026-10-21T02:00:00.000Z', 1);
    district.unreadable.add(ITEM);
    await expect(district.sealDay(morning('2026-10-22'))).rejects.toThrow('1 could not be sealed');
    expect(district.verify('hezui', DISTRICT)).toMatchObject({
      unsealed: 0,
      anchored: { day: '2026-10-22' },
    });
    district.unreadable.clear();
    await district.sealDay(morning('2026-10-23'));
    expect(district.verify('dongfang', DISTRICT)).toMatchObject({ unsealed: 0, faults: [] });
  });

  it('reach the top of a deeper tree on the days after', async () => {
    const city = await SealedDistrict.of([DISTRICT], ['xian', DISTRICT], ['cun-xiao', 'xian']);
    for (const day of ['2026-10-21', '2026-10-22']) await city.sealDay(morning(day));
    expect(city.verify('cun-xiao', 'xian')).toMatchObject({ anchored: { day: '2026-10-21' }, faults: [] });
    expect(city.verify('xian', DISTRICT)).toMatchObject({ unsealed: 0, faults: [] });
    const anchors = (await city.named(seal('xian'))).flat().filter(([name]) => name === anchor('xian'));
    expect(anchors).toEqual([[anchor('xian'), 1]]);
  });

  it('read the record for what changed, not for what is there', async () => {
    const streams = Array.from({ length: 200 }, (_, n) => SCHOOL.stream('FEEDBACK', `f-${n}`));
    for (const stream of streams) await district.record(stream, '2026-10-21T02:00:00.000Z', 1);
    await district.sealDay(morning('2026-10-22'));
    await district.record(ITEM, '2026-10-22T02:00:00.000Z', 2);
    district.reads = 0;
    await district.sealDay(morning('2026-10-23'));
    expect(district.reads).toBeLessThan(40);
  });
});

describe('what a day of sealing costs', () => {
  /** DynamoDB counts the bytes of names and values, and a unit a KB begun. */
  const unitsOf = ({ stream, body, previous, hash }: SealedCommit): number =>
    Math.ceil(
      (Buffer.byteLength(`streamversionbodyprevioushash${stream}${body}${previous}${hash}`) + 4) / 1024,
    );

  it('is one write unit a school for five changed items, and 24 for the anchors of 300 schools', async () => {
    const schools = Array.from({ length: 300 }, (_, n) => `school-${String(n).padStart(3, '0')}`);
    const district = await SealedDistrict.of(
      [DISTRICT],
      ...schools.map((id): [string, string] => [id, DISTRICT]),
    );
    await district.sealDay(morning('2026-10-21'));
    for (const id of schools) {
      for (const n of Array(5).keys()) {
        const item = new OrgScope(id).stream('ITEM', `sixteen-letters${n}`);
        await district.record(item, '2026-10-21T02:00:00.000Z', n);
      }
    }
    await district.sealDay(morning('2026-10-22'));
    const last = async (stream: StreamName) => (await district.read(stream)).at(-1) as SealedCommit;
    expect(unitsOf(await last(seal('school-007')))).toBe(1);
    expect(unitsOf(await last(anchor(DISTRICT)))).toBe(24);
  });
});
