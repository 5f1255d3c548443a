import * as z from 'zod/mini';
import { ACTIVITY_ANSWERS } from './activity-answers.ts';
import { CAMPAIGN_ANSWERS } from './campaign-answers.ts';
import { CATALOGUE_ANSWERS } from './catalogue-answers.ts';
import { CIRCULAR_ANSWERS } from './circular-answers.ts';
import { DECISION_ANSWERS } from './decision-answers.ts';
import { DESK_ANSWERS } from './desk-answers.ts';
import { DISPLAY_ANSWERS } from './display-answers.ts';
import { DUTY_ANSWERS } from './duty-answers.ts';
import { ENQUIRY_ANSWERS } from './enquiry-answers.ts';
import { EVALUATION_ANSWERS } from './evaluation-answers.ts';
import { FILE_ANSWERS, uploadAnswer } from './file-answers.ts';
import { ITEM_ANSWERS } from './item-answers.ts';
import { NEWS_ANSWERS } from './news-answers.ts';
import { OPINION_ANSWERS } from './opinion-answers.ts';
import { ORGANISATION_ANSWERS, organisationCard, organisationLife } from './organisation-answers.ts';
import { PROFILE_ANSWERS, rosterLine } from './profile-answers.ts';
import { RECORD_ANSWERS } from './record-answers.ts';
import { SUMMARY_ANSWERS } from './summary-answers.ts';
import { SUPERVISION_ANSWERS } from './supervision-answers.ts';
import { SURVEY_ANSWERS } from './survey-answers.ts';
import { TOPIC_ANSWERS } from './topic-answers.ts';

/** Shapes of what the API answers with. They are written to be read; clients must expect further members. */
export const ANSWERS = {
  organisations: z.object({ organisations: z.array(organisationCard) }),
  organisation: z.object({
    ...organisationCard.shape,
    ...organisationLife,
    streamVersion: z.int(),
    catalogue: z.optional(z.object({ template: z.string(), version: z.int() })),
    work: z
      .optional(z.looseObject({}))
      .check(z.describe('Only for those who work here: people, seats, policy.')),
  }),
  ...ORGANISATION_ANSWERS,
  ...ITEM_ANSWERS,
  ...RECORD_ANSWERS,
  ...OPINION_ANSWERS,
  ...ENQUIRY_ANSWERS,
  ...EVALUATION_ANSWERS,
  ...TOPIC_ANSWERS,
  ...SURVEY_ANSWERS,
  ...PROFILE_ANSWERS,
  ...NEWS_ANSWERS,
  ...CIRCULAR_ANSWERS,
  ...SUMMARY_ANSWERS,
  ...DECISION_ANSWERS,
  ...ACTIVITY_ANSWERS,
  ...CAMPAIGN_ANSWERS,
  ...DISPLAY_ANSWERS,
  ...CATALOGUE_ANSWERS,
  ...DUTY_ANSWERS,
  ...FILE_ANSWERS,
  ...SUPERVISION_ANSWERS,
  ...DESK_ANSWERS,
  openapi: z.looseObject({ openapi: z.literal('3.1.0') }),
  asyncapi: z.looseObject({ asyncapi: z.literal('3.0.0') }),
} as const;

/** What every command answers with. */
export const issuedAnswer = z.object({
  id: z.string(),
  version: z.int().check(z.describe('Version of the stream; also the ETag.')),
  repeated: z.boolean().check(z.describe('True when this very request had been executed before.')),
  stage: z.optional(z.string()),
  secret: z.optional(z.string()).check(z.describe('Signing secret of a display, shown this once.')),
  receipt: z
    .optional(z.string())
    .check(z.describe('Receipt code of an opinion (80 bits); its only copy. Send it as Receipt-Code.')),
  upload: z.optional(uploadAnswer),
  roster: z
    .optional(z.array(rosterLine))
    .check(z.describe('What a roster changed, or would change, unit by unit.')),
});

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string().check(z.describe('Stable; the sentences may be reworded.')),
  zh: z.string(),
  en: z.string(),
  field: z.optional(z.string()),
  errors: z
    .optional(z.array(z.object({ field: z.string(), code: z.string(), zh: z.string(), en: z.string() })))
    .check(z.describe('Everything that is wrong with a malformed input.')),
  currentVersion: z.optional(z.int()),
  correlation: z.string(),
});
