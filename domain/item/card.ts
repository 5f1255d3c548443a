import type { Audience } from '../kernel/audience.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Matter } from '../organisation/policy.ts';
import { maySee, type Reader, type Shown } from '../visibility.ts';
import type { ItemContent } from './content.ts';
import { showsUntil } from './release.ts';
import { type Phase, phaseOf } from './stage.ts';
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
import type { Basis, DocumentType, WithholdingGround } from './vocabulary.ts';
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
  readonly documentType: DocumentType;
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

/**
 * The version that this reader sees in a list: the newest one they may see, or undefined when there is none. Every
 * list of items goes through it, as every page of one goes through {@link maySee}.
 */
export function faceFor(reader: Reader, card: ItemCard): CardFace | undefined {
  return [card, ...(card.older ?? [])].find((face) => maySee(reader, shownOf(card, face)));
}

/** The same for a whole item: the version whose text this reader may read. */
export function versionFor(reader: Reader, item: Item, organisation: OrganisationId): Version | undefined {
  return faces(item).find((face) => maySee(reader, { organisation, onShow: true, ...cardFace(face) }))
    ?.version;
}

/**
 * The versions that this reader may read, newest first: the one in force for them, and those it replaced, as far as
 * they reached the reader and were not taken down (DF-32).
 */
export function versionsFor(reader: Reader, item: Item, organisation: OrganisationId): readonly Version[] {
  if (!versionFor(reader, item, organisation)) return [];
  return item.versions
    .filter((version) => !version.withdrawn && !version.expiredAt)
    .filter((version) =>
      maySee(reader, { organisation, onShow: true, ...cardFace({ version, releases: version.releases }) }),
    )
    .toReversed();
}

const shownOf = ({ organisation, onShow }: ItemCard, { releases, named }: CardFace): Shown => ({
  organisation,
  onShow,
  releases,
  named,
});

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

const isDisclosed = ({ releasedAt, stage }: ItemCard): boolean =>
  releasedAt !== undefined && stage !== 'withdrawn';

/** Disclosed items that name the plan as theirs: with one of them it is closed (DF-08). */
export const resultsOf = (cards: readonly ItemCard[], plan: string): readonly ItemCard[] =>
  cards.filter((card) => card.pair?.part === 'result' && card.pair.plan === plan && isDisclosed(card));

/** A plan without a result, or a result without a plan (DF-08, JX-14). */
export interface HalfPair {
  readonly card: ItemCard;
  readonly missing: 'plan' | 'result';
}

/**
 * Disclosed halves among the items of one organisation. A plan is whole once a disclosed item names it as its plan, or
 * once its own progress says that it is done.
 */
export function halfPairs(cards: readonly ItemCard[]): readonly HalfPair[] {
  const disclosed = cards.filter(isDisclosed);
  const plans = new Set(disclosed.filter(({ pair }) => pair?.part === 'plan').map(({ id }) => id));
  const carriedOut = new Set(disclosed.map(({ pair }) => (pair?.part === 'result' ? pair.plan : undefined)));
  return disclosed.flatMap((card): HalfPair[] => {
    if (card.pair?.part === 'result') return plans.has(card.pair.plan) ? [] : [{ card, missing: 'plan' }];
    if (card.pair?.part !== 'plan' || carriedOut.has(card.id) || card.tense === 'done') return [];
    return [{ card, missing: 'result' }];
  });
}
