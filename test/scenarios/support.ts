import { expect } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/organisation/policy.ts';
import { VirtualClock } from '../../infra/local/clock.ts';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';

/** Nine o'clock in the morning of the first school day. */
export const START = '2026-09-01T01:00:00.000Z';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The founder of the district; has no power once the office is filled. */
const FOUNDER = 'founder';
export const DISTRICT = 'chengjiang';

/** Invented people of the district and of two schools, by what they do. */
export const PEOPLE = {
  districtOffice: 'qiu-lan',
  districtHead: 'shao-ping',
  clerk: 'zhou-min',
  office: 'lin-hui',
  head: 'chen-guang',
  deputy: 'ma-yuan',
  member: 'wu-yue',
  teacher: 'he-qing',
  otherHead: 'tang-li',
  otherTeacher: 'gao-jie',
  passerBy: 'nobody-here',
} as const;

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: scenarios look into answers of every shape
  readonly body: any;
}

/** A whole local cloud with the clock in our hands, driven over HTTP alone. */
export class World {
  readonly cloud: Cloud;

  private constructor(cloud: Cloud) {
    this.cloud = cloud;
  }

  static async start(from = START): Promise<World> {
    const cloud = await startCloud({
      state: 'memory',
      template: 'cdk.out',
      clock: new VirtualClock(from),
      parameters: { DistrictId: DISTRICT, DistrictAdministrator: FOUNDER },
    });
    const world = new World(cloud);
    await world.#openDistrict();
    return world;
  }

  /** What went wrong where nobody got to see it: failures inside functions, and messages given up on. */
  get troubles(): readonly string[] {
    const { template, functionErrors } = this.cloud;
    const queues = template.resources('AWS::SQS::Queue').map(({ logicalId }) => logicalId);
    const left = queues.filter((queue) => Object.values(this.cloud.queueLength(queue)).some((n) => n > 0));
    return [...functionErrors.map((error) => JSON.stringify(error)), ...left];
  }

  stop(): Promise<void> {
    return this.cloud.stop();
  }

  /** The instant so many milliseconds from now. */
  at(milliseconds: number): string {
    return new Date(this.cloud.clock.now() + milliseconds).toISOString();
  }

  /** The day in Asia/Shanghai so many days from now. */
  day(count: number): string {
    return new Date(this.cloud.clock.now() + 8 * HOUR + count * DAY).toISOString().slice(0, 10);
  }

  /** Lets time pass; whatever is due on the way happens, a few hours late at most and never after the end. */
  async pass(milliseconds: number): Promise<void> {
    await this.cloud.clock.advanceBy(milliseconds, { coarsest: 6 * HOUR });
  }

