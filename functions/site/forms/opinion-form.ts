import { randomUUID } from 'node:crypto';
import { feedbackCommands, type Speaker } from '../../../domain/feedback/commands.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { idFor } from '../../api/ids.ts';
import { parseInput } from '../../edge/input.ts';
import type { Filled } from '../components/field.tsx';
import { idFrom, scopeFrom } from '../frames.ts';
import type { SiteContext, SiteServices } from '../services.ts';
import { commandKey } from './command-key.ts';
import { fieldErrors } from './errors.ts';
import { emptyForm, given, one, type Sent } from './form-data.ts';

/** The form for an opinion: as it was refused, or new for this reader. */
export const opinionForm = (
  reader: Reader,
  filled = emptyForm({ signed: 'anonymous', speaker: speakerOf(reader) }),
) => ({
  filled,
  hidden: { command: randomUUID() },
});

/** As what most of them speak. */
function speakerOf({ partyMember, staff }: Reader): Speaker {
  if (partyMember) return 'party-member';
  return staff ? 'staff' : 'parent';
}

/** Leaves the opinion. Says by when it will be answered, or what was wrong with it. @throws Refusal `item-unknown` */
export async function leaveOpinion(
  c: SiteContext,
  { feedback, permits }: SiteServices,
  sent: Sent,
): Promise<{ readonly dueOn: string } | { readonly filled: Filled }> {
  const scope = scopeFrom(c);
  const item = idFrom(c, 'item');
  const { now, correlation, person: identity } = c.var;
  const asker = { person: identity?.person, actingSeat: undefined, now };
  await feedback.requireVisible(scope, item, await permits.reader(scope, asker));
  try {
    const key = commandKey(sent);
    const data = parseInput(feedbackCommands.LeaveFeedback, {
      item,
      text: one(sent, 'text'),
      from:
        one(sent, 'signed') === 'signed'
          ? { kind: 'signed', ...given(sent, 'name', 'from.name') }
          : { kind: 'anonymous' },
      speaker: one(sent, 'speaker'),
      channel: 'online',
    });
    const outcome = await feedback.issue(scope, idFor(scope.organisation, key), {
      type: 'LeaveFeedback',
      data,
      actor: await permits.speaker(scope, asker, data.from.kind === 'anonymous'),
      commandId: key,
      now,
      correlation,
    });
    return { dueOn: outcome.state?.dueOn ?? '' };
  } catch (error) {
    if (!(error instanceof Refusal) || error.text.kind === 'unknown') throw error;
    return { filled: { values: sent, errors: fieldErrors(error, (path) => path) } };
  }
}
