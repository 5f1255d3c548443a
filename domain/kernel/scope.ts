import { refuse } from './refusal.ts';

/** Kinds of stream in the log; one aggregate each. */
export const STREAM_KINDS = [
  'ORGANISATION',
  'CATALOGUE',
  'TEMPLATE',
  'VOCABULARY',
  'POWERS',
  'ITEM',
  'FEEDBACK',
  'ENQUIRY',
  'TOPIC',
  'SURVEY',
  'BALLOT',
  'ACTIVITY',
  'CAMPAIGN',
  'DECISION',
  'DISPLAY',
  'DELIVERY',
  'LEDGER',
  'TALLY',
  'REPORT',
  'FILING',
  'CIRCULAR',
  'NEWS',
  'RECEIPT',
  'VISIT',
  'FOLLOWUP',
  'EXAMPLE',
  'CASE',
  'STANDARD',
  'ROUND',
  'ASSESSMENT',
  'SIGNAL',
  'CALENDAR',
  'DIGEST',
  'ROBOT',
  'MAILBOX',
  'PROFILE',
  'FILE',
  'SEAL',
  'ANCHOR',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

export type OrganisationId = string;

/** `ORG#<organisation>#<KIND>#<id>`: partition key of the log, and the name of an aggregate everywhere else. */
export type StreamName = string & { readonly __brand: 'StreamName' };

/** Lower-case letters, digits and hyphens; 2 to 40 characters. `#` can never occur, so keys cannot be forged. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

/**
 * The only way to build a key. It is made from an organisation that the caller has been verified for, never from
 * a request body; every key it builds starts `ORG#<id>#`, delimiter included, so `ORG#12#` cannot match `ORG#123`.
 */
export class OrgScope {
  readonly organisation: OrganisationId;

  constructor(organisation: OrganisationId) {
    if (!ID_PATTERN.test(organisation)) refuse('identifier-malformed', { field: 'organisation' });
    this.organisation = organisation;
  }

  /** @throws Refusal `identifier-malformed` */
  stream(kind: StreamKind, id: string): StreamName {
    if (!ID_PATTERN.test(id)) refuse('identifier-malformed', { field: 'id' });
    return `${this.partition(kind)}#${id}` as StreamName;
  }

  /** Partition key of a view over all streams of one kind: `ORG#<organisation>#<KIND>`. */
  partition(kind: StreamKind): string {
    return `${this.prefix}${kind}`;
  }

  /** What every key of this organisation begins with. */
  get prefix(): string {
    return `ORG#${this.organisation}#`;
  }
}

export interface StreamParts {
  readonly organisation: OrganisationId;
  readonly kind: StreamKind;
  readonly id: string;
}

/** Takes a stream name apart. @throws Error when the text is not a stream name: that is our mistake, not a user's. */
export function parseStream(stream: string): StreamParts {
  const [prefix, organisation, kind, id, ...rest] = stream.split('#');
  if (prefix !== 'ORG' || !isId(organisation) || !isId(id) || rest.length > 0 || !isStreamKind(kind)) {
    throw new Error(`not a stream name: ${stream}`);
  }
  return { organisation, kind, id };
}

const isId = (text: string | undefined): text is string => text !== undefined && ID_PATTERN.test(text);

function isStreamKind(text: string | undefined): text is StreamKind {
  return STREAM_KINDS.includes(text as StreamKind);
}
