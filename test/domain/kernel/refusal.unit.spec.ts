import { describe, expect, test } from 'vitest';
import { CALENDAR_REFUSALS } from '../../../domain/calendar/refusals.ts';
import { CATALOGUE_REFUSALS } from '../../../domain/catalogue/refusals.ts';
import { DUTY_REFUSALS } from '../../../domain/duty/refusals.ts';
import { ENQUIRY_REFUSALS } from '../../../domain/enquiry/refusals.ts';
import { EVALUATION_REFUSALS } from '../../../domain/evaluation/refusals.ts';
import { FEEDBACK_REFUSALS } from '../../../domain/feedback/refusals.ts';
import { ITEM_REFUSALS } from '../../../domain/item/refusals.ts';
import {
  KERNEL_REFUSALS,
  Refusal,
  type RefusalTable,
  refuse,
  refuser,
} from '../../../domain/kernel/refusal.ts';
import { MAILBOX_REFUSALS } from '../../../domain/mailbox/refusals.ts';
import { ORGANISATION_REFUSALS } from '../../../domain/organisation/refusals.ts';
import { STANDING_REFUSALS } from '../../../domain/organisation/standing.ts';
import { REPORT_REFUSALS } from '../../../domain/report/refusals.ts';
import { CASE_REFUSALS } from '../../../domain/supervision/case/refusals.ts';
import { SUPERVISION_REFUSALS } from '../../../domain/supervision/refusals.ts';
import { SURVEY_REFUSALS } from '../../../domain/survey/refusals.ts';
import { TOPIC_REFUSALS } from '../../../domain/topic/refusals.ts';

const TABLES: Readonly<Record<string, RefusalTable>> = {
  CALENDAR_REFUSALS,
  CASE_REFUSALS,
  CATALOGUE_REFUSALS,
  DUTY_REFUSALS,
  ENQUIRY_REFUSALS,
  FEEDBACK_REFUSALS,
  ITEM_REFUSALS,
  KERNEL_REFUSALS,
  MAILBOX_REFUSALS,
  ORGANISATION_REFUSALS,
  EVALUATION_REFUSALS,
  REPORT_REFUSALS,
  STANDING_REFUSALS,
  SUPERVISION_REFUSALS,
  SURVEY_REFUSALS,
  TOPIC_REFUSALS,
};

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  test('codes are stable words, texts are whole sentences with the same placeholders', () => {
    for (const [code, { zh, en }] of Object.entries(table)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(zh).toMatch(/[。；]$/);
      expect(en).toMatch(/\.$/);
      const named = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect([...named(en)].filter((name) => !named(zh).has(name))).toEqual([]);
    }
  });
});

test('a refusal fills its texts', () => {
  try {
    refuse('version-conflict', { current: 7 });
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    const refusal = error as Refusal;
    expect(refusal.zh).toContain('现为第 7 版');
    expect(refusal.en).toContain('the current version is 7');
    expect(refusal.message).toBe(refusal.en);
    expect(refusal.code).toBe('version-conflict');
  }
});

test('a missing value leaves a gap instead of a placeholder', () => {
  const table = { gap: { kind: 'rule', zh: '缺{what}。', en: 'No {what}.' } } as const;
  expect(() => refuser(table)('gap')).toThrowError('No ….');
});
