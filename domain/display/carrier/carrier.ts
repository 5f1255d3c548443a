import { createHash } from 'node:crypto';
import { completed, PRESETS, presetOf } from './presets.ts';
import type { Carrier } from './schema.ts';

/** What is sealed before it comes into the record. */
export type CarrierSecrets = Carrier['secrets'];
export type SecretName = keyof CarrierSecrets;

/** The secrets that the carrier cannot do without. */
export function secretsNeeded(carrier: Carrier): readonly SecretName[] {
  if (carrier.kind === 'xibo-dataset') return ['key'];
  const template = completed(carrier);
  return [
    ...(template?.authentication ? ['key' as const] : []),
    ...(template?.signing ? ['signing' as const] : []),
  ];
}

/** Everywhere that secrets of the carrier go to. A secret that was given for one place is not good for another. */
export function originsOf(url: string, carrier: Carrier): string {
  const tokenUrl = tokenUrlOf(carrier);
  return [url, ...(tokenUrl ? [tokenUrl] : [])].map((each) => new URL(each).origin).join(' ');
}

/** Where a token is bought first, when that is an address of its own. */
export function tokenUrlOf(carrier: Carrier): string | undefined {
  const authentication = carrier.kind === 'http-template' ? completed(carrier)?.authentication : undefined;
  return authentication?.scheme === 'client-credentials' ? authentication.tokenUrl : undefined;
}

/**
 * Whom a display's notices are for: its address, and how they get there. When either changes, there is everything on
 * show to learn again.
 */
export const receiverOf = (url: string, edition: string | undefined): string =>
  edition === undefined ? url : `${url} ${edition}`;

/** Another one for each way of carrying, whatever its secrets; undefined for signed webhooks. */
export function editionOf(carrier: Carrier | undefined): string | undefined {
  if (!carrier) return undefined;
  const { secrets: _secrets, ...rest } = carrier;
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 12);
}

/** Requests a minute that the system takes, where its maker says so. */
export const usualPerMinute = (carrier: Carrier | undefined): number | undefined =>
  carrier?.kind === 'http-template' ? presetOf(carrier)?.perMinute : undefined;

/** What lists of displays say of a carrier: nothing that is secret. */
export interface CarrierCard {
  readonly kind: Carrier['kind'];
  readonly name: string;
  /** See `receiverOf`. */
  readonly edition?: string | undefined;
}

export function cardOfCarrier(carrier: Carrier): CarrierCard {
  const { kind } = carrier;
  return { kind, name: nameOf(carrier), edition: editionOf(carrier) };
}

const nameOf = (carrier: Carrier): string => {
  if (carrier.kind === 'xibo-dataset')
    return `Xibo 数据集 ${carrier.dataset}，显示组 ${carrier.displayGroup}`;
  return carrier.preset ? PRESETS[carrier.preset].zh : '自定义接口';
};
