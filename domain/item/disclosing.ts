import { dayOf } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import type { ItemCommand, ItemCommandOf } from './commands.ts';
import type { ItemEvent } from './events.ts';
import { checkFiles, requireImpersonalFiles } from './files.ts';
import { refuse } from './refusals.ts';
import { isHeldBack } from './release.ts';
import { requireImpersonal } from './screening.ts';
import { isOnline, mustShowUntil } from './showing.ts';
import { refuseStage, requireStanding } from './stage.ts';
import {
  faces,
  type Item,
  isAbandoned,
  latest,
  pendingReleases,
  published,
  stagesOf,
  type Version,
} from './state.ts';

/**
 * Takes the item off every board. A 公示 stays its period and an important item its minimum, unless what it says is
 * wrong. What has not been shown yet may be given up at any time.
 */
export function withdraw(command: ItemCommandOf<'WithdrawItem'>, item: Item): readonly ItemEvent[] {
  requireOffice(command);
  const { draftOnly, ...why } = command.data;
  const up = draftOnly ? [] : faces(item).map(({ version }) => version);
  const [until] = up
    .map((version) => mustShowUntil(version) ?? '')
    .toSorted()
    .reverse();
  if (until !== undefined && command.now < until && !why.inError)
    refuse('minimum-display', { until: dayOf(until) });
  const versions = up.length > 0 ? up : [requireUnshown(item)];
  const numbers = versions.map(({ number }) => number).toSorted((a, b) => a - b);
  return [{ type: 'ItemWithdrawn', data: { ...why, versions: numbers } }];
}

function requireUnshown(item: Item): Version {
  const version = latest(item);
  const isUnshown = version.releases.length === 0 && version.stage !== 'withheld' && !isAbandoned(version);
  return isUnshown && !item.closed ? version : refuse('not-on-show');
}

/** A form that is no page (meeting, document, radio …) discloses by its proof: form, place, time, people, note. */
export function recordProof(command: ItemCommandOf<'RecordProof'>, item: Item): readonly ItemEvent[] {
  requireOffice(command);
  const version = requireStanding(item, 'approved', 'released');
  const { form, audience, heldAt, recipients, note, files } = command.data;
  if (!version.content.forms.includes(form)) refuse('form-not-chosen', { field: 'form', form });
  if (heldAt > command.now) refuse('proof-in-future', { field: 'heldAt' });
  if (version.approvedAt === undefined || heldAt < version.approvedAt)
    refuse('proof-before-approval', { field: 'heldAt' });
  requireImpersonal(version.content, { recipients, note });
  checkFiles(files, command.facts, 'files');
  requireImpersonalFiles(files, command.facts);
  const { number } = version;
  const proof: ItemEvent = { type: 'ProofRecorded', data: { ...command.data, version: number } };
  if (version.releases.some((release) => release.audience === audience)) return [proof];
  const isPlanned = pendingReleases(version).some(
    (step) => step.audience === audience && step.from <= heldAt,
  );
  if (!isPlanned) refuse('audience-not-planned', { field: 'audience' });
  if (isHeldBack(version, audience, heldAt)) refuse('inside-not-yet-told', { field: 'audience' });
  const online = isOnline(version, audience);
  return [proof, { type: 'ItemReleased', data: { version: number, audience, online, heldAt } }];
}

export function recordProgress(command: ItemCommandOf<'RecordProgress'>, item: Item): readonly ItemEvent[] {
  requireOffice(command);
  const { content } = requirePublished(item);
  requireImpersonal(content, { text: command.data.text });
  return [{ type: 'ProgressRecorded', data: command.data }];
}

export function completeStage(command: ItemCommandOf<'CompleteStage'>, item: Item): readonly ItemEvent[] {
  requireOffice(command);
  const { content } = requirePublished(item);
  const { stage: index, completedOn, note } = command.data;
  const stage = stagesOf(item)[index];
  if (!stage || stage.completedOn !== undefined) return refuse('stage-unknown', { field: 'stage' });
  if (completedOn > dayOf(command.now)) refuse('day-in-future', { field: 'completedOn' });
  requireImpersonal(content, { note });
  return [{ type: 'StageCompleted', data: { ...command.data, name: stage.name } }];
}

/** Work goes on while a revision is being written, so what has been published counts, not what is in work. */
function requirePublished(item: Item): Version {
  const version = published(item);
  return version && !item.closed ? version : refuseStage(item, version ?? latest(item), ['released']);
}

/** Everybody who may propose may also look after what has been disclosed. */
export function requireOffice(command: ItemCommand): void {
  const { organisation } = command.facts;
  requireSeat(command.actor, organisation, organisation.policy.proposers, command.now);
}