  /** One request to the API, as somebody or, without `as`, as a visitor. */
  async call(method: string, path: string, as?: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.cloud.url}${path}`, {
      method,
      headers: {
        ...(as && { authorization: `Bearer ${await this.cloud.tokenFor(as)}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return {
      status: response.status,
      text,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : undefined,
    };
  }

  /** A page of the site, as a browser asks for it: signed in by the cookie. */
  async page(path: string, as?: string): Promise<Answer> {
    const token = as && (await this.cloud.tokenFor(as));
    const response = await fetch(`${this.cloud.url}${path}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(token && { cookie: `gongkai_token=${token}` }) },
    });
    const { status, headers } = response;
    return { status, headers, text: await response.text(), body: undefined };
  }

  /** A request that must succeed. */
  async ok(method: string, path: string, as?: string, body?: object): Promise<Answer> {
    const answer = await this.call(method, path, as, body);
    expect([200, 201], `${method} ${path}: ${answer.text}`).toContain(answer.status);
    return answer;
  }

  /** A command that must succeed, with everything that follows from it done. */
  async act(path: string, as: string | undefined, body: object = {}): Promise<Answer> {
    const answer = await this.ok('POST', path, as, body);
    await this.cloud.idle();
    return answer;
  }

  /** A command that must be refused. Answers with the stable code. */
  async refused(path: string, as: string | undefined, body: object = {}): Promise<string> {
    const answer = await this.call('POST', path, as, body);
    expect(answer.status, `POST ${path}: ${answer.text}`).toBeGreaterThanOrEqual(400);
    expect(answer.status, answer.text).toBeLessThan(500);
    return answer.body.code;
  }

  /** Address of a fresh draft in the API. */
  async propose(organisation: string, content: object, as: string = PEOPLE.clerk): Promise<string> {
    const answer = await this.ok('POST', `/v1/organisations/${organisation}/items`, as, content);
    return answer.headers.get('location') ?? '';
  }

  /** From a draft to the reviewed item, by the clerk and the office. */
  async review(item: string): Promise<void> {
    await this.act(`${item}/submission`, PEOPLE.clerk);
    await this.act(`${item}/reviews`, PEOPLE.office, REVIEW);
  }

  /** The whole way to the board. */
  async disclose(organisation: string, content: object): Promise<string> {
    const item = await this.propose(organisation, content);
    await this.review(item);
    await this.act(`${item}/approvals`, PEOPLE.head);
    return item;
  }

  /** Opens a school under the district. */
  async openSchool(id: string, school: School): Promise<void> {
    const office = PEOPLE.districtOffice;
    const base = `/v1/organisations/${id}`;
    const { name, kind, template = kind === 'committee' ? kind : 'branch', people = [], seats = [] } = school;
    const opening = { id, name, shortName: name, kind, superior: DISTRICT };
    await this.ok('POST', '/v1/organisations', office, opening);
    await this.ok('POST', `${base}/catalogue/adoption`, office, { template, version: 1 });
    if (people.length > 0) await this.ok('POST', `${base}/people`, office, { people });
    for (const [body, position, person] of seats) {
      await this.ok('POST', `${base}/seats`, office, { body, position, person, from: '2026-01-01' });
    }
    if (school.policy) {
      const policy = { ...DEFAULT_POLICY, ...school.policy };
      await this.ok('PUT', `${base}/policy`, office, { policy, reason: '经支部会议研究决定。' });
    }
    await this.cloud.idle();
  }

  async #openDistrict(): Promise<void> {
    const base = `/v1/organisations/${DISTRICT}`;
    const name = '澄江区教育党工委';
    await this.ok('POST', '/v1/organisations', FOUNDER, {
      id: DISTRICT,
      name,
      shortName: name,
      kind: 'committee',
    });
    await this.ok('POST', `${base}/people`, FOUNDER, {
      people: [member(PEOPLE.districtOffice, '邱岚'), member(PEOPLE.districtHead, '邵平')],
    });
    for (const [body, person] of [
      ['leading-group', PEOPLE.districtHead],
      ['office', PEOPLE.districtOffice],
    ]) {
      await this.ok('POST', `${base}/seats`, FOUNDER, { body, position: 'head', person, from: '2026-01-01' });
    }
    await this.cloud.idle();
  }
}

interface School {
  readonly name: string;
  readonly kind: 'committee' | 'general-branch' | 'branch';
  readonly template?: 'committee' | 'branch';
  readonly people?: readonly object[];
  readonly seats?: readonly (readonly [body: string, position: string, person: string])[];
  readonly policy?: object;
}

const member = (id: string, name: string) => ({ id, name, partyMember: true, staff: true });
const colleague = (id: string, name: string) => ({ id, name, partyMember: false, staff: true });

/** A school where nobody has to decide on their own text. */
export const STAFFED = {
  people: [
    member(PEOPLE.clerk, '周敏'),
    member(PEOPLE.office, '林慧'),
    member(PEOPLE.head, '陈光'),
    member(PEOPLE.deputy, '马远'),
    member(PEOPLE.member, '吴越'),
    colleague(PEOPLE.teacher, '何清'),
  ],
  seats: [
    ['office', 'member', PEOPLE.clerk],
    ['office', 'head', PEOPLE.office],
    ['leading-group', 'head', PEOPLE.head],
    ['leading-group', 'deputy', PEOPLE.deputy],
  ],
} as const;

/** People of another school, who are members and staff only there. */
export const OTHER_STAFF = {
  people: [member(PEOPLE.otherHead, '唐丽'), colleague(PEOPLE.otherTeacher, '高洁')],
  seats: [['office', 'head', PEOPLE.otherHead]],
} as const;

/** A disclosure to society, unless changed. */
export const content = (changes: object = {}) => ({
  row: 'b-17',
  title: '关于召开第五届教职工代表大会第二次会议的公开',
  text: '经党支部研究，定于九月中旬召开教职工代表大会。',
  basis: 'statutory',
  documentType: 'matter',
  matter: 'ordinary',
  important: false,
  forms: ['公示栏', '网站'],
  exception: '家长需要知道，增加网站公开。',
  audience: 'public',
  releasePlan: [{ audience: 'public' }],
  provider: { kind: 'office', name: '党务公开办公室' },
  accountable: PEOPLE.clerk,
  ...changes,
});

/** Changes that make it one for Party members only. */
export const INSIDE_ONLY = {
  row: 'b-09',
  title: '党组织设置及分工变动情况',
  text: '支部委员会分工作如下调整。',
  forms: ['设限平台'],
  audience: 'party',
  releasePlan: [{ audience: 'party' }],
};

/** Changes that make it one for the whole school, and nobody else. */
export const WHOLE_SCHOOL = {
  row: 'b-17',
  title: '教职工疗休养安排的公开',
  forms: ['公示栏'],
  audience: 'unit',
  releasePlan: [{ audience: 'unit' }],
};

/** Five verdicts and the secrecy check, all of them in favour. */
export const REVIEW = {
  verdicts: Object.fromEntries(
    ['content', 'form', 'audience', 'time', 'duration'].map((aspect) => [aspect, { ok: true }]),
  ),
  secrecy: { clear: true },
};
