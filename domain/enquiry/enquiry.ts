import type { Decider } from '../kernel/decider.ts';
import { assign, clarify, recordVisit, register } from './asking.ts';
import type { EnquiryCommand } from './commands.ts';
import { approve, propose, returnDecision } from './deciding.ts';
import type { EnquiryEvent } from './events.ts';
import { requireStage } from './guards.ts';
import { complain, decideComplaint, disclose, settlePromotion } from './outcome.ts';
import { refuse } from './refusals.ts';
import { type Enquiry, type EnquiryState, enquiryHistory } from './state.ts';
import { askForClarity, extend, nextDue, passTime, pause, resume } from './timing.ts';

/** 依申请公开: registered with an owner and a date, clarified, decided by the approval chain, disclosed or not. */
export const enquiryDecider: Decider<EnquiryCommand, EnquiryEvent, EnquiryState> = {
  ...enquiryHistory,
  decide,
  nextDue,
};

function decide(command: EnquiryCommand, state: EnquiryState): readonly EnquiryEvent[] {
  if (command.type === 'RegisterEnquiry') {
    if (state) refuse('enquiry-exists');
    return register(command);
  }
  const enquiry = state ?? refuse('enquiry-unknown');
  switch (command.type) {
    case 'TimePassed':
      return passTime(command, enquiry);
    case 'RecordVisit':
      return recordVisit(command, enquiry);
    default:
      return decideOpen(command, enquiry);
  }
}

type Other = Exclude<EnquiryCommand, { type: 'RegisterEnquiry' | 'TimePassed' | 'RecordVisit' }>;

/** Each command has the stages in which it makes sense. */
function decideOpen(command: Other, enquiry: Enquiry): readonly EnquiryEvent[] {
  switch (command.type) {
    case 'AssignEnquiry':
      requireStage(enquiry, 'to-approve', 'clarifying', 'paused', 'decided', 'complained');
      return assign(command, enquiry);
    case 'AskForClarity':
      requireStage(enquiry, 'to-approve');
      return askForClarity(command, enquiry);
    case 'Clarify':
      requireStage(enquiry, 'clarifying');
      return clarify(command, enquiry);
    case 'ProposeDecision':
      requireStage(enquiry, 'to-approve');
      return propose(command, enquiry);
    case 'ApproveDecision':
      requireStage(enquiry, 'to-approve');
      return approve(command, enquiry);
    case 'ReturnDecision':
      requireStage(enquiry, 'to-approve');
      return returnDecision(command, enquiry);
    case 'ExtendEnquiry':
      requireStage(enquiry, 'to-approve');
      return extend(command, enquiry);
    case 'PauseClock':
      requireStage(enquiry, 'to-approve');
      return pause(command, enquiry);
    case 'ResumeClock':
      requireStage(enquiry, 'paused');
      return resume(command, enquiry);
    case 'DiscloseEnquiry':
      requireStage(enquiry, 'decided');
      return disclose(command, enquiry);
    case 'SettlePromotion':
      requireStage(enquiry, 'closed');
      return settlePromotion(command, enquiry);
    case 'FileComplaint':
      requireStage(enquiry, 'closed');
      return complain(command, enquiry);
    case 'DecideComplaint':
      requireStage(enquiry, 'complained');
      return decideComplaint(command, enquiry);
  }
}
