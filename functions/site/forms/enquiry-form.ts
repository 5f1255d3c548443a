import { randomUUID } from 'node:crypto';
import { enquiryCommands } from '../../../domain/enquiry/commands.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { parseInput } from '../../edge/input.ts';
import type { Challenges } from '../../shell/feedback-challenge.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { scopeFrom } from '../frames.ts';
import type { SiteContext, SiteServices } from '../services.ts';
import { commandKey } from './command-key.ts';
import { fieldErrors } from './errors.ts';
import { emptyForm, given, one, type Sent } from './form-data.ts';
import { addressOf, machineLike, speakerOf } from './opinion-form.ts';

/** The form for a request: as it was refused, or new for this reader. Strangers get a little work to do. */
export function enquiryForm(
  reader: Reader,
  challenges: Challenges,
  now: Instant,
  start: { readonly subject: string; readonly filled?: Filled | undefined },
) {
  const command = randomUUID();
  const isKnown = reader.person !== undefined;
  return {
    filled:
      start.filled ??
      emptyForm({
        subject: start.subject,
        signed: isKnown ? 'signed' : 'anonymous',
        speaker: speakerOf(reader),
      }),
    hidden: { command },
    challenge: isKnown ? undefined : challenges.issue(command, now),
  };
}

/** What whoever asked is told. */
export interface Registered {
  readonly id: string;
  readonly dueOn: string;
  /** With which they follow it. */
  readonly code: string;
}

/** Registers a request, online or written down by the office. Says by when, or what was wrong with it. */
export async function registerEnquiry(
  c: SiteContext,
  { enquiries, permits, voice }: SiteServices,
  sent: Sent,
  byOffice = false,
): Promise<Registered | { readonly filled: Filled }> {
  const scope = scopeFrom(c);
  const { now, correlation, person: identity } = c.var;
  const asker = askerOf(c);
  if (identity === undefined) await voice.guard.admit(scope, 'leave', addressOf(c), now);
  try {
    const key = commandKey(sent);
    const data = parseInput(enquiryCommands.RegisterEnquiry, byOffice ? spoken(sent) : written(sent));
    const wrong = identity === undefined ? machineLike(voice.challenges, key, sent, now) : undefined;
    if (wrong) return { filled: { values: sent, errors: [wrong] } };
    const receipt = voice.receipts.issue(scope, `enquiry ${key}`);
    const isAnonymous = !byOffice && data.from.kind === 'anonymous';
    const { state } = await enquiries.issue(scope, receipt.id, {
      type: 'RegisterEnquiry',
      data,
      actor: await permits.speaker(scope, asker, isAnonymous),
      isNew: true,
      commandId: key,
      now,
      correlation,
    });
    return { id: receipt.id, dueOn: state?.legs[0]?.due ?? '', code: receipt.code };
  } catch (error) {
    return { filled: { values: sent, errors: fieldErrors(error, (path) => path) } };
  }
}

const question = (sent: Sent) => ({
  subject: one(sent, 'subject'),
  ...given(sent, 'details'),
  from:
    one(sent, 'signed') === 'signed'
      ? { kind: 'signed', ...given(sent, 'name', 'from.name') }
      : { kind: 'anonymous' },
  speaker: one(sent, 'speaker'),
});

const written = (sent: Sent) => ({ ...question(sent), channel: 'online' });

/** With the answer, when there was one there and then. */
const spoken = (sent: Sent) => ({
  ...question(sent),
  channel: one(sent, 'channel'),
  ...given(sent, 'person'),
  ...(one(sent, 'answer.text') !== '' && {
    answer: {
      text: one(sent, 'answer.text'),
      ...given(sent, 'item', 'answer.item'),
      ...given(sent, 'row', 'answer.row'),
    },
  }),
});
