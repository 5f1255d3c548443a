import { beforeAll, describe, expect, it } from 'vitest';
import type { Audience } from '../../../domain/kernel/audience.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { FileRequest } from '../../../functions/shell/file-commands.ts';
import {
  act,
  bring,
  content,
  PEOPLE,
  SCHOOL,
  sampleDistrict,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

/** The matrix of the visibility test, for files: who gets the attachment of an item for that audience. */
const MATRIX: readonly (readonly [Audience, readonly (Who | 'stranger')[]])[] = [
  ['public', ['stranger', 'administrator', 'teacher', 'member', 'clerk', 'secretary']],
  ['unit', ['teacher', 'member', 'clerk', 'secretary']],
  ['party', ['member', 'clerk', 'secretary']],
  ['named', ['member']],
];
const EVERYBODY: readonly (Who | 'stranger')[] = MATRIX[0]?.[1] ?? [];

const asked = (who: Who | 'stranger') => (who === 'stranger' ? {} : { token: tokenOf(who) });
const itemOf = (audience: Audience) => `files-${audience}`;
const page = (item: string) => `/o/${SCHOOL}/items/${item}`;
const desk = (item: string) => `/desk/o/${SCHOOL}/items/${item}`;

let district: MemoryDistrict;
let site: Site;

async function command(id: string, request: Pick<FileRequest, 'type' | 'data'>): Promise<void> {
  await district.files.issue(new OrgScope(SCHOOL), id, {
    ...request,
    actor:
      request.type === 'RequestUpload'
        ? { kind: 'person', person: PEOPLE.clerk[0], organisation: SCHOOL }
        : { kind: 'system', name: 'inspect-file' },
    now: district.now,
    commandId: `${request.type}-${id}`,
    correlation: 'test',
  });
  await district.settle();
}

async function accepted(id: string, type: 'jpeg' | 'pdf' = 'jpeg', item?: string): Promise<string> {
  await command(id, { type: 'RequestUpload', data: { name: `材料${id}`, ...(item && { item }) } });
  await command(id, {
    type: 'InspectFile',
    data: {
      sha256: 'a'.repeat(64),
      bytes: 2_000_000,
      type,
      published: { sha256: 'b'.repeat(64), bytes: 1_500_000 },
      screening: { coverage: type === 'pdf' ? 'all' : 'none', findings: [] },
    },
  });
  return id;
}

const disclosed = (audience: Audience, attachments: string[]) =>
  bring(
    district,
    itemOf(audience),
    content({
      row: 'b-05',
      title: `附件可见性 ${audience}`,
      audience,
      releasePlan: [{ audience }],
      attachments,
      ...(audience === 'named' && { named: [PEOPLE.member[0]] }),
    }),
    'approved',
  );

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
  for (const [audience] of MATRIX) await disclosed(audience, [await accepted(`f-${audience}`)]);
});

