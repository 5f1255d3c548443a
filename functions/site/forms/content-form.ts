import { type DocumentTypes, findDocumentType } from '../../../domain/catalogue/document-types.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { AUDIENCES, type Audience } from '../../../domain/kernel/audience.ts';
import type { Filled } from '../components/field.tsx';
import { fromLocalInput, localInput } from '../dates.ts';
import { yuanOf } from '../yuan.ts';
import { filesIn, given, many, one, type Sent, whole } from './form-data.ts';

import { procedureOf, procedureValues } from './procedure-form.ts';

/** As many stages as an item may have. */
export const STAGE_LINES = 12;
/** More sums than this are entered through the API. */
export const AMOUNT_LINES = 20;

/**
 * The content that a filled form means, still unchecked: what is wrong in it comes out of the schema with its path. The
 * widest audience that is ticked in the plan is the audience of the item, so nobody can make the two disagree. Terms of
 * an objection are left out of a document of a type that asks for none.
 */
export function contentOf(sent: Sent, row: string, types: DocumentTypes): unknown {
  const planned = AUDIENCES.filter((audience) => many(sent, 'releasePlan').includes(audience));
  const kind = one(sent, 'withheld.kind');
  const part = one(sent, 'pair.part');
  const stages = stagesOf(sent);
  const url = one(sent, 'related.url');
  const type = findDocumentType(types, one(sent, 'documentType'));
  return {
    row,
    title: one(sent, 'title'),
    text: one(sent, 'text'),
    basis: one(sent, 'basis'),
    documentType: one(sent, 'documentType'),
    matter: one(sent, 'matter'),
    important: one(sent, 'important') === 'yes',
    forms: many(sent, 'forms'),
    audience: planned.at(-1),
    ...(planned.includes('named') && { named: many(sent, 'named') }),
    releasePlan: planned.map((audience) => ({ audience, ...timeOf(sent, `at.${audience}`) })),
    ...given(sent, 'showUntil'),
    ...(type?.asksObjections && { objection: objectionOf(sent) }),
    provider:
      one(sent, 'provider.kind') === 'person'
        ? { kind: 'person', person: one(sent, 'provider.person') }
        : { kind: 'office', name: one(sent, 'provider.name') },
    accountable: one(sent, 'accountable'),
    ...responsibilityOf(sent),
    ...given(sent, 'basedOn'),
    ...filesIn(sent, 'attachments'),
    ...amountsOf(sent),
    ...(url !== '' && { related: { stream: one(sent, 'related.stream'), url } }),
    ...given(sent, 'exception'),
    ...procedureOf(sent),
    ...(kind !== '' && { withheld: withheldOf(sent, kind) }),
    ...(part !== '' && { pair: { part, ...(part === 'result' && given(sent, 'plan', 'pair.plan')) } }),
    ...(stages.length > 0 && { stages }),
  };
}

function responsibilityOf(sent: Sent) {
  const [leader, manager, executor] = ['leader', 'manager', 'executor'].map((name) =>
    one(sent, `responsibility.${name}`),
  );
  return leader || manager || executor ? { responsibility: { leader, manager, executor } } : {};
}

/** Sums in yuan; without a total of its own the table is added up. */
function amountsOf(sent: Sent) {
  const lines = Array.from({ length: AMOUNT_LINES }, (_, line) => ({
    label: one(sent, `amounts.${line}.label`),
    yuan: one(sent, `amounts.${line}.yuan`),
  })).filter(({ label, yuan }) => label !== '' || yuan !== '');
  if (lines.length === 0) return {};
  const cents = lines.map(({ yuan }) => centsOf(yuan));
  const total = one(sent, 'amounts.total');
  const sum = cents.reduce<number>((before, each) => before + (typeof each === 'number' ? each : 0), 0);
  return {
    amounts: {
      unit: 'yuan',
      lines: lines.map(({ label }, line) => ({ label, cents: cents[line] })),
      totalCents: total === '' ? sum : centsOf(total),
    },
  };
}

/** Cents of a sum such as 1,234.5, without a detour through fractions; what is no sum stays as it is. */
function centsOf(text: string): number | string {
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，\s]/g, ''));
  if (!match) return text;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -cents : cents;
}

