import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const GUIDES = ['docs/receiving-notices.md', 'docs/receiving-notices.zh-CN.md'] as const;

/** The languages in which the guide has a whole receiver: the mark of the code, and what runs it. */
export const LANGUAGES = {
  JavaScript: { fence: 'js', file: 'receiver.mjs', command: process.execPath },
  Python: { fence: 'python', file: 'receiver.py', command: 'python3' },
} as const;
export type Language = keyof typeof LANGUAGES;

export const isThere = (language: Language): boolean =>
  spawnSync(LANGUAGES[language].command, ['--version']).status === 0;

/** The receiver as it stands in a guide. @throws Error when there is none */
export function codeIn(guide: string, language: Language): string {
  const { fence, file } = LANGUAGES[language];
  const blocks = readFileSync(guide, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms);
  for (const [, mark, code = ''] of blocks)
    if (mark === fence && new RegExp(`^(//|#) ${file}\n`).test(code)) return code;
  throw new Error(`no ${file} in ${guide}`);
}

export interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver of the guide, run as its reader would run it. */
export class GuideReceiver {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(language: Language, secret: string): Promise<GuideReceiver> {
    const { file, command } = LANGUAGES[language];
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-receiver-'));
    writeFileSync(join(folder, file), codeIn(GUIDES[0], language));
    const port = await freePort();
    const env = { ...process.env, SECRET: secret, PORT: String(port) };
    const child = spawn(command, [join(folder, file)], { env, stdio: 'ignore' });
    const receiver = new GuideReceiver(`http://127.0.0.1:${port}/`, child, folder);
    await receiver.#listens();
    return receiver;
  }

  /** @returns its status and what it said */
  async post({ headers, body }: Sent): Promise<readonly [status: number, text: string]> {
    const response = await fetch(this.url, { method: 'POST', headers, body });
    return [response.status, await response.text()];
  }

  /** What it has on its screen. */
  async onShow(): Promise<readonly { readonly id: string; readonly title: string }[]> {
    return JSON.parse(await (await fetch(this.url)).text());
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
    rmSync(this.#folder, { recursive: true });
  }

  async #listens(): Promise<void> {
    while (this.#child.exitCode === null) {
      if (await this.onShow().then(Boolean, () => false)) return;
      await new Promise((wait) => setTimeout(wait, 20));
    }
    throw new Error('the receiver of the guide ended by itself');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