describe('a file', () => {
  it.each(MATRIX)(
    'of an item for %s is for those who see the item, on every way',
    async (audience, readers) => {
      for (const who of EVERYBODY) {
        const may = readers.includes(who);
        const base = page(itemOf(audience));
        const file = await site.ask(`${base}/files/f-${audience}`, asked(who));
        expect(file.status, who).toBe(may ? 302 : 404);
        expect((await site.ask(`${base}/files/f-${audience}/thumbnail`, asked(who))).status, who).toBe(
          may ? 200 : 404,
        );
        expect((await site.text(base, asked(who))).includes(`材料f-${audience}`), who).toBe(may);
        if (!may) continue;
        const link = new URL(file.headers.get('location') ?? '');
        expect(link.pathname).toBe(`/published/${SCHOOL}/f-${audience}/${'a'.repeat(64)}`);
        expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
        expect(link.searchParams.get('response-content-disposition')).toMatch(
          /^inline; filename="file\.jpg"/,
        );
        expect(file.headers.get('cache-control')).toBe('private, no-store');
      }
    },
  );

  it('is got through the item that names it only', async () => {
    expect((await site.ask(`${page(itemOf('public'))}/files/f-unit`, asked('secretary'))).status).toBe(404);
    expect((await site.ask(`${page(itemOf('public'))}/files/f-nowhere`)).status).toBe(404);
  });

  it('that is no image is saved, never opened, and has no small picture', async () => {
    await bring(district, 'with-pdf', content({ attachments: [await accepted('f-pdf', 'pdf')] }), 'approved');
    const { headers } = await site.ask(`${page('with-pdf')}/files/f-pdf`);
    const query = new URL(headers.get('location') ?? '').searchParams;
    expect(query.get('response-content-disposition')).toMatch(/^attachment; /);
    expect(query.get('response-content-type')).toBe('application/pdf');
    expect((await site.ask(`${page('with-pdf')}/files/f-pdf/thumbnail`)).status).toBe(404);
    expect(await site.text(page('with-pdf'))).toContain('PDF 文档，1.5 MB');
  });

  it('may be kept by anybody for a minute when it is for anybody, and otherwise only after asking again', async () => {
    const thumbnail = (audience: Audience) => `${page(itemOf(audience))}/files/f-${audience}/thumbnail`;
    const open = await site.ask(thumbnail('public'));
    expect(open.headers.get('cache-control')).toBe('public, max-age=60');
    const closed = await site.ask(thumbnail('party'), asked('member'));
    expect(closed.headers.get('cache-control')).toBe('private, no-cache');
    expect(closed.headers.get('x-content-type-options')).toBe('nosniff');
    const headers = { 'if-none-match': closed.headers.get('etag') ?? '' };
    expect((await site.ask(thumbnail('party'), { ...asked('member'), headers })).status).toBe(304);
    expect((await site.ask(thumbnail('party'), { ...asked('teacher'), headers })).status).toBe(404);
  });

  it('goes with the version that names it: another takes its place, and both are there', async () => {
    await bring(district, 'revised', content({ attachments: [await accepted('f-old')] }), 'approved');
    const next = content({ attachments: [await accepted('f-new')] });
    await act(district, 'clerk', 'revised', 'ReviseItem', { content: next, reason: '更换附件', answers: [] });
    const files = `${page('revised')}/files`;
    // The new one is being worked on, and nobody's business yet.
    expect((await site.ask(`${files}/f-new`)).status).toBe(404);
    await act(district, 'clerk', 'revised', 'SubmitItem', {});
    await act(district, 'director', 'revised', 'ReviewItem', REVIEWED);
    await act(district, 'secretary', 'revised', 'ApproveItem', {});
    expect((await site.ask(`${files}/f-new`)).status).toBe(302);
    expect((await site.ask(`${files}/f-old`)).status).toBe(404);
    expect((await site.ask(`${files}/f-old?version=1`)).status).toBe(302);
  });

  it('of a draft is for those who work on it, on the desk', async () => {
    await bring(district, 'drafted', content({ attachments: [await accepted('f-draft')] }), 'drafted');
    expect((await site.ask(`${page('drafted')}/files/f-draft`, asked('clerk'))).status).toBe(404);
    expect((await site.ask(`${desk('drafted')}/files/f-draft/content`, asked('clerk'))).status).toBe(302);
    expect((await site.ask(`${desk('drafted')}/files/f-draft/content`, asked('teacher'))).status).toBe(404);
    expect((await site.ask(`${desk('drafted')}/files/f-unit/content`, asked('clerk'))).status).toBe(404);
  });
});

describe('the desk', () => {
  it('registers a file, then shows the form that sends it to the store and nowhere else', async () => {
    await bring(district, 'at-work', content({ title: '办理中的事项' }), 'drafted');
    const form = { command: 'a-key-of-its-own', name: '会议签到表' };
    const registered = await site.ask(`${desk('at-work')}/files`, { ...asked('clerk'), form });
    expect(registered.status).toBe(303);
    const upload = await site.ask(registered.headers.get('location') ?? '', asked('clerk'));
    const text = await upload.text();
    expect(text).toContain(
      'action="https://files.s3.cn-north-1.amazonaws.com.cn/" enctype="multipart/form-data"',
    );
    expect(upload.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://files.s3.cn-north-1.amazonaws.com.cn",
    );
    const elsewhere = await site.ask(desk('at-work'), asked('clerk'));
    expect(elsewhere.headers.get('content-security-policy')).toMatch(/form-action 'self'(;|$)/);
    expect(await site.text(`${desk('at-work')}/files`, asked('clerk'))).toMatch(/会议签到表.*等待上传/s);
  });

  it('refuses a name that tells of people, beside its field', async () => {
    const form = { command: 'another-key-of-its-own', name: '联系人 13812345678' };
    const refused = await site.ask(`${desk('at-work')}/files`, { ...asked('clerk'), form });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('文件名称含有疑似个人信息');
  });

  it('offers what passed for the draft, ticked when one comes from it, and saves it', async () => {
    await accepted('f-mine', 'pdf', 'at-work');
    const checked = await site.text(`${desk('at-work')}/files/f-mine`, asked('clerk'));
    expect(checked).toContain(`${desk('at-work')}/edit?attach=f-mine#f-attachments`);
    const edit = await site.text(`${desk('at-work')}/edit?attach=f-mine`, asked('clerk'));
    expect(edit).toMatch(/name="attachments" value="f-mine" checked/);
    expect(await site.text(`${desk('at-work')}/edit`, asked('clerk'))).not.toMatch(/value="f-mine" checked/);
  });

  it('is nobody else’s', async () => {
    for (const path of ['files', 'files/f-mine', 'files/f-mine/content']) {
      expect((await site.ask(`${desk('at-work')}/${path}`, asked('teacher'))).status, path).toBe(404);
    }
  });

  it('tells reviewers what could not be screened', async () => {
    await bring(district, 'to-review', content({ attachments: [await accepted('f-photo')] }), 'submitted');
    expect(await site.text(desk('to-review'), asked('director'))).toMatch(
      /附件未能全部筛查个人信息，请打开核对：《材料f-photo》/,
    );
  });
});

const ok = { ok: true };
const REVIEWED = {
  verdicts: { content: ok, form: ok, audience: ok, time: ok, duration: ok },
  secrecy: { clear: true },
};
