import { ID_PATTERN, type OrganisationId } from '../../domain/kernel/scope.ts';

/** Whose file it is. */
export interface FileName {
  readonly organisation: OrganisationId;
  readonly id: string;
}

/** Prefixes of the bucket. Each has readers and writers of its own. */
export const INCOMING = 'incoming';
const SEALED = 'sealed';
const PUBLISHED = 'published';

/** Where an upload arrives. Nobody is served from here. */
export const incomingKey = ({ organisation, id }: FileName): string => `${INCOMING}/${organisation}/${id}`;

/** The original, byte for byte, under its own checksum: a second upload cannot take its place. No door serves it. */
export const sealedKey = ({ organisation, id }: FileName, sha256: string): string =>
  `${SEALED}/${organisation}/${id}/${sha256}`;

/** What readers get: under the checksum of the original it was made from. */
export const publishedKey = ({ organisation, id }: FileName, sha256: string): string =>
  `${PUBLISHED}/${organisation}/${id}/${sha256}`;

export const thumbnailKey = (name: FileName, sha256: string): string =>
  `${publishedKey(name, sha256)}-thumbnail`;

/** Whose upload arrived under the key; undefined for any other object. */
export function fileAt(key: string): FileName | undefined {
  const [prefix, organisation = '', id = '', ...rest] = key.split('/');
  const isOurs = prefix === INCOMING && rest.length === 0;
  return isOurs && ID_PATTERN.test(organisation) && ID_PATTERN.test(id) ? { organisation, id } : undefined;
}
