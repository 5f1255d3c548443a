import fc from 'fast-check';
import { GENESIS, openCommit, type SealedCommit, sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope, type StreamKind, type StreamName } from '../../../domain/kernel/scope.ts';
import { addDays, plusDays, startOfDay } from '../../../domain/kernel/time.ts';
import { DISTRICT, SealedDistrict } from './world.ts';

export const SCHOOL = 'dongfang';
export const OWNER = { organisation: SCHOOL, superior: DISTRICT };

const KINDS: readonly StreamKind[] = ['ITEM', 'FEEDBACK', 'LEDGER'];

const change = fc.record({
  day: fc.nat(6),
  organisation: fc.constantFrom(SCHOOL, SCHOOL, 'hezui', DISTRICT),
  kind: fc.constantFrom(...KINDS),
  id: fc.constantFrom('a-1', 'a-2'),
  data: fc.jsonValue({ maxDepth: 1 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** What happens in a week, in any of three organisations, at the turn of a quarter. */
export const week = fc.array(change, { minLength: 3, maxLength: 25 });

/** The record of the school after that week, sealed every morning up to the one after. */
export async function recordOf(changes: readonly Change[]): Promise<Record> {
  const district = await SealedDistrict.of([DISTRICT], [SCHOOL, DISTRICT], ['hezui', DISTRICT]);
  for (let day = 0; day <= 7; day += 1) {
    const midnight = startOfDay(addDays('2026-09-28', day));
    if (day > 0) await district.sealDay(plusDays(midnight, 1 / 3));
    for (const [n, { organisation, kind, id, data, ...change }] of changes.entries()) {
      if (change.day !== day) continue;
      const stream = new OrgScope(organisation).stream(kind, id);
      await district.record(stream, plusDays(midnight, 1 / 2), [n, data]);
    }
  }
  return district.recordOf(SCHOOL, DISTRICT);
}

export type Record = readonly SealedCommit[];
export type Tampering = (record: Record, where: number, luck: number) => Record;

const isOwn = ({ stream }: SealedCommit): boolean => stream.startsWith(`ORG#${SCHOOL}#`);

/** The same text with one character changed to another. */
function flip(text: string, luck: number): string {
  const at = luck % Math.max(1, text.length);
  return text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
}

/** One commit of the school, by luck, and where it stands. */
function pick(record: Record, where: number): { readonly commit: SealedCommit; readonly at: number } {
  const own = record.filter(isOwn);
  const commit = own[where % own.length] as SealedCommit;
  return { commit, at: record.indexOf(commit) };
}

const alter =
  (change: (commit: SealedCommit, luck: number) => Partial<SealedCommit>): Tampering =>
  (record, where, luck) => {
    const { commit, at } = pick(record, where);
    return record.with(at, { ...commit, ...change(commit, luck) });
  };

/** The stream from its first commit on, every link and hash made to fit. */
function relinked(stream: Record): Record {
  const anew: SealedCommit[] = [];
  for (const commit of stream)
    anew.push(sealCommit(commit.stream, anew.length + 1, anew.at(-1)?.hash ?? GENESIS, openCommit(commit)));
  return anew;
}

const rewriteStream = (record: Record, name: StreamName, rewrite: (stream: Record) => Record): Record => {
  const first = record.findIndex(({ stream }) => stream === name);
  const stream = record.filter((commit) => commit.stream === name);
  return record.toSpliced(first, stream.length, ...rewrite(stream));
};

/** Whatever one can do to one commit, or from one commit on, of the school. */
export const TAMPERINGS: Readonly<globalThis.Record<string, Tampering>> = {
  'a changed body': alter(({ body }, luck) => ({ body: flip(body, luck) })),
  'a changed hash': alter(({ hash }, luck) => ({ hash: flip(hash, luck) })),
  'a changed link': alter(({ previous }, luck) => ({ previous: flip(previous, luck) })),
  'a changed version': alter(({ version }, luck) => ({ version: version + 1 + (luck % 3) })),
  'another name': alter(({ stream }) => ({ stream: `${stream}x` as StreamName })),
  'a dropped commit': (record, where) => record.toSpliced(pick(record, where).at, 1),
  'a dropped commit, the rest made to fit': (record, where) => {
    const { commit } = pick(record, where);
    return rewriteStream(record, commit.stream, (stream) =>
      relinked(stream.filter((each) => each !== commit)),
    );
  },
  'swapped commits': (record, where) => {
    const { commit, at } = pick(record, where);
    const other = record.findIndex((each, index) => index > at && isOwn(each));
    const next = record[other === -1 ? record.findIndex(isOwn) : other] as SealedCommit;
    const swapped = record.with(at, { ...commit, body: next.body });
    return swapped.with(record.indexOf(next), { ...next, body: commit.body });
  },
  'swapped places': (record, where) => {
    const { commit } = pick(record, where);
    return rewriteStream(record, commit.stream, (stream) => (stream.length > 1 ? stream.toReversed() : []));
  },
  'swapped bodies, the rest made to fit': (record, where) => {
    const { commit } = pick(record, where);
    return rewriteStream(record, commit.stream, (stream) => {
      const [first, ...rest] = stream;
      return relinked(rest.length > 0 ? [...rest, first as SealedCommit] : []);
    });
  },
  'a tail that was cut off': (record, where) => {
    const { commit } = pick(record, where);
    return record.filter(({ stream, version }) => stream !== commit.stream || version < commit.version);
  },
  'a stream that was taken away': (record, where) => {
    const { commit } = pick(record, where);
    return record.filter(({ stream }) => stream !== commit.stream);
  },
  'a stream written anew': (record, where, luck) => {
    const { commit } = pick(record, where);
    return rewriteStream(record, commit.stream, (stream) =>
      relinked(
        stream.map((each) =>
          each === commit
            ? { ...each, body: each.body.replace('"correlation":"test"', `"correlation":"${luck}"`) }
            : each,
        ),
      ),
    );
  },
  'a stream written anew with all seals of the school': (record, where, luck) => {
    const { commit } = pick(
      record.filter(({ stream }) => !stream.includes('#SEAL#')),
      where,
    );
    const forged =
      TAMPERINGS['a stream written anew']?.(record, record.filter(isOwn).indexOf(commit), luck) ?? [];
    return resealed(record, forged);
  },
};

/** Every hash that changed, changed in the school's own seals too; quarter by quarter, since they hang together. */
function resealed(record: Record, forged: Record): Record {
  let result = forged;
  const changed = () =>
    record.flatMap((commit, index) => {
      const anew = result[index];
      return anew && anew.hash !== commit.hash ? [[commit.hash, anew.hash] as const] : [];
    });
  const seals = [...new Set(record.map(({ stream }) => stream))].filter((name) =>
    name.startsWith(`ORG#${SCHOOL}#SEAL#`),
  );
  for (const name of seals) {
    const swaps = changed();
    const forge = (body: string) => swaps.reduce((text, [from, to]) => text.replaceAll(from, to), body);
    result = rewriteStream(result, name, (stream) =>
      relinked(stream.map((each) => ({ ...each, body: forge(each.body) }))),
    );
  }
  return result;
}
