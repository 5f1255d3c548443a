import type { Policy } from '../organisation/policy.ts';
import { refuse } from './refusals.ts';

type Networks = Policy['displayNetworks'];

/** Ports that a receiver on the public internet may use; a sender that knocks on any port is a port scanner. */
const PORTS = new Set(['', '443', '8443']);

/**
 * What can be said of an address before anybody resolves it. Whether it leads into somebody's network is checked
 * where it counts: when the connection is made.
 *
 * @throws Refusal `address-not-https`, `address-with-credentials`, `address-with-fragment`, `address-port`
 */
export function checkAddress(
  address: string,
  { allowHttp, allowedAddresses }: Networks,
  field = 'url',
): void {
  const { protocol, username, password, hash, port } = new URL(address);
  const hasPrivateNetworks = allowedAddresses.length > 0;
  if (protocol !== 'https:' && !(allowHttp && hasPrivateNetworks)) refuse('address-not-https', { field });
  if (username || password) refuse('address-with-credentials', { field });
  if (hash) refuse('address-with-fragment', { field });
  if (!hasPrivateNetworks && !PORTS.has(port)) refuse('address-port', { field });
}
