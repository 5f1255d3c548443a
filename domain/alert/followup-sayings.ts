import { type FollowUp, type FollowUpEvent, followUpHistory } from '../supervision/followup/state.ts';
import { FOLLOW_UPS } from '../supervision/vocabulary.ts';
import { type LadderSaying, overSaying, type Speaker, stepSaying } from './ladder-sayings.ts';

/** 督办: whoever has to put it right is told first, and once they reported it, whoever has to look. */
export const followUpSpeaker: Speaker<FollowUpEvent, FollowUp> = {
  history: followUpHistory,
  said({ at, event }, followUp, id) {
    const { kind, dueOn, spoken } = followUp;
    const name = FOLLOW_UPS[kind];
    const duties = [{ id, due: dueOn, name }];
    switch (event.type) {
      case 'LadderStepReached':
        return stepSaying({ at, event }, { matter: 'followup', ...turnOf(followUp) }, { id, name });
      case 'SuggestionAnswered':
      case 'FollowUpVerified':
        return overSaying(at, 'met', spoken, 'followup', duties);
      case 'FollowUpWithdrawn':
        return overSaying(at, 'waived', spoken, 'followup', duties);
      default:
        return undefined;
    }
  },
};

function turnOf({ stage, owner, issued, standing }: FollowUp): Pick<LadderSaying, 'owner' | 'ownerAbove'> {
  if (stage === 'reported')
    return { owner: issued.by, ...(standing === 'above' && { ownerAbove: true as const }) };
  return owner === undefined ? {} : { owner };
}
