import { type AddressInfo, createServer, isIP } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carrierSchema } from '../../../domain/display/carrier/schema.ts';
import { carriersOver } from '../../../functions/adapters/carriers/convey.ts';
import { allowedNetworks, isListed } from '../../../functions/adapters/networks.ts';
import { sendWebhook } from '../../../functions/adapters/webhook.ts';
import { values } from '../../domain/display/carrier/values.ts';

/** Whoever gets in here was let in by mistake. */
let connections = 0;
let port = 0;
const trap = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
beforeAll(async () => {
  await new Promise<void>((ready) => trap.listen(0, '::', ready));
  port = (trap.address() as AddressInfo).port;
});
afterAll(() => new Promise((closed) => trap.close(closed)));

const send = (url: string, allowedAddresses: readonly string[] = [], addresses?: readonly string[]) =>
  sendWebhook(
    { url, headers: {}, body: '{}', allowedAddresses },
    {
      opensLoopback: true,
      timeoutMs: 5_000,
      ...(addresses && {
        resolveHost: async () => addresses.map((address) => ({ address, family: isIP(address) as 4 | 6 })),
      }),
    },
  );

type Resolver = (host: string) => Promise<readonly { address: string; family: 4 | 6 }[]>;

/** Sends by a carrier, which goes to the address, or to where the carrier says that tokens are. */
const convey = (url: string, carrier: object, resolveHost?: Resolver) =>
  carriersOver({
    opensLoopback: true,
    timeoutMs: 5_000,
    clock: Date.now,
    ...(resolveHost && { resolveHost }),
  }).convey({
    url,
    carrier: carrierSchema.parse(carrier),
    headers: {},
    values: values(),
    keys: { key: 'key' },
    allowedAddresses: [],
  });
const DATASET = {
  kind: 'xibo-dataset',
  clientId: 'c',
  dataset: 1,
  displayGroup: 1,
  columns: { id: 'itemId' },
};
const TEMPLATE = { kind: 'http-template', preset: 'banpai-urgent' };
const tokensAt = (tokenUrl: string) => ({
  ...TEMPLATE,
  authentication: { scheme: 'client-credentials', tokenUrl, clientId: 'c' },
});
const CARRIERS: readonly (readonly [string, (url: string, resolveHost?: Resolver) => Promise<unknown>])[] = [
  ['a DataSet', (url, resolveHost) => convey(url, DATASET, resolveHost)],
  ['a template', (url, resolveHost) => convey(url, TEMPLATE, resolveHost)],
  ['a place for tokens', (url, resolveHost) => convey('https://93.184.215.14/', tokensAt(url), resolveHost)],
];

const HOSTILE = [
  // Loopback, in every notation that a URL takes.
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '0x7f000001',
  '0x7f.1',
  '2130706433',
  '017700000001',
  '１２７.0.0.1',
  '0177.0.0.1',
  '0x7f.0.0.0x1',
  '127.0.1',
  '127.0.0.1.',
  'localhost',
  'LOCALHOST',
  // Whatever stands before the @ is no host.
  'screens.example.cn@127.0.0.1',
  'screens.example.cn:443@169.254.169.254',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  // This host, and whatever has no address yet.
  '0.0.0.0',
  '0',
  '0.1.2.3',
  '[::]',
  // Private networks.
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '0x0a000001',
  '[fd00::1]',
  '[fc00::1]',
  '[fec0::1]',
  '0300.0250.1.1',
  '3232235777',
  '192.168.1.1.',
  // Link-local, and the metadata services that live there or nearby.
  '169.254.169.254',
  '169.254.170.2',
  '0xa9fea9fe',
  '2852039166',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '100.100.100.200',
  '192.0.0.192',
  // Carrier-grade NAT, benchmarking, documentation, multicast, reserved, broadcast.
  '100.64.0.1',
  '100.127.255.255',
  '198.18.0.1',
  '198.19.255.254',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[2001:db8::1]',
  '[ff02::1]',
  '[100::1]',
  // IPv4 in IPv6 clothes: mapped, compatible, translated, NAT64, 6to4, Teredo.
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::a00:1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::]',
  '[::ffff:a9fe:a9fe]',
  '[::ffff:100.64.0.1]',
  '[2001::1]',
  '[4000::1]',
  '[5f00::1]',
];

