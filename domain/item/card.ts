import { PUBLIC_NOTICE } from '../catalogue/document-types.ts';
import type { Audience } from '../kernel/audience.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Matter } from '../organisation/policy.ts';
import type { ItemContent } from './content.ts';
import { type Phase, phaseOf } from './phase.ts';
import { showsUntil } from './showing.ts';
import {
  type Face,
  faces,
  type Item,
  isAbandoned,
  latest,
  standing,
  type Tense,
  tenseOf,
  type Version,
} from './state.ts';
import type { Basis, WithholdingGround } from './vocabulary.ts';
import { type Wait, waitsOf } from './waits.ts';

/** One version that is up, as a list shows it: for whom, and where a page may open. */
export interface CardFace {
  readonly version: number;
  readonly title: string;
  readonly releases: readonly {
    readonly audience: Audience;
    readonly online: boolean;
    readonly at: Instant;
  }[];
  readonly named?: readonly string[];
}

/**
 * An item in a list: everything that boards, desks, the full picture and the due index need, and no text. About half a
 * kilobyte; one write unit holds it. `version`, `title` and `releases` are those of the newest version on show, or of
 * the one that has come furthest while none is.
 */
export interface ItemCard extends CardFace {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly row: string;
  readonly documentType: string;
  /** See {@link typeNameOf}. Almost always absent. */
  readonly documentTypeName?: string;
  /** It asks for objections without being a 公示, of which that goes without saying. */
  readonly asksObjections?: true;
  readonly basis: Basis;
  readonly matter: Matter;
  readonly important: boolean;
  /** The widest audience that the release plan leads to. */
  readonly audience: Audience;
  readonly stage: Phase;
  readonly tense: Tense;
  readonly onShow: boolean;
  /** Last release of the version: boards sort by it. Absent before the first one. */
  readonly releasedAt?: Instant;
  readonly showUntil?: Instant;
  /** Older versions that audiences still see whom the newest has not reached. Almost always absent. */
  readonly older?: readonly CardFace[];
  /** A later version on its way. */
  readonly working?: { readonly version: number; readonly title: string; readonly stage: Phase };
  readonly pair?: NonNullable<ItemContent['pair']>;
  /** The decision behind it. */
  readonly decision?: string;
  readonly withheld?: {
    readonly kind: 'cannot' | 'not-for-now';
    readonly ground: WithholdingGround;
    readonly explanation: string;
    readonly lookAgainOn?: Day;
  };
  readonly waits: readonly Wait[];
}

/** The card says what the item's own record says and nothing else, so it is as true as the record for ever. */
export function cardOf(item: Item, { id, organisation }: Pick<ItemCard, 'id' | 'organisation'>): ItemCard {
  const [top, ...older] = faces(item);
  const version = top?.version ?? standing(item) ?? latest(item);
  const { content } = version;
  const newest = latest(item);
  const until = top && showsUntil(version);
  return {
    id,
    organisation,
    ...cardFace(top ?? { version, releases: version.releases }),
    row: content.row,
    documentType: content.documentType,
    ...(version.documentTypeName && { documentTypeName: version.documentTypeName }),
    ...(content.objection && content.documentType !== PUBLIC_NOTICE && { asksObjections: true }),
    basis: content.basis,
    matter: content.matter,
    important: content.important,
    audience: content.audience,
    stage: phaseOf(item, version),
    tense: tenseOf(item),
    onShow: top !== undefined,
    ...releasedAt(version),
    ...(until && { showUntil: until }),
    ...(older.length > 0 && { older: older.map(cardFace) }),
    ...(newest !== version && !isAbandoned(newest) && { working: workingOf(item, newest) }),
    ...(content.pair && { pair: content.pair }),
    ...(content.decision !== undefined && { decision: content.decision }),
    ...(version.stage === 'withheld' && content.withheld && { withheld: content.withheld }),
    waits: waitsOf(item),
  };
}

const cardFace = ({ version, releases }: Face): CardFace => ({
  version: version.number,
  title: version.content.title,
  releases: releases.map(({ audience, online, at }) => ({ audience, online, at })),
  ...(version.content.named && { named: version.content.named }),
});

const workingOf = (item: Item, version: Version) => ({
  version: version.number,
  title: version.content.title,
  stage: phaseOf(item, version),
});

function releasedAt({ releases }: Version): { releasedAt?: Instant } {
  const last = releases
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return last === undefined ? {} : { releasedAt: last };
}
