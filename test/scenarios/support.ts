import { expect } from 'vitest';
import { VirtualClock } from '../../infra/local/clock.ts';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import { hopsOf } from '../../infra/local/sample/history/play.ts';
import {
  DISTRICT,
  districtSteps,
  FOUNDER,
  PEOPLE,
  REVIEW,
  requestOf,
  type School,
  type Step,
  schoolSteps,
} from '../support/school.ts';

/** Enough to get into each other's way; more only makes two cores start more functions. */
export const AT_ONCE = 3;
/** Nine o'clock in the morning of the first school day. */
export const START = '2026-09-01T01:00:00.000Z';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

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
      concurrency: AT_ONCE,
      template: 'cdk.out',
      clock: new VirtualClock(from),
      parameters: { DistrictId: DISTRICT, DistrictAdministrator: FOUNDER },
    });
    const world = new World(cloud);
    await world.#take(districtSteps());
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

  /** Lets time pass, from one thing that waits to the next, and through what happens every day. */
  async pass(milliseconds: number): Promise<void> {
    await this.cloud.clock.advanceBy(milliseconds, { ...hopsOf(this.cloud), coarsest: DAY });
  }

  /** One request to the API, as somebody or, without `as`, as a visitor. */
  async call(
    method: string,
    path: string,
    as?: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.cloud.url}${path}`, {
      method,
      headers: {
        ...headers,
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
    await this.#take(schoolSteps(id, school));
  }

  async #take(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const { method, path, body } = requestOf(step);
      await this.ok(method, path, step.person, body);
    }
    await this.cloud.idle();
  }
}

/** Changes that make it one for the whole school, and nobody else. */
export const WHOLE_SCHOOL = {
  row: 'b-17',
  title: '教职工疗休养安排的公开',
  forms: ['公示栏'],
  audience: 'unit',
  releasePlan: [{ audience: 'unit' }],
};