describe('without a list', () => {
  test.each(HOSTILE)('https://%s is refused before anybody connects', async (host) => {
    expect(await send(`https://${host}:${port}/`)).toEqual({ failure: 'address-refused' });
    expect(connections).toBe(0);
  });

  describe.each(CARRIERS)('%s', (_, deliver) => {
    test.each(HOSTILE)('at https://%s is refused before anybody connects', async (host) => {
      expect(await deliver(`https://${host}:${port}/`)).toEqual({ failure: 'address-refused' });
      expect(connections).toBe(0);
    });

    test('at a name that stands for a private address is refused', async () => {
      const resolveHost: Resolver = async () => [{ address: '10.0.0.1', family: 4 }];
      expect(await deliver('https://screens.example.cn/', resolveHost)).toEqual({
        failure: 'address-refused',
      });
    });
  });

  test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::7f00:1', 'fd00::1', '64:ff9b::a00:1'])(
    'a name that stands for %s is refused',
    async (address) => {
      expect(await send(`https://screens.example.cn:${port}/`, [], [address])).toEqual({
        failure: 'address-refused',
      });
    },
  );

  test('a name that also stands for a private address is refused as a whole', async () => {
    const answer = await send(`https://screens.example.cn:${port}/`, [], ['93.184.215.14', '127.0.0.1']);
    expect(answer).toEqual({ failure: 'address-refused' });
    expect(connections).toBe(0);
  });

  test.each(['93.184.215.14', '2606:4700::1111'])(
    'plain http to %s on the internet is refused',
    async (address) => {
      expect(await send('http://screens.example.cn/', [], [address])).toEqual({ failure: 'address-refused' });
    },
  );
});

describe('with a list', () => {
  test('an address on it is reached, its neighbours are not', async () => {
    expect(await send(`http://127.0.0.1:${port}/`, ['127.0.0.1'])).toEqual({ failure: 'unreachable' });
    expect(connections).toBe(1);
    expect(await send(`http://127.0.0.2:${port}/`, ['127.0.0.1'])).toEqual({ failure: 'address-refused' });
    expect(await send(`https://127.0.0.2:${port}/`, ['127.0.0.1'])).toEqual({ failure: 'address-refused' });
    expect(connections).toBe(1);
  });

  const opens = (entry: string, address: string, opensLoopback = true) =>
    isListed({ address, family: isIP(address) as 4 | 6 }, allowedNetworks([entry], opensLoopback));

  test.each([
    ['10.20.0.0/16', '10.20.3.4'],
    ['10.20.3.4', '10.20.3.4'],
    ['172.16.0.0/12', '172.31.0.1'],
    [' 192.168.1.0/24 ', '192.168.1.9'],
    ['fd12:3456::/32', 'fd12:3456::1'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
  ])('%s opens %s', (entry, address) => {
    expect(opens(entry, address)).toBe(true);
  });

  test.each([
    ['10.20.0.0/16', '10.21.0.1'],
    ['0.0.0.0/0', '10.0.0.1'],
    ['::/0', '::1'],
    ['128.0.0.0/1', '192.168.0.1'],
    ['169.254.0.0/16', '169.254.169.254'],
    ['169.254.169.254', '169.254.169.254'],
    ['100.64.0.0/10', '100.100.100.200'],
    ['fc00::/7', 'fd00:ec2::254'],
    ['fd00:ec2::254', 'fd00:ec2::254'],
    ['fe80::/10', 'fe80::1'],
    ['0.0.0.0/8', '0.0.0.0'],
    ['93.184.215.14', '93.184.215.14'],
    ['10.0.0.0/33', '10.0.0.1'],
    ['10.0.0.0/-1', '10.0.0.1'],
    ['10.0.0.0/8/8', '10.0.0.1'],
    ['10.0.0', '10.0.0.1'],
    ['screens.example.cn', '10.0.0.1'],
    ['', '0.0.0.0'],
  ])('%s does not open %s', (entry, address) => {
    expect(opens(entry, address)).toBe(false);
  });

  test('loopback stays shut where it is not ours to offer', () => {
    expect(opens('127.0.0.1', '127.0.0.1', false)).toBe(false);
    expect(opens('::1', '::1', false)).toBe(false);
    expect(opens('10.0.0.1', '10.0.0.1', false)).toBe(true);
  });
});
