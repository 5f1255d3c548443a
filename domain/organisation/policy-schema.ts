import * as z from 'zod/mini';
import { APPROVAL_STEPS, type ApprovalStepName } from './policy.ts';
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
  /** Calendar days in which an opinion must be answered. */
  feedbackAnswerDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Networks of school displays that are not on the public internet; empty means none may be reached. */
  displayNetworks: z.strictObject({
    allowHttp: z.boolean(),
    allowedAddresses: z.array(z.string().check(z.maxLength(50))).check(z.maxLength(20)),
  }),
});
