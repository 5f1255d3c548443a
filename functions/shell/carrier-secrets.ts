import { PLATFORMS, splitRobotUrl } from '../../domain/alert/platforms.ts';
import { originsOf, type SecretName } from '../../domain/display/carrier/carrier.ts';
import { presetOf } from '../../domain/display/carrier/presets.ts';
import { refuse } from '../../domain/display/carrier/refusals.ts';
import type { Keys } from '../../domain/display/carrier/request.ts';
import type { Carrier } from '../../domain/display/carrier/schema.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Sealer, SealOwner } from '../adapters/sealed.ts';

/** Where a display's notices go, and how. */
interface Place {
  readonly url?: string | undefined;
  readonly carrier?: Carrier | undefined;
}

/**
 * Seals the secrets of a carrier before they come to the record. One that is not given anew is kept, as long as
 * everything that it goes to keeps its origin: or else whoever may move a display could have its password sent to
 * themselves. No two sealed texts are alike, so a secret that is the same as before stays as it was sealed.
 *
 * @param known what the record has
 * @throws Refusal `carrier-address-wrong`
 */
export function sealCarrier(
  sealer: Sealer,
  scope: OrgScope,
  id: string,
  asked: { readonly url: string; readonly carrier: Carrier },
  known: Place,
): { readonly url: string; readonly carrier: Carrier } {
  const { url, carrier } = withoutKey(asked, known);
  const kept = isSamePlace({ url, carrier }, known) ? known.carrier?.secrets : undefined;
  const owner = sealOwner(scope, id);
  const sealed = (name: SecretName): Partial<Record<SecretName, string>> => {
    const [plain, before] = [carrier.secrets[name], kept?.[name]];
    if (plain === undefined) return before === undefined ? {} : { [name]: before };
    const isSame = before !== undefined && sealer.open(before, owner) === plain;
    return { [name]: isSame ? before : sealer.seal(plain, owner) };
  };
  return { url, carrier: { ...carrier, secrets: { ...sealed('key'), ...sealed('signing') } } };
}

/** In clear, for the length of one message. @throws SealBroken when the master key is another one by now */
export function openCarrier(sealer: Sealer, scope: OrgScope, id: string, { secrets }: Carrier): Keys {
  const owner = sealOwner(scope, id);
  const open = (sealed: string | undefined) =>
    sealed === undefined ? undefined : sealer.open(sealed, owner);
  return { key: open(secrets.key), signing: open(secrets.signing) };
}

/** Addresses of robots are copied with the key in them; what is recorded as the address must not hold it. */
function withoutKey(
  { url, carrier }: { readonly url: string; readonly carrier: Carrier },
  known: Place,
): { url: string; carrier: Carrier } {
  const robot = carrier.kind === 'http-template' ? presetOf(carrier)?.robot : undefined;
  if (robot === undefined) return { url, carrier };
  const parts = splitRobotUrl(robot, url);
  if (parts) {
    const secrets = { ...carrier.secrets, key: parts.key };
    return { url: parts.base, carrier: { ...carrier, secrets } };
  }
  const hasKey =
    carrier.secrets.key !== undefined || (known.url === url && isSamePlace({ url, carrier }, known));
  const isQuery = PLATFORMS[robot].authentication.scheme === 'query';
  if (!hasKey || (isQuery && new URL(url).search !== '')) refuse('carrier-address-wrong', { field: 'url' });
  return { url, carrier };
}

const isSamePlace = (asked: { url: string; carrier: Carrier }, known: Place): boolean =>
  known.url !== undefined &&
  known.carrier !== undefined &&
  known.carrier.kind === asked.carrier.kind &&
  originsOf(known.url, known.carrier) === originsOf(asked.url, asked.carrier);

const sealOwner = ({ organisation }: OrgScope, id: string): SealOwner => ({
  organisation,
  channel: `display-${id}`,
});
