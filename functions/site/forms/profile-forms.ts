import {
  BREAKDOWN_NAMES,
  BREAKDOWNS,
  type Breakdown,
  HOTLINE_NAMES,
  RULE_NAMES,
} from '../../../domain/profile/vocabulary.ts';
import { given, many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** Room for this many more than there are, up to what is taken at all. */
const SPARE = 2;
export const placesFor = (there: number, most: number): readonly number[] =>
  Array.from({ length: Math.min(there + SPARE, most) }, (_, place) => place);

export const MOST = { leaders: 30, departments: 30, bases: 50 } as const;

/** The forms by which an office says something about its organisation. */
export const PROFILE_FORMS: OperationForms = {
  contacts: {
    operation: 'describeContacts',
    read: (sent) => ({
      place: one(sent, 'contacts.place'),
      hours: one(sent, 'contacts.hours'),
      ...given(sent, 'email', 'contacts.email'),
      lines: Object.fromEntries(
        HOTLINE_NAMES.map((line) => [
          line,
          {
            post: one(sent, `contacts.lines.${line}.post`),
            phone: one(sent, `contacts.lines.${line}.phone`),
          },
        ]),
      ),
      leaders: filled(sent, 'contacts.leaders', MOST.leaders, ['person', 'duties']).map((at) => ({
        person: one(sent, `${at}.person`),
        duties: one(sent, `${at}.duties`),
        ...given(sent, 'phone', `${at}.phone`),
      })),
      departments: filled(sent, 'contacts.departments', MOST.departments, ['name', 'steps']).map((at) => ({
        name: one(sent, `${at}.name`),
        ...given(sent, 'phone', `${at}.phone`),
        steps: linesIn(sent, `${at}.steps`),
      })),
    }),
    done: '联系方式和办事流程已公布。',
  },
  scheme: {
    operation: 'publishScheme',
    read: (sent) => ({
      ...Object.fromEntries(
        ['title', 'idea', 'audience', 'content', 'methods', 'steps', 'goals', 'assessment'].map((part) => [
          part,
          one(sent, `scheme.${part}`),
        ]),
      ),
      ...given(sent, 'motto', 'scheme.motto'),
      principles: linesIn(sent, 'scheme.principles'),
      rules: Object.fromEntries(
        RULE_NAMES.map((rule) => [
          rule,
          { title: one(sent, `scheme.rules.${rule}.title`), text: one(sent, `scheme.rules.${rule}.text`) },
        ]),
      ),
      bases: many(sent, 'scheme.bases'),
      ...given(sent, 'reason', 'scheme.reason'),
    }),
    done: '方案已公布。',
  },
  bases: {
    operation: 'listBases',
    read: (sent) => ({
      bases: filled(sent, 'bases.bases', MOST.bases, ['title']).map((at) => ({
        id: one(sent, `${at}.id`),
        title: one(sent, `${at}.title`),
        ...given(sent, 'number', `${at}.number`),
        ...given(sent, 'issuer', `${at}.issuer`),
        ...given(sent, 'issuedOn', `${at}.issuedOn`),
      })),
    }),
    done: '依据文件清单已公布。',
  },
  cite: {
    operation: 'citeBases',
    read: (sent) => ({ row: one(sent, 'cite.row'), bases: many(sent, 'cite.bases') }),
    done: '目录行的依据文件已注明。',
  },
  statistics: {
    operation: 'recordStatistics',
    read: (sent) => ({
      asOf: one(sent, 'statistics.asOf'),
      total: whole(sent, 'statistics.total'),
      ...Object.fromEntries(BREAKDOWN_NAMES.map((breakdown) => [breakdown, countsIn(sent, breakdown)])),
    }),
    done: '党员统计已登记。',
  },
};

/** Names of the places of a list in which any of the fields was filled in. */
const filled = (sent: Sent, list: string, most: number, fields: readonly string[]): readonly string[] =>
  Array.from({ length: most }, (_, place) => `${list}.${place}`).filter((at) =>
    fields.some((field) => one(sent, `${at}.${field}`) !== ''),
  );

const linesIn = (sent: Sent, name: string): readonly string[] =>
  one(sent, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const countsIn = (sent: Sent, breakdown: Breakdown) =>
  Object.fromEntries(
    Object.keys(BREAKDOWNS[breakdown].parts).map((part) => [
      part,
      whole(sent, `statistics.${breakdown}.${part}`),
    ]),
  );
