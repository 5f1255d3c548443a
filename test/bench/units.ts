import { openCommit, type SealedCommit } from '../../domain/kernel/commit.ts';
import { type Instant, plusDays } from '../../domain/kernel/time.ts';
import { DynamoLog, type Log, toItem } from '../../functions/adapters/log.ts';
import { DynamoViews } from '../../functions/adapters/views.ts';
import { busEventsOf } from '../../functions/edge/bus-event.ts';
import { projectionsOver } from '../../functions/projector/projections.ts';
import { Projector } from '../../functions/projector/projector.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { ItemCommands } from '../../functions/shell/item-commands.ts';
import { react } from '../../functions/shell/reactions.ts';
import { DISTRICT, PEOPLE, REVIEW, SCHOOL, type Step } from '../support/school.ts';
import { countPuts, type Put } from './count-puts.ts';
import { District } from './district.ts';
import { startEngine } from './engine.ts';
import { type Measure, measure } from './measure.ts';
import { CONTENT, onItem } from './school.ts';

interface Written {
  readonly command: string;
  readonly bytes: number;
  readonly units: number;
}
interface Projected {
  readonly event: string;
  readonly put: Put;
}

const REACTIONS: Readonly<Record<string, 'ScreenItem' | 'TimePassed'>> = {
  ItemSubmitted: 'ScreenItem',
  ItemApproved: 'TimePassed',
};

/** Exact counts, as the engine reports them, over the whole life of one item. */
export async function writeUnits(): Promise<Measure[]> {
  const engine = await startEngine();
  try {
    const puts = countPuts(engine.client);
    const table = new DynamoLog(engine.client, engine.log);
    const commits: SealedCommit[] = [];
    const written: Written[] = [];
    const log: Log = {
      read: (stream, after) => table.read(stream, after),
      append: async (commit) => {
        const answer = await table.append(commit);
        commits.push(commit);
        return answer;
      },
    };
    const district = new District(log);
    const reader = new Aggregates(table);
    const views = new DynamoViews(engine.client, engine.views);
    const projector = new Projector(reader, views, projectionsOver(reader, DISTRICT));
    const items = new ItemCommands(log, new Aggregates(log));
    const projected: Projected[] = [];

    /** What a command leads to, as relay, projector and reactions do it, and what each part of it costs. */
    async function settle(command: string): Promise<void> {
      const commit = commits.shift();
      if (!commit) throw new Error(`${command} left no commit`);
      const units = puts.splice(0).reduce((sum, put) => sum + put.base, 0);
      written.push({ command, bytes: sizeOf(commit), units });
      for (const event of busEventsOf(openCommit(commit))) {
        await projector.project(event);
        projected.push(...puts.splice(0).map((put) => ({ event: event.type, put })));
        const reaction = REACTIONS[event.type];
        if (!reaction) continue;
        await react(items, event, 'bench', reaction);
        await settle(reaction);
      }
    }

    const now = new Date().toISOString();
    await district.open(now);
    for (const { stream, version } of commits.splice(0)) {
      await projector.project({ stream, streamVersion: version });
    }
    puts.length = 0;
    const { id } = await district.issue(onItem('', 'ProposeItem', PEOPLE.clerk, CONTENT), now);
    await settle('ProposeItem');
    for (const [hours, [command, person, data]] of lifeFrom(now).entries()) {
      // Time goes on, or no index key would ever change.
      await district.issue(onItem(id, command, person, data), plusDays(now, (hours + 1) / 24));
      await settle(command);
    }
    const measures = [...logMeasures(written), ...viewMeasures(projected)];
    projected.length = 0;
    await district.issue(SEAT, now);
    await settle('FillSeat');
    return [...measures, seatMeasure(projected)];
  } finally {
    await engine.stop();
  }
}

const SEAT: Step = {
  aggregate: 'organisation',
  command: 'FillSeat',
  person: PEOPLE.districtOffice,
  parameters: { organisation: SCHOOL },
  data: { body: 'working-group', position: 'member', person: PEOPLE.clerk, from: '2026-01-01' },
};

const { clerk, office, head, member } = PEOPLE;
/** From the draft to the end, with the detours that items take. */
const lifeFrom = (now: Instant): readonly (readonly [command: string, person: string, data: object])[] => [
  ['AmendItem', clerk, { ...CONTENT, title: '关于召开第五届教职工代表大会的公开' }],
  ['SubmitItem', clerk, {}],
  ['ReturnItem', office, { reason: '请写明会议地点。' }],
  ['AmendItem', clerk, { ...CONTENT, text: `${CONTENT.text}地点在学校报告厅。` }],
  ['SubmitItem', clerk, {}],
  ['ReviewItem', office, REVIEW],
  ['ConsultMembers', office, { members: [member], deadline: plusDays(now, 2) }],
  ['AnswerConsultation', member, { agree: true }],
  ['ApproveItem', head, {}],
  ['RecordProgress', clerk, { text: '筹备过半。', percent: 50 }],
  ['WithdrawItem', office, { reason: '会议结束。', inError: false }],
];

/** Bytes as DynamoDB bills them: names and values in UTF-8; a small number takes two. */
function sizeOf(commit: SealedCommit): number {
  const { version: _, ...texts } = toItem(commit);
  const pairs = Object.entries(texts).map(([name, value]) => name.length + Buffer.byteLength(value.S));
  return pairs.reduce((sum, bytes) => sum + bytes, 'version'.length + 2);
}

const kilobytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

function logMeasures(written: readonly Written[]): Measure[] {
  const each = written.map(({ command, bytes, units }, index) =>
    measure(`log: ${index + 1} ${command} (${bytes} B)`, units, 'write units', {
      limit: { on: 'value', most: kilobytes(bytes) },
    }),
  );
  const total = written.reduce((sum, { units }) => sum + units, 0);
  const bound = written.reduce((sum, { bytes }) => sum + kilobytes(bytes), 0);
  const whole = measure(`log: whole life, ${written.length} commands`, total, 'write units', {
    limit: { on: 'value', most: bound },
  });
  return [...each, whole];
}

/**
 * Base table and every index each count as a view; an event may cost each of them one unit. An index entry whose key
 * changes is removed and put, which is two; Dynoxide counts that as DynamoDB does.
 */
function viewMeasures(projected: readonly Projected[]): Measure[] {
  const places = ['card', ...new Set(projected.flatMap(({ put }) => Object.keys(put.indexes)))];
  const unitsIn = (place: string, { base, indexes }: Put) =>
    place === 'card' ? base : (indexes[place] ?? 0);
  const worst = places.map((place) => {
    const dearest = projected.reduce((a, b) => (unitsIn(place, b.put) > unitsIn(place, a.put) ? b : a));
    return measure(
      `views: ${place}, dearest event (${dearest.event})`,
      unitsIn(place, dearest.put),
      'write units',
      { limit: { on: 'value', most: 1 } },
    );
  });
  const totals = places.map((place) => {
    const total = projected.reduce((sum, { put }) => sum + unitsIn(place, put), 0);
    return measure(`views: ${place}, whole life, ${projected.length} puts`, total, 'write units');
  });
  return [...worst, ...totals];
}

/** An organisation changes: its card says so, however many people are on the roster, and the list of the day's changes. */
function seatMeasure(projected: readonly Projected[]): Measure {
  const dearest = Math.max(...projected.map(({ put }) => put.base));
  const name = `views: a seat is filled, each of ${projected.length} rows`;
  return measure(name, dearest, 'write units', { limit: { on: 'value', most: 1 } });
}
