import type { IncomingMessage, Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { LOOPBACK } from './identity.ts';
import { PortTaken, systemCode } from './problem.ts';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on loopback.
 *
 * @param port 0 for any free one.
 * @throws StartProblem when the port is taken.
 */
export function listen(server: Server, port: number, what: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(systemCode(error) === 'EADDRINUSE' ? new PortTaken(port, what) : error),
    );
    server.listen({ port, host: LOOPBACK }, () => {
      const { port: actual } = server.address() as AddressInfo;
      resolve({
        url: `http://${LOOPBACK}:${actual}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The given port if it is free, or any free one for 0. */
export async function freePort(port: number, what: string): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(systemCode(error) === 'EADDRINUSE' ? new PortTaken(port, what) : error),
    );
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

export class BodyTooLarge extends Error {}

/** @throws BodyTooLarge as soon as more than `limit` bytes arrived. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new BodyTooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
