import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import {
  type BREAKDOWN_NAMES,
  BREAKDOWNS,
  HOTLINE_NAMES,
  type Hotline,
  type Origin,
  RULE_NAMES,
  type Rule,
} from './vocabulary.ts';

/** The same schema under each name, all of them required. */
const each = <Name extends string, Schema extends z.ZodMiniType>(names: readonly Name[], schema: Schema) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>);

/** That it is the telephone of an office, the decider says. */
const phone = cleanLine(30);
const part = cleanText(LIMITS.note);
const line = cleanLine(LIMITS.title);
const cited = z.array(identifier).check(z.maxLength(20));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));

const contacts = z.strictObject({
  place: line,
  hours: line,
  email: z.optional(z.email().check(z.maxLength(254))),
  lines: each<Hotline, z.ZodMiniType<{ post: string; phone: string }>>(
    HOTLINE_NAMES,
    z.strictObject({ /** 责任岗位. */ post: cleanLine(LIMITS.name), phone }),
  ),
  /** Division of work among the leaders, with the telephone of their office (TZ-11). */
  leaders: z
    .array(z.strictObject({ person: identifier, duties: cleanText(500), phone: z.optional(phone) }))
    .check(z.maxLength(30)),
  /** How each department handles what people come for, step by step. */
  departments: z
    .array(
      z.strictObject({
        name: cleanLine(LIMITS.name),
        phone: z.optional(phone),
        steps: z.array(line).check(z.minLength(1), z.maxLength(20)),
      }),
    )
    .check(z.maxLength(30)),
});

const basis = z.strictObject({
  id: identifier,
  title: line,
  /** 文号, such as 连发[2010]37号; regulations of the Party have none. */
  number: z.optional(cleanLine(LIMITS.name)),
  issuer: z.optional(cleanLine(LIMITS.name)),
  issuedOn: z.optional(day),
});

const scheme = z.strictObject({
  title: line,
  /** 工作要求 in a few words (TZ-03). */
  motto: z.optional(cleanLine(LIMITS.name)),
  idea: part,
  principles: z.array(line).check(z.minLength(1), z.maxLength(12)),
  audience: part,
  content: part,
  methods: part,
  steps: part,
  goals: part,
  assessment: part,
  rules: each<Rule, z.ZodMiniType<{ title: string; text: string }>>(
    RULE_NAMES,
    z.strictObject({ title: line, text: cleanText(5_000) }),
  ),
  /** Ids from the list of legal bases. */
  bases: cited,
  /** Why there is a new version. */
  reason: z.optional(cleanText(LIMITS.reason)),
});

const statistics = z.strictObject({
  asOf: day,
  /** All Party members. */
  total: count,
  employment: each(Object.keys(BREAKDOWNS.employment.parts) as PartOf<'employment'>[], count),
  sex: each(Object.keys(BREAKDOWNS.sex.parts) as PartOf<'sex'>[], count),
  age: each(Object.keys(BREAKDOWNS.age.parts) as PartOf<'age'>[], count),
  education: each(Object.keys(BREAKDOWNS.education.parts) as PartOf<'education'>[], count),
});
export type PartOf<Name extends (typeof BREAKDOWN_NAMES)[number]> = keyof (typeof BREAKDOWNS)[Name]['parts'] &
  string;

export const profileCommands = {
  /** All of them, in the place of what stood there. */
  DescribeContacts: contacts,
  /** All of them, in the place of what stood there. */
  ListBases: z.strictObject({ bases: z.array(basis).check(z.maxLength(50)) }),
  /** On what a row of the catalogue rests; nothing when the list is empty. */
  CiteBases: z.strictObject({ row: identifier, bases: cited }),
  PublishScheme: scheme,
  RecordStatistics: statistics,
} as const;

export type Contacts = z.infer<typeof contacts>;
export type Basis = z.infer<typeof basis>;
export type SchemeText = z.infer<typeof scheme>;
export type Statistics = z.infer<typeof statistics>;

/** Comes with a roster only, so no door takes it as it is. */
export interface OriginsData {
  readonly origins: Readonly<Record<string, Origin>>;
}

interface ProfileData extends Readonly<{ [Type in keyof typeof profileCommands]: object }> {
  readonly DescribeContacts: Contacts;
  readonly ListBases: z.infer<(typeof profileCommands)['ListBases']>;
  readonly CiteBases: z.infer<(typeof profileCommands)['CiteBases']>;
  readonly PublishScheme: SchemeText;
  readonly RecordStatistics: Statistics;
  readonly RecordOrigins: OriginsData;
}
export type ProfileCommandType = keyof ProfileData;

export interface ProfileFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  /** For citing: whether the catalogue has the row. */
  readonly hasRow?: boolean;
}

export type ProfileCommandOf<Type extends ProfileCommandType> = Command<
  Type,
  ProfileData[Type],
  ProfileFacts
>;
export type ProfileCommand = { [Type in ProfileCommandType]: ProfileCommandOf<Type> }[ProfileCommandType];
