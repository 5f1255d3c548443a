import { activityCommands } from '../../../domain/activity/commands.ts';
import { parseInput } from '../../edge/input.ts';
import { requestOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { idFrom, placeOf } from '../frames.ts';
import type { SiteContext, SiteServices } from '../services.ts';
import { commandKey } from './command-key.ts';
import { given, type Sent, whole } from './form-data.ts';
import { addressOf, machineLike } from './opinion-form.ts';

/** What somebody who has booked is told: with which code they come, if they had not signed in. */
export interface Booked {
  readonly code?: string;
}

/**
 * Books a time of a reception day, or says what was wrong with the form.
 * @throws Refusal; DoorRefusal 429
 */
export async function bookReception(
  c: SiteContext,
  { issuers, readings, voice, ...services }: SiteServices,
  sent: Sent,
): Promise<{ readonly booked: Booked } | { readonly filled: Filled }> {
  const { scope, reader } = await placeOf(c, { issuers, readings, voice, ...services });
  const { now } = c.var;
  const { person } = reader;
  const key = commandKey(sent);
  if (person === undefined) await voice.guard.admit(scope, 'leave', addressOf(c), now);
  const data = parseInput(activityCommands.BookReception, {
    slot: whole(sent, 'slot'),
    ...given(sent, 'name'),
    ...given(sent, 'subject'),
  });
  const wrong = person === undefined ? machineLike(voice.challenges, key, sent, now) : undefined;
  if (wrong) return { filled: { values: sent, errors: [wrong] } };
  const code = person === undefined ? voice.receipts.issue(scope, key).code : undefined;
  await issuers.activity(
    requestOf(c, {
      command: 'BookReception',
      data,
      parameters: { organisation: scope.organisation, activity: idFrom(c, 'activity') },
      key,
      receipt: code,
    }),
  );
  return { booked: code === undefined ? {} : { code } };
}