const objectionOf = (sent: Sent) => ({
  periodDays: whole(sent, 'objection.periodDays'),
  contact: one(sent, 'objection.contact'),
  phone: one(sent, 'objection.phone'),
  supervisionPhone: one(sent, 'objection.supervisionPhone'),
  howToObject: one(sent, 'objection.howToObject'),
});

const withheldOf = (sent: Sent, kind: string) => ({
  kind,
  ground: one(sent, 'withheld.ground'),
  explanation: one(sent, 'withheld.explanation'),
  ...(kind === 'not-for-now' && { lookAgainOn: one(sent, 'withheld.lookAgainOn') }),
});

/** What cannot be read as a time is passed on as it is, so that the schema refuses it. */
function timeOf(sent: Sent, name: string): { at?: string } {
  const text = one(sent, name);
  return text === '' ? {} : { at: fromLocalInput(text) ?? text };
}

const stagesOf = (sent: Sent) =>
  Array.from({ length: STAGE_LINES }, (_, line) => ({
    name: one(sent, `stages.${line}.name`),
    plannedOn: one(sent, `stages.${line}.plannedOn`),
  })).filter(({ name, plannedOn }) => name !== '' || plannedOn !== '');

/** The form filled with a content. */
export function valuesOf(content: Partial<ItemContent>): Filled['values'] {
  const { objection, provider, withheld, pair, stages = [], releasePlan = [], amounts } = content;
  const { responsibility, related } = content;
  return {
    title: content.title,
    text: content.text,
    basis: content.basis,
    documentType: content.documentType,
    matter: content.matter,
    important: content.important ? 'yes' : '',
    forms: content.forms,
    named: content.named,
    releasePlan: releasePlan.map((step) => step.audience),
    ...Object.fromEntries(releasePlan.map(({ audience, at }) => [`at.${audience}`, at && localInput(at)])),
    showUntil: content.showUntil,
    'objection.periodDays': objection && String(objection.periodDays),
    'objection.contact': objection?.contact,
    'objection.phone': objection?.phone,
    'objection.supervisionPhone': objection?.supervisionPhone,
    'objection.howToObject': objection?.howToObject,
    'provider.kind': provider?.kind ?? 'office',
    'provider.name': provider?.kind === 'office' ? provider.name : undefined,
    'provider.person': provider?.kind === 'person' ? provider.person : undefined,
    accountable: content.accountable,
    'responsibility.leader': responsibility?.leader,
    'responsibility.manager': responsibility?.manager,
    'responsibility.executor': responsibility?.executor,
    basedOn: content.basedOn,
    attachments: content.attachments,
    'related.stream': related?.stream,
    'related.url': related?.url,
    'amounts.total': amounts && yuanOf(amounts.totalCents),
    ...Object.fromEntries(
      (amounts?.lines ?? []).flatMap(({ label, cents }, line) => [
        [`amounts.${line}.label`, label],
        [`amounts.${line}.yuan`, yuanOf(cents)],
      ]),
    ),
    exception: content.exception,
    ...procedureValues(content),
    'withheld.kind': withheld?.kind ?? '',
    'withheld.ground': withheld?.ground,
    'withheld.explanation': withheld?.explanation,
    'withheld.lookAgainOn': withheld?.kind === 'not-for-now' ? withheld.lookAgainOn : undefined,
    'pair.part': pair?.part ?? '',
    'pair.plan': pair?.part === 'result' ? pair.plan : undefined,
    ...Object.fromEntries(
      stages.flatMap(({ name, plannedOn }, line) => [
        [`stages.${line}.name`, name],
        [`stages.${line}.plannedOn`, plannedOn],
      ]),
    ),
  };
}

/** Lists have one field for all their entries, except the plan, whose times stand beside their audience. */
export function contentField(sent: Sent): (path: string) => string {
  const planned = AUDIENCES.filter((audience) => many(sent, 'releasePlan').includes(audience));
  return (path) => {
    const [head = '', index, leaf] = path.split('.');
    if (['forms', 'named', 'attachments', 'lifeMeeting'].includes(head)) return head;
    if (head === 'audience') return 'releasePlan';
    if (head === 'releasePlan') {
      const audience: Audience | undefined = leaf === 'at' ? planned[Number(index)] : undefined;
      return audience ? `at.${audience}` : 'releasePlan';
    }
    if (path === 'amounts.totalCents') return 'amounts.total';
    if (head === 'amounts') return path.replace('lines.', '').replace(/cents$/, 'yuan');
    if (head === 'row') return '';
    return path;
  };
}
