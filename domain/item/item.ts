import type { Decider } from '../kernel/decider.ts';
import { approve, escalate } from './approving.ts';
import { close, revise } from './closing.ts';
import type { ItemCommand } from './commands.ts';
import { answerConsultation, consult } from './consulting.ts';
import { completeStage, recordProgress, recordProof, withdraw } from './disclosing.ts';
import { amend, propose, submit } from './drafting.ts';
import type { ItemEvent } from './events.ts';
import { itemHistory } from './evolve.ts';
import { nextDue } from './next-due.ts';
import { refuse } from './refusals.ts';
import { returnItem, review } from './reviewing.ts';
import { justifyFinding, markMasked, screen } from './screening.ts';
import type { ItemState } from './state.ts';
import { passTime } from './waiting.ts';

/** 公开事项: one matter disclosed under one row of the catalogue, from proposal to closing. */
export const itemDecider: Decider<ItemCommand, ItemEvent, ItemState> = {
  ...itemHistory,
  decide,
  nextDue,
};

function decide(command: ItemCommand, state: ItemState): readonly ItemEvent[] {
  if (command.type === 'ProposeItem') {
    if (state) refuse('item-exists');
    return propose(command);
  }
  const item = state ?? refuse('item-unknown');
  switch (command.type) {
    case 'AmendItem':
      return amend(command, item);
    case 'SubmitItem':
      return submit(command, item);
    case 'ScreenItem':
      return screen(item, command.facts);
    case 'MaskFinding':
      return markMasked(command, item);
    case 'JustifyFinding':
      return justifyFinding(command, item);
    case 'ReturnItem':
      return returnItem(command, item);
    case 'ReviewItem':
      return review(command, item);
    case 'ConsultMembers':
      return consult(command, item);
    case 'AnswerConsultation':
      return answerConsultation(command, item);
    case 'ApproveItem':
      return approve(command, item);
    case 'EscalateItem':
      return escalate(command, item);
    case 'WithdrawItem':
      return withdraw(command, item);
    case 'RecordProof':
      return recordProof(command, item);
    case 'RecordProgress':
      return recordProgress(command, item);
    case 'CompleteStage':
      return completeStage(command, item);
    case 'ReviseItem':
      return revise(command, item);
    case 'CloseItem':
      return close(command, item);
    case 'TimePassed':
      return passTime(command, item);
  }
}
