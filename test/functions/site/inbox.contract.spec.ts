import { beforeEach, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { BUSY } from '../../browser/support/duties.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { DISTRICT } from '../../browser/support/memory-district.ts';
import { DIRECTOR, reminderDistrict, tell } from '../../browser/support/reminders.ts';
import { Site } from './support.ts';

const INBOX = '/desk/reminders';
const as = (person: string) => ({ token: `${person}~某某` });

let district: MemoryDistrict;
let site: Site;
beforeEach(async () => {
  district = await reminderDistrict();
  site = new Site(district);
});

/** The forms of a page by where they lead, each with what is hidden in it. */
async function formsOf(person: string, ending: string) {
  const html = await site.text(INBOX, as(person));
  return html
    .split('<form')
    .slice(1)
    .map((form) => ({
      action: /action="([^"]+)"/.exec(form)?.[1] ?? '',
      fields: Object.fromEntries(
        [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
          name ?? '',
          value ?? '',
        ]),
      ) as Record<string, string>,
    }))
    .filter(({ action }) => action.endsWith(ending));
}

const first = async (person: string, ending: string) => {
  const [form] = await formsOf(person, ending);
  if (!form) throw new Error(`${person} is offered no ${ending}`);
  return form;
};

const dutyNow = async (id = '') => {
  const { state } = await district.ledgers.load(new OrgScope(BUSY), '2026Q4');
  return state?.duties[id];
};

