import {
  type DocumentTypes,
  findDocumentType,
  namedType,
  typesInForce,
} from '../catalogue/document-types.ts';
import { findForm } from '../catalogue/forms.ts';
import { compareAudiences, isOutsideParty } from '../kernel/audience.ts';
import type { Actor } from '../kernel/decider.ts';
import { addDays, dayOf, type Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { isInsideFirst, strictest } from '../organisation/policy.ts';
import { requireRunning } from '../organisation/standing.ts';
import type { ItemCommandOf, ItemFacts } from './commands.ts';
import type { ItemContent, RecordedContent } from './content.ts';
import type { ItemEvent } from './events.ts';
import { checkFiles } from './files.ts';
import { checkProcedure, isAboutPeople } from './procedure.ts';
import { refuse } from './refusals.ts';
import { rowDeviations } from './row-conformity.ts';
import { requireStage } from './stage.ts';
import type { Item, Version } from './state.ts';

export function propose(command: ItemCommandOf<'ProposeItem'>): readonly ItemEvent[] {
  requireProposer(command);
  requireRunning(command.facts.organisation);
  checkContent(command.data, command.facts, command.now);
  return [{ type: 'ItemProposed', data: recorded(command.data, command.facts) }];
}

/**
 * What is recorded of a content. Every item names the three tiers of responsibility: those of the organisation, unless
 * it says otherwise (TZ-04). What its type is called now stays with it, so that a later edit does not reach back.
 */
export function recorded(content: ItemContent, { organisation, documentTypes }: ItemFacts): RecordedContent {
  const responsibility = content.responsibility ?? organisation.responsibilities?.tiers;
  const type = findDocumentType(documentTypes, content.documentType);
  return { ...content, ...(responsibility && { responsibility }), ...(type && namedType(type)) };
}

/** By a proposer, or by the person who is to provide the content (DF-22). */
export function amend(command: ItemCommandOf<'AmendItem'>, item: Item): readonly ItemEvent[] {
  const version = requireStage(item, 'drafted', 'returned');
  if (!isProvider(command.actor, version.content)) requireProposer(command);
  checkContent(command.data, command.facts, command.now, version);
  return [{ type: 'ItemAmended', data: recorded(command.data, command.facts) }];
}

export function submit(command: ItemCommandOf<'SubmitItem'>, item: Item): readonly ItemEvent[] {
  requireProposer(command);
  const version = requireStage(item, 'drafted', 'returned');
  // Catalogue, roster and policy may have changed since the draft was written, and days may have gone by.
  checkContent(version.content, command.facts, command.now, version);
  return [{ type: 'ItemSubmitted', data: {} }];
}

export function requireProposer(
  command: ItemCommandOf<'ProposeItem' | 'AmendItem' | 'SubmitItem' | 'ReviseItem'>,
): string {
  const { organisation } = command.facts;
  return requireSeat(command.actor, organisation, organisation.policy.proposers, command.now);
}

const isProvider = (actor: Actor, { provider }: ItemContent): boolean =>
  actor.kind === 'person' && provider.kind === 'person' && provider.person === actor.person;

/** What was disclosed before is told again whenever there is something to tell: 即时 asks for the first time only. */
export const isUpdate = ({ number }: Version): boolean => number > 1;

/**
 * Every rule that a content must meet before anybody spends time on reviewing it.
 *
 * @param before the version whose place it takes; absent for an item that is new
 * @param isAgain the matter was disclosed before
 */
export function checkContent(
  content: ItemContent,
  facts: ItemFacts,
  now: Instant,
  before?: Version,
  isAgain = before !== undefined && isUpdate(before),
): void {
  checkPeople(content, facts);
  checkRow(content, facts, now, isAgain);
  checkPlan(content);
  checkAmounts(content);
  checkProcedure(content, facts);
  checkFiles(content.attachments, facts, 'attachments');
  checkType(content, facts, before?.content.documentType);
  if (content.withheld?.kind === 'not-for-now' && content.withheld.lookAgainOn <= dayOf(now)) {
    refuse('look-again-not-ahead', { field: 'withheld.lookAgainOn' });
  }
  checkDisplay(content, facts, now);
}

/** A type that the district uses, or has used and the item has had since then; with the terms that it asks for. */
function checkType(
  { documentType: id, objection, withheld }: ItemContent,
  facts: ItemFacts,
  had?: string,
): void {
  const { documentTypes } = facts;
  const type = findDocumentType(documentTypes, id) ?? refuseType('document-type-unknown', id, documentTypes);
  if (type.retired && id !== had) refuseType('document-type-retired', type.name, documentTypes);
  if (type.asksObjections && !objection && !withheld)
    refuse('objection-terms-missing', { field: 'objection', type: type.name });
}

function refuseType(
  code: 'document-type-unknown' | 'document-type-retired',
  type: string,
  types: DocumentTypes,
): never {
  const allowed = typesInForce(types).map(({ id, name }) => `${name}（${id}）`);
  return refuse(code, { field: 'documentType', type, allowed: allowed.join('、') });
}

function checkPeople(content: ItemContent, { organisation }: ItemFacts): void {
  const { accountable, provider, named = [], responsibility, releasePlan } = content;
  const mentioned: readonly (readonly [field: string, person: string])[] = [
    ['accountable', accountable],
    ...(provider.kind === 'person' ? [['provider.person', provider.person] as const] : []),
    ...Object.entries(responsibility ?? {}).map(([tier, p]) => [`responsibility.${tier}`, p] as const),
    ...named.map((person, index) => [`named.${index}`, person] as const),
  ];
  for (const [field, person] of mentioned) {
    if (!isOnRoster(organisation, person)) refuse('person-not-on-roster', { field, person });
  }
  const isForNamed = releasePlan.some(({ audience }) => audience === 'named');
  if (isForNamed && named.length === 0) refuse('named-people-missing', { field: 'named' });
}

const ASPECTS = { content: '公开内容', form: '公开形式', audience: '公开范围', timing: '公开时限' } as const;

/** Content, form, audience and time are compared to the row; a difference needs a recorded exception (TZ-08). */
function checkRow(content: ItemContent, facts: ItemFacts, now: Instant, isAgain: boolean): void {
  const row = facts.row ?? refuse('row-unknown', { field: 'row', row: content.row });
  content.forms.forEach((form, index) => {
    if (!findForm(facts.vocabulary, form)) refuse('form-unknown', { field: `forms.${index}`, form });
  });
  const found = rowDeviations(row, content, now, isAgain);
  const beyond = found.find(({ aspect }) => aspect === 'audience');
  if (beyond && isAboutPeople(content))
    refuse('people-beyond-row', { field: 'audience', allowed: beyond.allowed });
  const [deviation] = found;
  if (deviation && !content.exception) {
    const { aspect, field, chosen, allowed } = deviation;
    refuse('exception-needed', { field, aspect: ASPECTS[aspect], chosen, allowed });
  }
}

function checkPlan({ releasePlan, audience, matter }: ItemContent): void {
  const audiences = releasePlan.map((step) => step.audience);
  if (new Set(audiences).size < audiences.length) refuse('plan-repeats-audience', { field: 'releasePlan' });
  if (audiences.toSorted(compareAudiences).at(-1) !== audience)
    refuse('plan-beyond-audience', { field: 'releasePlan' });
  if (!isInsideFirst(matter)) return;
  const inside = releasePlan.find((step) => step.audience === 'party');
  releasePlan.forEach((step, index) => {
    if (isOutsideParty(step.audience) && !isAfter(step.at, inside)) {
      refuse('outside-not-after-inside', { field: `releasePlan.${index}.at` });
    }
  });
}

/** A step without a time happens on approval, which no other step can be known to follow unless it has a time. */
const isAfter = (outside: Instant | undefined, inside: { at?: Instant | undefined } | undefined): boolean =>
  inside !== undefined && outside !== undefined && (inside.at === undefined || outside > inside.at);

function checkAmounts({ amounts }: ItemContent): void {
  if (!amounts) return;
  const total = amounts.lines.reduce((sum, { cents }) => sum + cents, 0);
  if (total !== amounts.totalCents) {
    refuse('amounts-do-not-add-up', { field: 'amounts.totalCents', total: (total / 100).toFixed(2) });
  }
}

/** The last day of display leaves room for the last planned release, and after it for period and minimum (全市). */
export function checkDisplay(content: ItemContent, facts: ItemFacts, now: Instant): void {
  if (content.showUntil === undefined || content.withheld) return;
  const { minimumDisplayDays } = strictest(facts.organisation.policy, facts.superior?.policy);
  const days = content.releasePlan.map(({ at }) => (at === undefined ? dayOf(now) : dayOf(at)));
  const lastRelease = [dayOf(now), ...days].toSorted().at(-1) as string;
  const period = content.objection?.periodDays ?? 0;
  const earliest = addDays(lastRelease, Math.max(content.important ? minimumDisplayDays : 0, period));
  if (content.showUntil < earliest) refuse('show-until-too-early', { field: 'showUntil', earliest });
}
