import type { Hono } from 'hono';
import type { HttpEnv } from '../../../functions/edge/http.ts';
import type { SiteServices } from '../../../functions/site/services.ts';
import { siteApp } from '../../../functions/site/site.tsx';
import type { tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';

export const PUBLIC_URL = 'https://gongkai.example.edu.cn';

export interface Asked {
  readonly token?: ReturnType<typeof tokenOf>;
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The pages over a district, asked without a network. */
export class Site {
  readonly #district: MemoryDistrict;
  readonly #app: Hono<HttpEnv>;

  constructor(district: MemoryDistrict, changes: Partial<SiteServices> = {}) {
    this.#district = district;
    this.#app = siteApp({ ...district.services(PUBLIC_URL), ...changes });
  }

  async ask(path: string, { token, method, form, body, headers = {} }: Asked = {}): Promise<Response> {
    const cookie = token && { cookie: `gongkai_token=${encodeURIComponent(token)}` };
    const response = await this.#app.request(
      `${PUBLIC_URL}${path}`,
      {
        method: method ?? (form ? 'POST' : 'GET'),
        headers: {
          host: 'gongkai.example.edu.cn',
          ...(form && { origin: PUBLIC_URL, 'content-type': 'application/x-www-form-urlencoded' }),
          ...cookie,
          ...headers,
        },
        ...(form && { body: new URLSearchParams(form).toString() }),
        ...(body !== undefined && { body }),
      },
      { requestContext: { timeEpoch: this.#district.time, requestId: 'site-test' } },
    );
    await this.#district.settle();
    return response;
  }

  async text(path: string, asked?: Asked): Promise<string> {
    return (await this.ask(path, asked)).text();
  }
}
