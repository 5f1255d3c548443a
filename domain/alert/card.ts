import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Addressee } from './alert.ts';
import type { Channel } from './channels.ts';
import type { Digest, DigestStage } from './digest-state.ts';
import { type DigestLine, headlineOf, linesOf } from './digest-text.ts';
import type { RobotKind } from './platforms.ts';
import type { RegisteredRobot } from './robot-registry.ts';

/** One day of somebody's inbox; for themselves only. */
export interface DigestCard {
  readonly addressee: Addressee;
  readonly day: Day;
  readonly stage: DigestStage;
  readonly channel?: Channel;
  readonly readAt?: Instant;
  /** While it still collects it says nothing: else each alert would write all those before it again. */
  readonly content?: {
    readonly outAt: Instant;
    readonly headline: string;
    readonly lines: readonly DigestLine[];
  };
}

export function cardOfDigest(digest: Digest, organisation: OrganisationId): DigestCard {
  const { addressee, day, stage, channel, readAt, outAt, alerts } = digest;
  return {
    addressee,
    day,
    stage,
    ...(channel && { channel }),
    ...(readAt !== undefined && { readAt }),
    ...(outAt !== undefined &&
      addressee.kind === 'person' && {
        content: { outAt, headline: headlineOf(alerts), lines: linesOf(alerts, organisation, true) },
      }),
  };
}

/** A group robot for those who look after it. Of its key only the ending is shown, of its secret nothing. */
export interface RobotCard {
  readonly kind: RobotKind;
  readonly name: string;
  readonly address: string;
  readonly active: boolean;
}

export const cardOfRobot = ({ kind, name, base, ending, active }: RegisteredRobot): RobotCard => ({
  kind,
  name,
  address: `${base}…${ending}`,
  active,
});
