import { randomUUID } from 'node:crypto';
import { dayOf, instantOf } from '../../domain/kernel/time.ts';
import type { Cloud } from '../../infra/local/cloud.ts';
import { SampleApi } from '../../infra/local/sample/api.ts';
import { calendarFrom } from '../../infra/local/sample/life.ts';
import { openOrganisation } from '../../infra/local/sample/load.ts';
import { SAMPLE_DISTRICT, SAMPLE_ORGANISATIONS } from '../../infra/local/sample/organisations.ts';
import { DisplayReceiver } from '../support/display-receiver.ts';
import { startDistrict } from './district.ts';

const SCHOOL = 'xinglan';
const START = '2026-11-23T01:00:00.000Z';
const DAY_MS = 86_400_000;

const READERS = [
  ['社会公众', undefined],
  ['非党员教师', 'su-mianmian'],
  ['党员教师', 'fu-guangyao'],
] as const;

const content = {
  row: 'c-27',
  title: '关于课后服务收费标准调整方案的公示',
  text: '经**党委扩大会议**研究，自下学期起课后服务每课时收费由 6 元调整为 5 元，现予公示，请党员、教职工和家长监督。',
  basis: 'statutory',
  documentType: 'public-notice',
  matter: 'vital-interest',
  important: true,
  forms: ['会议', '设限平台', '公示栏', '网站', '电子屏'],
  audience: 'public',
  objection: {
    periodDays: 12,
    contact: '党务公开办公室',
    phone: '010-55501234',
    supervisionPhone: '010-55501235',
    howToObject: '公示期内可在本页留言、来信或来访提出意见。',
  },
  provider: { kind: 'office', name: '教务处' },
  accountable: 'jiang-hailin',
};

/**
 * The life of one item at a school whose display is a real HTTP receiver.
 *
 * @throws Error when anything is not as it should be
 */
export async function showItem(): Promise<void> {
  const cloud = await startDistrict(START);
  const display = await DisplayReceiver.start();
  try {
    await new ItemDemo(cloud, display).run();
  } finally {
    await display.stop();
    await cloud.stop();
  }
}

class ItemDemo {
  readonly #cloud: Cloud;
  readonly #display: DisplayReceiver;
  #item = '';
  #printed = 0;

  constructor(cloud: Cloud, display: DisplayReceiver) {
    this.#cloud = cloud;
    this.#display = display;
  }

