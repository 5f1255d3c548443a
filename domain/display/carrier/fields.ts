import { epochOf, type Instant, instantOf, secondOf } from '../../kernel/time.ts';
import { summaryOf, unmarked } from '../summary.ts';

/**
 * What a signage system may be told of an item, by the names that templates and column maps use. A closed set, explained
 * in docs/displays.md. Dates without `Iso` are in Shanghai's time, in the form that most systems read.
 */
export const FIELDS = [
  'id',
  'status',
  'statusName',
  'revision',
  'version',
  'title',
  'summary',
  'bodyText',
  'category',
  'rowName',
  'documentType',
  'url',
  'schoolId',
  'schoolName',
  'displayName',
  'place',
  'publishedAt',
  'expiresAt',
  'publishedAtIso',
  'expiresAtIso',
  'contact',
  'phone',
  'supervisionPhone',
] as const;
export type Field = (typeof FIELDS)[number];
export type FieldValues = Readonly<Record<Field, string>>;

/** Fields that still have a value once the item is gone: of what was taken down nothing may be said. */
export const LASTING_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'id',
  'status',
  'statusName',
  'revision',
  'url',
  'schoolId',
  'schoolName',
  'displayName',
  'place',
]);

/** Fields of letters, digits, `-` and `.` only, which may stand in a path. */
export const PATH_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'id',
  'status',
  'revision',
  'version',
  'schoolId',
]);

/** For who never takes it down; systems cannot do with an empty date, and leaving it out would keep an older one. */
const NEVER: Instant = '2099-12-31T15:59:59.000Z';

const STATUS_NAMES: Readonly<Record<string, string>> = {
  'on-show': '公开中',
  withdrawn: '已撤下',
  expired: '已到期',
  test: '测试',
};

/** The parts of a message (see `noticeBody` and `testBody`) that fields are made from. */
interface Notice {
  readonly data: {
    readonly id: string;
    readonly status: string;
    readonly revision?: number;
    readonly organisation: { readonly id: string; readonly name: string };
    readonly version?: number;
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly row?: { readonly class: string; readonly name: string };
    readonly documentType?: { readonly name: string };
    readonly objection?: {
      readonly contact: string;
      readonly phone: string;
      readonly supervisionPhone: string;
    };
    readonly releasedAt?: Instant;
    readonly showUntil?: Instant;
  };
}

export interface FieldContext {
  /** Where people read an item in full. */
  readonly page: (item: string) => string;
  readonly display: { readonly name: string; readonly place: string };
}

/**
 * The fields of a notice, each a text, empty where there is nothing to say. They are read from the very message that a
 * signed webhook would bear, so no carrier can tell more than another.
 */
export function fieldsOf(noticeBody: string, { page, display }: FieldContext): FieldValues {
  const { data } = JSON.parse(noticeBody) as Notice;
  const { id, status, revision, organisation, objection, releasedAt } = data;
  const isOnShow = status === 'on-show';
  const until = isOnShow ? (data.showUntil ?? NEVER) : undefined;
  return {
    id,
    status,
    statusName: STATUS_NAMES[status] ?? status,
    revision: numberOf(revision),
    version: numberOf(data.version),
    title: data.title ?? '',
    summary: data.summary ?? summaryOf(data.text ?? ''),
    // A text that is too long for a notice was left out of it; its beginning has to do.
    bodyText: data.text === undefined ? (data.summary ?? '') : unmarked(data.text),
    category: data.row?.class ?? '',
    rowName: data.row?.name ?? '',
    documentType: data.documentType?.name ?? '',
    url: page(id),
    schoolId: organisation.id,
    schoolName: organisation.name,
    displayName: display.name,
    place: display.place,
    publishedAt: releasedAt ? secondOf(releasedAt) : '',
    expiresAt: until ? lastSecondBefore(until) : '',
    publishedAtIso: releasedAt ?? '',
    expiresAtIso: until ?? '',
    contact: objection?.contact ?? '',
    phone: objection?.phone ?? '',
    supervisionPhone: objection?.supervisionPhone ?? '',
  };
}

const numberOf = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Midnight at which a day ends is the next day to whoever reads it. */
const lastSecondBefore = (instant: Instant): string =>
  secondOf(instant === NEVER ? instant : instantOf(epochOf(instant) - 1_000));
