import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, PLACE, pdf, photo, RESIDENT_ID } from '../functions/inspect-file/samples.ts';
import { content, OTHER_STAFF, PEOPLE, STAFFED } from '../support/school.ts';
import { type Answer, DAY, WHOLE_SCHOOL, World } from './support.ts';

const SCHOOL = 'dongfang';
const SCHOOL_PATH = `/v1/organisations/${SCHOOL}`;

/** Who may see what the whole school may. */
const READERS: readonly (readonly [who: string, as: string | undefined, may: boolean])[] = [
  ['a colleague', PEOPLE.teacher, true],
  ['a Party member', PEOPLE.member, true],
  ['a visitor', undefined, false],
  ['somebody on no roster', PEOPLE.passerBy, false],
  ['a colleague of another school', PEOPLE.otherTeacher, false],
];

interface Upload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

describe('files: the photo of the wall, the minutes, the attachment', () => {
  let world: World;
  let item: string;

  beforeAll(async () => {
    world = await World.start();
    await world.openSchool(SCHOOL, { name: '东方小学党支部', kind: 'branch', ...STAFFED });
    await world.openSchool('hezui', { name: '河嘴小学党支部', kind: 'branch', ...OTHER_STAFF });
    item = await world.disclose(SCHOOL, content(WHOLE_SCHOOL));
  });
  afterAll(() => world?.stop());

  function send({ url, fields }: Upload, bytes: Uint8Array): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), 'IMG_20260901.JPG');
    return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  }

  const request = (name: string, more: object = {}): Promise<Answer> =>
    world.ok('POST', `${SCHOOL_PATH}/files`, PEOPLE.clerk, { name, ...more });

  /** Id of a file that was sent and looked into. */
  async function file(name: string, bytes: Uint8Array, more: object = {}): Promise<string> {
    const { body } = await request(name, more);
    expect((await send(body.upload, bytes)).status).toBe(204);
    await world.cloud.idle();
    return body.id;
  }

  const verdict = async (id: string) =>
    (await world.ok('GET', `${SCHOOL_PATH}/files/${id}`, PEOPLE.clerk)).body;
  const proof = (files: readonly string[]) => ({
    form: '公示栏',
    audience: 'unit',
    place: '校门口公示栏',
    heldAt: world.at(0),
    reached: 60,
    recipients: '全体教职工',
    note: '张贴照片见附件',
    files,
  });

  it('[JX-23] a photo of the wall is proof, for those who may see the item and for nobody else', async () => {
    const bytes = photo();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = await file('公示栏照片', bytes, { type: 'jpeg', bytes: bytes.length, sha256 });
    expect(await verdict(id)).toMatchObject({
      stage: 'accepted',
      type: 'jpeg',
      thumbnail: true,
      screening: { coverage: 'none', findings: [] },
    });
    await world.act(`${item}/proofs`, PEOPLE.clerk, proof([id]));
    const page = `/o/${SCHOOL}/items/${item.split('/').at(-1)}`;
    for (const [who, as, may] of READERS) {
      const reading = await world.call('GET', `${item}/files/${id}`, as);
      expect(reading.status, who).toBe(may ? 200 : 404);
      const download = await world.page(`${page}/files/${id}`, as);
      expect(download.status, who).toBe(may ? 302 : 404);
      expect((await world.page(`${page}/files/${id}/thumbnail`, as)).status, who).toBe(may ? 200 : 404);
      if (!may) continue;
      expect((await world.page(page, as)).text).toContain('个人信息未筛查');
      for (const url of [reading.body.url, download.headers.get('location')]) {
        const served = await fetch(url);
        const got = Buffer.from(await served.arrayBuffer());
        expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
        expect([got.subarray(0, 2).toString('hex'), got.includes(PLACE)]).toEqual(['ffd8', false]);
      }
    }
    const { url } = (await world.ok('GET', `${item}/files/${id}`, PEOPLE.teacher)).body;
    await world.pass(6 * 60_000);
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(url.replace('published', 'sealed'))).status).toBe(403);
  });

  it('a page without a script sends one as well, and says what became of it', async () => {
    const token = await world.cloud.tokenFor(PEOPLE.clerk);
    const desk = `/desk/o/${SCHOOL}/items/${item.split('/').at(-1)}/files`;
    const form = await world.page(desk, PEOPLE.clerk);
    const command = /name="command" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const registered = await fetch(`${world.cloud.url}${desk}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `gongkai_token=${token}`, origin: world.cloud.url },
      body: new URLSearchParams({ command, name: '签到表' }),
    });
    expect(registered.status).toBe(303);
    const { text, headers } = await world.page(registered.headers.get('location') ?? '', PEOPLE.clerk);
    const [, url = ''] =
      /<form method="post" action="([^"]+)" enctype="multipart\/form-data"/.exec(text) ?? [];
    expect(headers.get('content-security-policy')).toContain(`form-action 'self' ${new URL(url).origin}`);
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g)];
    const fields = Object.fromEntries(
      hidden.map(([, name = '', value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ]),
    );
    const { next: _, size: __, contrast: ___, ...policy } = fields;
    const sent = await send({ url, fields: policy }, docx([['到会十四人']]));
    expect(sent.status).toBe(303);
    await world.cloud.idle();
    const back = new URL(sent.headers.get('location') ?? '');
    expect(back.origin).toBe(world.cloud.url);
    expect((await world.page(`${back.pathname}${back.search}`, PEOPLE.clerk)).text).toContain('检查通过');
  });

  it('what is active is not taken, and cannot be a proof', async () => {
    const id = await file('横幅', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
    expect(await verdict(id)).toMatchObject({ stage: 'rejected', rejection: 'active-content' });
    expect(await world.refused(`${item}/proofs`, PEOPLE.clerk, proof([id]))).toBe('file-not-accepted');
    const script = await pdf(['hi'], (document) => void document.addJavaScript('x', 'app.alert(1)'));
    expect(await verdict(await file('脚本', script))).toMatchObject({ rejection: 'active-content' });
    const scan = await pdf([undefined]);
    expect(await verdict(await file('扫描件', scan))).toMatchObject({
      stage: 'accepted',
      screening: { coverage: 'none' },
    });
  });

  it('what is not what was declared is not taken', async () => {
    const { body } = await request('清单', { sha256: 'a'.repeat(64) });
    expect((await send(body.upload, Buffer.from('另一份'))).status).toBe(204);
    await world.cloud.idle();
    expect(await verdict(body.id)).toMatchObject({ stage: 'rejected', rejection: 'checksum-differs' });
    const other = (await request('清单', { bytes: 5 })).body;
    expect((await send(other.upload, Buffer.from('more than five'))).status).toBe(400);
  });

  it('an attachment with an identity number holds up the approval until somebody says why it may', async () => {
    const list = await file('评优名单', docx([[`张某某，身份证号 ${RESIDENT_ID}`]]));
    expect((await verdict(list)).screening).toMatchObject({ findings: [{ kind: 'resident-id', count: 1 }] });
    const draft = await world.propose(SCHOOL, content({ title: '评优结果公示', attachments: [list] }));
    await world.review(draft);
    expect(await world.refused(`${draft}/approvals`, PEOPLE.head)).toBe('findings-open');
    expect(await world.refused(`${draft}/maskings`, PEOPLE.office, { finding: 'f-1' })).toBe(
      'finding-in-file',
    );
    const desk = await world.page(`/desk/o/${SCHOOL}/items/${draft.split('/').at(-1)}`, PEOPLE.office);
    expect(desk.text).toContain('附件《评优名单》');
    expect(desk.text).not.toContain(RESIDENT_ID);
    await world.act(`${draft}/justifications`, PEOPLE.office, { finding: 'f-1', reason: '本人书面同意' });
    await world.act(`${draft}/approvals`, PEOPLE.head);
    const reading = (await world.ok('GET', `${draft}/files/${list}`)).body;
    expect(reading).toMatchObject({ name: '评优名单', type: 'docx', screening: { coverage: 'all' } });
    const served = await fetch(reading.url);
    expect(served.headers.get('content-disposition')).toMatch(/^attachment; filename="file\.docx"/);
    // Taken down, it is gone with the item; nothing of it is deleted.
    await world.act(`${draft}/withdrawals`, PEOPLE.clerk, { reason: '名单有误', inError: true });
    expect((await world.call('GET', `${draft}/files/${list}`)).status).toBe(404);
    expect((await verdict(list)).stage).toBe('accepted');
  });

  it('what never arrives lapses after a day', async () => {
    const { body } = await request('忘记上传的照片');
    await world.pass(DAY + 60_000);
    expect((await verdict(body.id)).stage).toBe('lapsed');
    expect(world.troubles).toEqual([]);
  });
});
