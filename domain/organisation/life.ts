import { refuse as refuseInput } from '../kernel/refusal.ts';
import { dayOf } from '../kernel/time.ts';
import { mayLead } from './affiliation.ts';
import { BODIES } from './body.ts';
import type { OrganisationCommand, OrganisationCommandOf, OrganisationFacts } from './decider.ts';
import type { Organisation, OrganisationEvent } from './organisation.ts';
import { checkPolicy } from './policy-checks.ts';
import { refuse } from './refusals.ts';
import { headless } from './standing.ts';

/** Sets an organisation up; one that was split from another begins with that one's policy. */
export function onboard({
  data,
  facts,
}: OrganisationCommandOf<'OnboardOrganisation'>): readonly OrganisationEvent[] {
  const { superiorKind } = facts;
  if (superiorKind === 'branch') refuse('branch-leads-nobody', { field: 'superior' });
  if (superiorKind && !mayLead(superiorKind, data.kind))
    refuse('general-branch-leads-branches', { field: 'superior' });
  const begun: OrganisationEvent = { type: 'OrganisationOnboarded', data };
  if (data.origin === undefined) return [begun];
  const origin = facts.source ?? refuse('organisation-unknown', { field: 'origin' });
  checkPolicy(origin.policy, data, facts.floor);
  const reason = `由${origin.shortName}分设，沿用其规定。`;
  return [begun, { type: 'PolicyChanged', data: { policy: origin.policy, reason, from: data.origin } }];
}

/** @throws Refusal `body-without-head`, naming what is missing */
export function activate(
  { now }: OrganisationCommandOf<'ActivateOrganisation'>,
  organisation: Organisation,
): readonly OrganisationEvent[] {
  const missing = headless(organisation, dayOf(now));
  if (missing.length > 0) {
    refuse('body-without-head', { bodies: missing.map((body) => BODIES[body]).join('、') });
  }
  return organisation.activeSince === undefined ? [{ type: 'OrganisationActivated', data: {} }] : [];
}

export function suspend(
  { data, facts }: OrganisationCommandOf<'SuspendOrganisation'>,
  organisation: Organisation,
): readonly OrganisationEvent[] {
  requireOversight(facts);
  return organisation.suspended ? [] : [{ type: 'OrganisationSuspended', data }];
}

export function resume(
  { data, facts }: OrganisationCommandOf<'ResumeOrganisation'>,
  organisation: Organisation,
): readonly OrganisationEvent[] {
  requireOversight(facts);
  return organisation.suspended ? [{ type: 'OrganisationResumed', data }] : [];
}

/** Whatever waits for somebody has to be settled first: a record cannot be moved, so nobody could do it afterwards. */
export function merge({
  data,
  facts,
}: OrganisationCommandOf<'MergeOrganisation'>): readonly OrganisationEvent[] {
  requireOversight(facts);
  const { successor, subordinates = 0, openWork = 0 } = facts;
  if (!successor || successor.merged || successor.suspended) refuse('successor-unfit', { field: 'into' });
  if (subordinates > 0) refuse('subordinates-left', { count: subordinates });
  if (openWork > 0) refuse('work-open', { count: openWork });
  return [{ type: 'OrganisationMerged', data }];
}

export function designatePilot(
  { data, facts }: OrganisationCommandOf<'DesignatePilot'>,
  { pilotSince }: Organisation,
): readonly OrganisationEvent[] {
  requireOversight(facts);
  return data.pilot === (pilotSince !== undefined) ? [] : [{ type: 'PilotDesignated', data }];
}

/** Takes over the policy of a pilot, or of the organisation that this one was split from. */
export function copyScheme(
  { data, facts }: OrganisationCommandOf<'CopyScheme'>,
  organisation: Organisation,
): readonly OrganisationEvent[] {
  const { from, reason } = data;
  const source = facts.source ?? refuse('organisation-unknown', { field: 'from' });
  if (source.pilotSince === undefined && organisation.origin !== from)
    refuse('not-a-pilot', { field: 'from' });
  checkPolicy(source.policy, organisation, facts.floor);
  const isSame = JSON.stringify(source.policy) === JSON.stringify(organisation.policy);
  return isSame ? [] : [{ type: 'PolicyChanged', data: { policy: source.policy, reason, from } }];
}

/** An organisation neither stops nor closes itself. */
function requireOversight({ mayOversee }: OrganisationFacts): void {
  if (!mayOversee) refuseInput('not-permitted', { allowed: '上级党务公开办公室' });
}

/** The one that the command names beside the organisation itself. */
export function namedBy({ type, data }: Pick<OrganisationCommand, 'type' | 'data'>): string | undefined {
  if (type === 'OnboardOrganisation') return (data as { origin?: string }).origin;
  if (type === 'CopyScheme') return (data as { from: string }).from;
  return type === 'MergeOrganisation' ? (data as { into: string }).into : undefined;
}
