import { type OrganisationId, OrgScope, type StreamParts } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { deskKey, deskSort } from '../shell/view-keys.ts';

/** Where the row of a stream lies: with those of its kind. */
export const keyOf = ({ organisation, kind, id }: StreamParts) => ({
  pk: new OrgScope(organisation).partition(kind),
  sk: id,
});

/** The entry is the same for a whole life, since an index entry whose key moves costs two write units. */
export const onDesk = (desk: OrganisationId, { organisation, id }: StreamParts, began: Instant) => ({
  desk: { key: deskKey(desk), sort: deskSort(organisation, began, id) },
});
