import * as z from 'zod/mini';
import { decisionRules } from '../decision/rules-schema.ts';
import { ENQUIRY_PRESETS, type EnquiryPreset } from '../enquiry/rules.ts';
import { isDay } from '../kernel/time.ts';
import { AFFAIRS, type Affairs } from '../news/vocabulary.ts';
import { PARTY_REACHES, type PartyReach } from './party-reach.ts';
import { APPROVAL_STEPS, type ApprovalStepName, MATTER_NAMES } from './policy.ts';
import { seatRule } from './seat-rule.ts';

const approvalStep = z.strictObject({
  step: z.enum(Object.keys(APPROVAL_STEPS) as [ApprovalStepName, ...ApprovalStepName[]]),
  /** Who may pass it: seats of the own organisation, for `superior` seats of the superior one. */
  by: z.array(seatRule).check(z.minLength(1), z.maxLength(6)),
});

/** Each step occurs once, so that what has been passed can be told by its name even after the policy changes. */
const approvalChain = z.array(approvalStep).check(
  z.minLength(1),
  z.maxLength(4),
  z.refine(
    (chain) => new Set(chain.map(({ step }) => step)).size === chain.length,
    'each step may occur once',
  ),
);

const workdays = z.int().check(z.minimum(1), z.maximum(90));

/** Of a year that has a 29 February, so that any day can be named. */
const monthAndDay = z
  .string()
  .check(z.refine((text) => isDay(`2024-${text}`), 'not a month and day such as 11-30'));

const wallClock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** The rules an organisation works by. All of it is data: the district sets the floor, a school may be stricter. */
export const policySchema = z.strictObject({
  proposers: z.array(seatRule).check(z.minLength(1), z.maxLength(6)),
  reviewers: z.array(seatRule).check(z.minLength(1), z.maxLength(6)),
  approvalChains: z.strictObject({
    ordinary: approvalChain,
    'major-decision': approvalChain,
    personnel: approvalChain,
    'vital-interest': approvalChain,
  }),
  /** Days an important item stays up at the least (全市: 不少于一周). */
  minimumDisplayDays: z.int().check(z.minimum(0), z.maximum(365)),
  /** Working days in which an opinion must be answered. */
  feedbackAnswerDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Working days after a release in which opinions on it are asked for; 0: none; absent: the superior's, or ten. */
  feedbackWindowDays: z.optional(z.int().check(z.minimum(0), z.maximum(90))),
  /** How long a request for disclosure may take: one of the local rules by name, or figures; absent: the superior's. */
  enquiries: z.optional(
    z.union([
      z.enum(Object.keys(ENQUIRY_PRESETS) as [EnquiryPreset, ...EnquiryPreset[]]),
      z.strictObject({
        decideDays: workdays,
        longestDays: workdays,
        discloseDays: workdays,
        complaintDays: workdays,
        pauseDays: workdays,
      }),
    ]),
  ),
  /** How often those right below report how opinions fare; absent: every quarter. */
  reportEvery: z.optional(z.enum(['quarter', 'half-year'])),
  /** Month and day by which those right below file their yearly summary; absent: 31 January of the year after. */
  summaryDueOn: z.optional(monthAndDay),
  /** How many 监督员 there have to be; absent: one (TZ-06). */
  supervisorsAtLeast: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
  /** Of a group that was asked, fewer answers than this are hidden; absent: the superior's, or five. */
  surveyThreshold: z.optional(z.int().check(z.minimum(3), z.maximum(50))),
  /** How decisions are made; absent: the superior's rules, or the usual ones. */
  decision: z.optional(decisionRules),
  /** Of which matters nothing is disclosed before it was decided on; absent: of none. */
  decisionsRequired: z.optional(
    z.strictObject({
      matters: z.array(z.enum(MATTER_NAMES)).check(z.minLength(0), z.maxLength(4)),
      /** 大额资金: whatever the matter, from such a total on. */
      fromYuan: z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000_000))),
    }),
  ),
  /** Whether those right below change their catalogues freely, or each change waits for approval (XH-25); absent: freely. */
  catalogueChanges: z.optional(z.enum(['free', 'approved'])),
  /** Networks of school displays that are not on the public internet; empty means none may be reached. */
  displayNetworks: z.strictObject({
    allowHttp: z.boolean(),
    allowedAddresses: z.array(z.string().check(z.maxLength(50))).check(z.maxLength(20)),
  }),
  /** Whom 党内 reaches; absent: the Party members on its own roster. For committees and general branches. */
  partyReach: z.optional(z.enum(Object.keys(PARTY_REACHES) as [PartyReach, ...PartyReach[]])),
  /** What the sister stream of its news is called (JX-03); absent: by the kind of unit. */
  affairs: z.optional(z.enum(Object.keys(AFFAIRS) as [Affairs, ...Affairs[]])),
  /** When the screens on the walls have to be on, on working days; absent: the common rule. */
  screens: z.optional(
    z
      .strictObject({
        /** A screen that nothing was heard of for so long in its hours is dark. Three heartbeats at the least. */
        darkAfterMinutes: z.int().check(z.minimum(15), z.maximum(480)),
        from: wallClock,
        to: wallClock,
      })
      .check(z.refine(({ from, to }) => from < to, '`from` must be before `to`')),
  ),
});
