import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import type { HttpEnv } from '../../../functions/edge/http.ts';
import { siteApp } from '../../../functions/site/site.tsx';
import type { MemoryDistrict } from './memory-district.ts';

export interface ServedSite {
  readonly url: string;
  /** While true every connection is cut, as when the network is gone. */
  cut: boolean;
  close(): Promise<void>;
}

/** The site on loopback. After each request the district comes to rest, so what a page shows next is up to date. */
export async function serveSite(district: MemoryDistrict, port = 0): Promise<ServedSite> {
  let app: Hono<HttpEnv> | undefined;
  const server = createServer((request, response) => {
    if (site.cut) {
      request.socket.destroy();
      return;
    }
    answer(request)
      .then(async (result) => {
        await district.settle();
        response.writeHead(result.status, Object.fromEntries(headersOf(result)));
        response.end(Buffer.from(await result.arrayBuffer()));
      })
      .catch((error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = siteApp(district.services(url));
  const site: ServedSite = { url, cut: false, close: () => close(server) };
  return site;

  async function answer(request: IncomingMessage): Promise<Response> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    return (app as Hono<HttpEnv>).request(
      `${url}${request.url}`,
      {
        method: request.method ?? 'GET',
        headers: Object.fromEntries(headers),
        ...(body.length > 0 && { body }),
      },
      { requestContext: { timeEpoch: district.time, requestId: 'browser-test' } },
    );
  }
}

/** Cookies keep their own lines. */
function headersOf(response: Response): [string, string | string[]][] {
  const plain = [...response.headers].filter(([name]) => name !== 'set-cookie');
  return [...plain, ['set-cookie', response.headers.getSetCookie()]];
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
