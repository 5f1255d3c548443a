import { webcrypto } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RobotKind } from '../../domain/alert/platforms.ts';
import type { RobotAddress } from '../../domain/alert/robot.ts';

/** What a group saw. */
export interface GroupMessage {
  readonly title: string;
  readonly text: string;
}

/** How the platform behaves once instead of judging: answers this, or never. */
export type PlatformMishap =
  | 'hang'
  | { readonly status: number; readonly body: string; readonly location?: string };

interface Judgement {
  readonly code: number;
  readonly text: string;
  readonly status?: number;
}

const KEY = '693a91f6-0000-4bc4-97a0-0ec2sifa5aaa';
const SECRET = 'SEC0d4e7c1b29';

/**
 * A robot of one group on a platform of its own: a real HTTP server that does as the platform's documentation says. It
 * answers 200 with a code, checks signatures with WebCrypto (nothing shared with the sender), knows its limits, and
 * keeps what its group saw.
 */
export class RobotPlatform {
  readonly messages: GroupMessage[] = [];
  /** Bodies of everything that came in, as it came. */
  readonly bodies: string[] = [];
  readonly #kind: RobotKind;
  readonly #server: Server;
  readonly #limit: number;
  #mishaps: PlatformMishap[] = [];

  private constructor(kind: RobotKind, limit: number) {
    this.#kind = kind;
    this.#limit = limit;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  /** Listens on a free port of 127.0.0.1. @param limit messages that it takes before it calls them too many */
  static async start(kind: RobotKind, limit = Number.POSITIVE_INFINITY): Promise<RobotPlatform> {
    const platform = new RobotPlatform(kind, limit);
    await new Promise<void>((ready) => platform.#server.listen(0, '127.0.0.1', ready));
    return platform;
  }

  /** The address for copying, with the key in it. */
  get url(): string {
    const origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    if (this.#kind === 'wecom') return `${origin}/cgi-bin/webhook/send?key=${KEY}`;
    if (this.#kind === 'dingtalk') return `${origin}/robot/send?access_token=${KEY}`;
    return `${origin}/open-apis/bot/v2/hook/${KEY}`;
  }

  /** Where messages reach the group when they are signed with the right secret. */
  get address(): RobotAddress {
    const { origin, pathname } = new URL(this.url);
    if (this.#kind === 'wecom') return { kind: 'wecom', base: origin + pathname, key: KEY };
    const base = (origin + pathname).replace(`/${KEY}`, '');
    return { kind: this.#kind, base, key: KEY, secret: SECRET };
  }

  fail(...mishaps: readonly PlatformMishap[]): void {
    this.#mishaps.push(...mishaps);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    this.bodies.push(body);
    const mishap = this.#mishaps.shift();
    if (mishap === 'hang') return;
    if (mishap) {
      response.writeHead(mishap.status, mishap.location ? { location: mishap.location } : {});
      response.end(mishap.body);
      return;
    }
    const { code, text, status = 200 } = await this.#judge(new URL(request.url ?? '/', this.url), body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        this.#kind === 'feishu' ? { code, msg: text, data: {} } : { errcode: code, errmsg: text },
      ),
    );
  }

  async #judge(url: URL, body: string): Promise<Judgement> {
    const message = JSON.parse(body);
    const judgement = await this[`_${this.#kind}`](url, body, message);
    if (judgement) return judgement;
    if (this.messages.length >= this.#limit) return TOO_MANY[this.#kind];
    this.messages.push(readers[this.#kind](message));
    return { code: 0, text: 'ok' };
  }

  private async _wecom(url: URL, _: string, message: WecomBody): Promise<Judgement | undefined> {
    if (url.searchParams.get('key') !== KEY) return { code: 93000, text: 'invalid webhook url' };
    if (message.msgtype !== 'markdown') return { code: 40008, text: 'invalid message type' };
    const isLong = Buffer.byteLength(message.markdown.content) > 4096;
    return isLong ? { code: 40058, text: 'markdown.content exceed max length 4096' } : undefined;
  }

  private async _dingtalk(url: URL): Promise<Judgement | undefined> {
    const timestamp = url.searchParams.get('timestamp') ?? '';
    if (Math.abs(Date.now() - Number(timestamp)) > 3_600_000)
      return { code: 310000, text: 'invalid timestamp' };
    const expected = await hmac(SECRET, `${timestamp}\n${SECRET}`);
    return url.searchParams.get('sign') === expected ? undefined : { code: 310000, text: 'sign not match' };
  }

  private async _feishu(url: URL, body: string, message: FeishuBody): Promise<Judgement | undefined> {
    if (!url.pathname.endsWith(`/${KEY}`)) return { status: 404, code: 99991201, text: 'resource not find' };
    if (Buffer.byteLength(body) > 20_480) return { code: 9499, text: 'Bad Request' };
    const isRecent = Math.abs(Date.now() / 1000 - Number(message.timestamp)) < 3_600;
    const expected = await hmac(`${message.timestamp}\n${SECRET}`, '');
    return isRecent && message.sign === expected ? undefined : { code: 19021, text: 'sign match fail' };
  }
}

const TOO_MANY: Readonly<Record<RobotKind, Judgement>> = {
  wecom: { code: 45009, text: 'api freq out of limit' },
  dingtalk: { code: 130101, text: 'send too fast, exceed 20 times per minute' },
  feishu: { code: 11232, text: 'frequency limited' },
};

interface WecomBody {
  readonly msgtype: string;
  readonly markdown: { readonly content: string };
}

interface FeishuBody {
  readonly timestamp: string;
  readonly sign: string;
}

// biome-ignore lint/suspicious/noExplicitAny: three shapes of JSON that came over the wire
const readers: Readonly<Record<RobotKind, (body: any) => GroupMessage>> = {
  wecom: ({ markdown }) => ({ title: markdown.content.split('\n')[0], text: markdown.content }),
  dingtalk: ({ markdown }) => ({ title: markdown.title, text: markdown.text }),
  feishu: ({ card }) => ({ title: card.header.title.content, text: card.elements[0].text.content }),
};

async function hmac(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await webcrypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const signature = await webcrypto.subtle.sign('HMAC', imported, encoder.encode(text));
  return Buffer.from(signature).toString('base64');
}
