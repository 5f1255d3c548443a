import type { Instant } from '../kernel/time.ts';
import type { Answer } from './delivery-commands.ts';
import type { Display } from './state.ts';

export interface ProbeSource {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Of the display. */
  readonly id: string;
  readonly display: Pick<Display, 'name' | 'place'>;
  readonly requestedAt: Instant;
}

/** `notice.test`: shaped like a notice, so that a receiver can be tried out, and marked so that none shows it. */
export const testBody = ({ organisation, id, display, requestedAt }: ProbeSource, number: number): string =>
  JSON.stringify({
    type: 'notice.test',
    timestamp: requestedAt,
    data: {
      id: `test-${number}`,
      test: true,
      status: 'test',
      organisation,
      display: displayOf(id, display),
      title: '测试通知，请勿展示',
      text: '本通知仅用于检查公示屏能否收到并核验通知，不得在屏上展示。This is a test; do not show it.',
    },
  });

/** `display.challenge`: whoever receives it shows that it wants our messages by saying the challenge back. */
export const challengeBody = (
  { organisation, id, display, requestedAt }: ProbeSource,
  challenge: string,
): string =>
  JSON.stringify({
    type: 'display.challenge',
    timestamp: requestedAt,
    data: { challenge, organisation, display: displayOf(id, display) },
  });

const displayOf = (id: string, { name, place }: ProbeSource['display']) => ({ id, name, place });

/** The challenge came back with a 2xx, as the whole answer or as the member `challenge` of a JSON object. */
export function isEchoed(answer: Answer, challenge: string): boolean {
  if (!('status' in answer) || answer.status < 200 || answer.status > 299) return false;
  const said = answer.excerpt ?? '';
  return said === challenge || memberOf(said) === challenge;
}

function memberOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { challenge?: unknown } | null)?.challenge;
  } catch {
    return undefined;
  }
}
