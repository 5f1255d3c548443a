import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Networks that no list may open: link-local with the metadata services, and whatever means "this host". */
const NEVER: readonly string[] = ['0.0.0.0/8', '169.254.0.0/16', '::/128', 'fe80::/10', 'fd00:ec2::/32'];

/** Networks that a school's own signage may stand in. Others need no permission, or deserve none. */
const PRIVATE: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];
const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1/128'];

/** Where IPv6 addresses of the internet come from. Old notations of IPv4 addresses lie outside. */
const GLOBAL_IPV6 = blockListOf(['2000::/3']);

/**
 * The private addresses that an organisation allows. An entry is an address or a network in CIDR form; one that does
 * not lie wholly inside a private network is ignored, so `0.0.0.0/0` opens nothing.
 *
 * @param opensLoopback false where the loopback interface is not ours to offer
 */
export function allowedNetworks(entries: readonly string[], opensLoopback: boolean): BlockList {
  const openable = opensLoopback ? [...PRIVATE, ...LOOPBACK] : PRIVATE;
  return blockListOf(
    entries.map(parseNetwork).filter((network) => {
      if (!network) return false;
      const inside = openable.some((outer) => contains(outer, network));
      return inside && !NEVER.some((never) => contains(never, network) || contains(network, never));
    }),
  );
}

export const isListed = ({ address, family }: Address, list: BlockList): boolean =>
  list.check(address, family === 6 ? 'ipv6' : 'ipv4');

/** False for the IPv6 addresses that no packet to the internet can bear, whatever they are the notation of. */
export const isRoutable = (address: Address): boolean =>
  address.family === 4 || isListed(address, GLOBAL_IPV6);

/** Every address that a host stands for; a literal stands for itself. @throws Error of the resolver */
export async function resolve(host: string): Promise<readonly Address[]> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(bare);
  if (family !== 0) return [{ address: bare, family: family as 4 | 6 }];
  const found = await lookup(bare, { all: true });
  return found.map(({ address, family }) => ({ address, family: family as 4 | 6 }));
}

interface Network extends Address {
  readonly prefix: number;
}

function parseNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix)))
    return undefined;
  const longest = family === 4 ? 32 : 128;
  const length = prefix === undefined ? longest : Number(prefix);
  return length <= longest ? { address, family: family as 4 | 6, prefix: length } : undefined;
}

function blockListOf(networks: readonly (Network | string | undefined)[]): BlockList {
  const list = new BlockList();
  for (const each of networks) {
    const network = typeof each === 'string' ? parseNetwork(each) : each;
    if (network) list.addSubnet(network.address, network.prefix, network.family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

function contains(outer: Network | string, inner: Network | string): boolean {
  const [wide, narrow] = [outer, inner].map((each) => (typeof each === 'string' ? parseNetwork(each) : each));
  if (!wide || !narrow || wide.family !== narrow.family || wide.prefix > narrow.prefix) return false;
  return isListed(narrow, blockListOf([wide]));
}