describe('the inbox', () => {
  it('shows each person what they were told, newest first, and strangers the way in', async () => {
    const html = await site.text(INBOX, as(DIRECTOR));
    expect(html.indexOf('2026年12月24日')).toBeLessThan(html.indexOf('2026年12月22日'));
    expect(html).toContain('2 条提醒，2 条未读');
    expect(await site.text(INBOX, as('somebody'))).toContain('没有提醒');
    expect((await site.ask(INBOX)).status).toBe(303);
  });

  it('marks a reminder as read, once, for whom it is and nobody else', async () => {
    const { action, fields } = await first(DIRECTOR, '/reading');
    expect((await site.ask(action, { ...as(`director-of-qingshan`), form: fields })).status).toBe(404);
    expect(await formsOf(DIRECTOR, '/reading')).toHaveLength(2);
    const answer = await site.ask(action, { ...as(DIRECTOR), form: fields });
    expect(answer.status).toBe(303);
    const [, organisation, id] = /\/o\/([^/]+)\/reminders\/([^/]+)\//.exec(action) ?? [];
    expect(answer.headers.get('location')).toBe(`${INBOX}#${organisation}-${id}`);
    expect(await site.text(INBOX, as(DIRECTOR))).toContain('2 条提醒，1 条未读');
    expect((await site.ask(action, { ...as(DIRECTOR), form: fields })).status).toBe(303);
    expect(await formsOf(DIRECTOR, '/reading')).toHaveLength(1);
  });

  it('knows no reminder that is not there, and takes nothing from strangers or other sites', async () => {
    const { action, fields } = await first(DIRECTOR, '/reading');
    const missing = action.replace(/2026-?12-?2\d/, '2026-12-01');
    expect(missing).not.toBe(action);
    expect((await site.ask(missing, { ...as(DIRECTOR), form: fields })).status).toBe(404);
    expect((await site.ask(action, { form: fields })).status).not.toBe(303);
    const foreign = { origin: 'https://elsewhere.example.com' };
    expect((await site.ask(action, { ...as(DIRECTOR), form: fields, headers: foreign })).status).toBe(403);
    expect(await formsOf(DIRECTOR, '/reading')).toHaveLength(2);
  });

  it('leads from each thing that climbs the ladder to where it is dealt with', async () => {
    const PLACES = {
      followup: ['thing', `/desk/o/${BUSY}/supervision/follow-ups/thing`],
      'case-answer': ['thing.answer', `/desk/o/${BUSY}/supervision/cases/thing`],
      decision: ['thing.2', `/desk/o/${BUSY}/decisions/thing`],
      'decision-result': ['thing.result', `/desk/o/${BUSY}/decisions/thing`],
      circular: ['thing', `/desk/o/${BUSY}/received/${DISTRICT}/thing`],
      campaign: ['thing.0', `/desk/o/${BUSY}/campaigns`],
    } as const;
    const DAYS = ['2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'];
    for (const [index, matter] of (Object.keys(PLACES) as (keyof typeof PLACES)[]).entries()) {
      const [id] = PLACES[matter];
      const duties = [{ id, due: '2026-12-28', name: matter, of: DISTRICT }];
      const organisation = { id: BUSY, name: '东方小学党支部' };
      const alert = { kind: 'due-soon', organisation, matter, step: 'T-1', duties } as const;
      await tell(district, BUSY, DIRECTOR, DAYS[index] as string, alert);
    }
    const html = await site.text(INBOX, as(DIRECTOR));
    for (const [matter, [, place]] of Object.entries(PLACES))
      expect(html).toMatch(new RegExp(`<a href="${place}">即将到期：${matter}，`));
  });

  it('acknowledges a duty, which the ledger then knows and the inbox shows', async () => {
    const before = await formsOf(DIRECTOR, '/acknowledgement');
    const { action, fields } = await first(DIRECTOR, '/acknowledgement');
    expect((await dutyNow(fields.duty))?.acknowledged).toBeUndefined();
    const answer = await site.ask(action, { ...as(DIRECTOR), form: fields });
    expect(answer.status).toBe(303);
    expect((await dutyNow(fields.duty))?.acknowledged?.by).toBe(DIRECTOR);
    const html = await site.text(INBOX, as(DIRECTOR));
    expect(html).toContain('✓ 已确认知悉');
    const after = await formsOf(DIRECTOR, '/acknowledgement');
    expect(after).toHaveLength(before.length - 1);
    expect(after.map((form) => form.fields.duty)).not.toContain(fields.duty);
  });

  it('puts off what is said of a duty before its due day, and offers no day that is not before it', async () => {
    const { action, fields } = await first(DIRECTOR, '/snooze');
    const { due = '' } = (await dutyNow(fields.duty)) ?? {};
    const choices = /snooze".*?<\/form>/s.exec(await site.text(INBOX, as(DIRECTOR)))?.[0] ?? '';
    const days = [...choices.matchAll(/name="until" value="([^"]+)"/g)].map(([, day = '']) => day);
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(day > '2026-12-01' && day < due, day).toBe(true);
    const until = days.at(-1) ?? '';
    const late = await site.ask(action, { ...as(DIRECTOR), form: { ...fields, until: due } });
    expect(late.status).toBe(422);
    expect((await dutyNow(fields.duty))?.snoozedUntil).toBeUndefined();
    const answer = await site.ask(action, { ...as(DIRECTOR), form: { ...fields, until } });
    expect(answer.status).toBe(303);
    expect((await dutyNow(fields.duty))?.snoozedUntil).toBe(until);
    expect((await formsOf(DIRECTOR, '/snooze')).map((form) => form.fields.duty)).not.toContain(fields.duty);
    expect(await site.text(INBOX, as(DIRECTOR))).toMatch(/推迟至.+再提醒/);
  });

  it('offers nothing more on a duty that has been met since', async () => {
    const { fields } = await first(DIRECTOR, '/acknowledgement');
    const duty = await dutyNow(fields.duty);
    await district.ledgers.disclose(
      new OrgScope(BUSY),
      { row: duty?.row ?? '', on: '2026-12-25', forms: ['网站'], exception: false },
      { now: district.now, actor: { kind: 'system', name: 'test' }, commandId: 'met', correlation: 'test' },
    );
    const offered = (await formsOf(DIRECTOR, '/acknowledgement')).map((form) => form.fields.duty);
    expect(offered).not.toContain(fields.duty);
    expect(await site.text(INBOX, as(DIRECTOR))).toContain('✓ 已公开');
  });

  it('refuses an acknowledgement from elsewhere, of what is not there, and without a period', async () => {
    const { action, fields } = await first(DIRECTOR, '/acknowledgement');
    const send = async (person: string, changes: Record<string, string>) =>
      (await site.ask(action, { ...as(person), form: { ...fields, command: 'another-command', ...changes } }))
        .status;
    expect(await send('director-of-qingshan', {})).toBe(403);
    expect(await send(DIRECTOR, { duty: 'b-99' })).toBe(404);
    expect(await send(DIRECTOR, { period: 'someday' })).toBe(404);
    expect((await dutyNow(fields.duty))?.acknowledged).toBeUndefined();
  });
});

describe('the group robots', () => {
  it('are shown to the office with the ending of their key, and to nobody else', async () => {
    const path = `/desk/o/${DISTRICT}/robots`;
    const html = await site.text(path, as('zhao-qiming'));
    expect(html).toContain('党务公开工作群');
    expect(html).toContain('✕ 已移除');
    expect((await site.ask(path, as(DIRECTOR))).status).toBe(404);
    expect((await site.ask(path)).status).toBe(303);
  });
});