  async run(): Promise<void> {
    await this.#openSchool();
    await this.#hangUpDisplay();
    const tomorrow = instantOf(this.#cloud.clock.now() + DAY_MS);
    const releasePlan = [
      { audience: 'party' },
      { audience: 'unit', at: tomorrow },
      { audience: 'public', at: tomorrow },
    ];
    const proposed = await this.#send('song-wanqing', 'POST', 'items', { ...content, releasePlan });
    this.#item = String(proposed.id);
    await this.#step('提出：教务处提供内容，党办干事拟稿');
    await this.#send('song-wanqing', 'POST', `items/${this.#item}/submission`, {});
    await this.#step('提交：系统自动检查个人信息');
    await this.#send('jiang-hailin', 'POST', `items/${this.#item}/reviews`, REVIEW);
    await this.#step('审核：内容、形式、范围、时间、时长五项和保密审查');
    await this.#send('luo-siyuan', 'POST', `items/${this.#item}/approvals`, {});
    await this.#send('du-zhongyan', 'POST', `items/${this.#item}/approvals`, {});
    await this.#step('审批：领导小组审批、主要领导审签，随即在党内公开');
    await this.#cloud.clock.advanceBy(DAY_MS + 60_000, { coarsest: DAY_MS });
    await this.#step('次日：到点自动向本单位和社会公开');
    await this.#send(undefined, 'POST', `items/${this.#item}/feedback`, OPINION);
    await this.#step('家长匿名提出意见，系统交办到责任人');
    await this.#cloud.clock.advanceBy(13 * DAY_MS, { coarsest: 13 * DAY_MS });
    await this.#step('公示期满：自动撤下，公示屏同时收到撤下通知');
    this.#expectDisplay();
  }

  async #openSchool(): Promise<void> {
    const { url } = this.#cloud;
    const api = new SampleApi({ url, tokenFor: (sub) => this.#cloud.tokenFor(sub) });
    for (const organisation of SAMPLE_ORGANISATIONS.filter(({ id }) =>
      [SAMPLE_DISTRICT, SCHOOL].includes(id),
    )) {
      await openOrganisation(api, { ...organisation, displays: [] }, calendarFrom(START));
    }
    await this.#cloud.idle();
    console.log('已开通：区教育党工委、杏澜中学党委（机构、席位、目录 33 行）');
  }

  async #hangUpDisplay(): Promise<void> {
    const { policy } = SAMPLE_ORGANISATIONS.find(({ id }) => id === SCHOOL)?.policy ?? {};
    await this.#send('jiang-hailin', 'PUT', 'policy', {
      policy: { ...policy, displayNetworks: { allowHttp: true, allowedAddresses: ['127.0.0.1'] } },
      reason: '演示：公示屏在本机',
    });
    const { secret } = await this.#send('jiang-hailin', 'POST', 'displays', {
      name: '校门口电子屏',
      place: '学校东门',
      url: this.#display.url,
      audience: 'public',
    });
    this.#display.trust(String(secret));
    await this.#cloud.idle();
    console.log('已登记公示屏，密钥只显示一次');
  }

  /** Prints what has been recorded since the last step, and who can read the item now. */
  async #step(name: string): Promise<void> {
    await this.#cloud.idle();
    console.log(`\n■ ${name}`);
    const path = `/v1/organisations/${SCHOOL}/items/${this.#item}`;
    const record = await this.#get('jiang-hailin', `${path}/record`);
    const { commits } = (await record.json()) as { commits: { version: number; body: string }[] };
    for (const { version, body } of commits.slice(this.#printed)) {
      const { at, by, events } = JSON.parse(body) as CommitText;
      const who = by.person ?? `系统 ${by.name}`;
      console.log(
        `  ${local(at)}  第${version}次记录  ${who}  ${events.map(({ type }) => type).join(' + ')}`,
      );
    }
    this.#printed = commits.length;
    const sees = await Promise.all(
      READERS.map(async ([reader, person]) => `${reader}${(await this.#get(person, path)).ok ? '✓' : '✗'}`),
    );
    const notices = this.#display.receptions.map(({ notice }) => notice?.type ?? '签名不符');
    console.log(`  可见：${sees.join('  ')}    公示屏收到：${notices.join('、') || '（无）'}`);
  }

  #expectDisplay(): void {
    const types = this.#display.receptions.map(({ notice }) => notice?.type);
    const isRight = types[0] === 'notice.released' && types.at(-1) === 'notice.withdrawn';
    if (!isRight || this.#display.onShow.length > 0) throw new Error(`the display saw ${types.join(', ')}`);
    console.log('\n公示屏的每条通知都已用独立的 standardwebhooks 包验证签名；屏上现在没有已撤下的内容。');
  }

  async #send(
    person: string | undefined,
    method: string,
    path: string,
    body: object,
  ): Promise<Record<string, unknown>> {
    const response = await this.#fetch(person, method, `/v1/organisations/${SCHOOL}/${path}`, body);
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok)
      throw new Error(
        `${method} ${path}: ${response.status} ${answer.zh} ${answer.en} ${JSON.stringify(answer.errors ?? '')}`,
      );
    return answer;
  }

  #get(person: string | undefined, path: string): Promise<Response> {
    return this.#fetch(person, 'GET', path);
  }

  async #fetch(person: string | undefined, method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.#cloud.url}${path}`, {
      method,
      headers: {
        ...(person && { authorization: `Bearer ${await this.#cloud.tokenFor(person)}` }),
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

interface CommitText {
  readonly at: string;
  readonly by: { readonly person?: string; readonly name?: string };
  readonly events: readonly { readonly type: string }[];
}

const local = (at: string): string =>
  `${dayOf(at)} ${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)}`;

const ok = { ok: true };
const REVIEW = {
  verdicts: { content: ok, form: ok, audience: ok, time: ok, duration: ok },
  secrecy: { clear: true },
};
const OPINION = {
  text: '建议说明困难家庭如何减免。',
  from: { kind: 'anonymous' },
  speaker: 'parent',
  channel: 'online',
};
