import {
  BODIES,
  type Body,
  POSITIONS_IN,
  type Position,
  positionTitle,
} from '../../../domain/organisation/body.ts';
import { given, many, one, type Sent } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** 编号, by which a seat stands in a list to choose from: body, position, and place or person. */
export const seatValue = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('/');

function seatOf(sent: Sent, name: string, last: 'place' | 'person'): object {
  const [body = '', position = '', third] = one(sent, name).split('/');
  return { body, position, ...(third !== undefined && { [last]: third }) };
}

/** Lines of a list that somebody typed, without empty ones. */
const lines = (sent: Sent, name: string): readonly string[] =>
  one(sent, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Names that are written one behind the other. */
const names = (sent: Sent, name: string): readonly string[] =>
  one(sent, name)
    .split(/[、,，\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `副组长 纪委书记`: a position and, behind a space, the office that it is held by. Ids count within a position. */
function placesOf(sent: Sent): readonly object[] {
  const body = one(sent, 'layout.body');
  const counts = new Map<string, number>();
  return lines(sent, 'layout.places').map((line) => {
    const [title = '', ...rest] = line.split(/\s+/);
    const position = positionCalled(body, title) ?? title;
    const count = (counts.get(position) ?? 0) + 1;
    counts.set(position, count);
    const office = rest.join(' ');
    return { id: `${position}-${count}`, position, ...(office !== '' && { office }) };
  });
}

function positionCalled(body: string, title: string): Position | undefined {
  if (!Object.hasOwn(BODIES, body)) return undefined;
  return POSITIONS_IN[body as Body].find((position) => positionTitle(body as Body, position) === title);
}

const reason = (action: string) => (sent: Sent) => ({ reason: one(sent, `${action}.reason`) });

/** What the office keeps of its organisation, and what the office above decides on it. */
export const ORGANISATION_FORMS: OperationForms = {
  seat: {
    operation: 'fillSeat',
    read: (sent) => ({
      ...seatOf(sent, 'seat.place', 'place'),
      person: one(sent, 'seat.person'),
      from: one(sent, 'seat.from'),
      ...given(sent, 'until', 'seat.until'),
      ...given(sent, 'source', 'seat.source'),
      ...given(sent, 'unit', 'seat.unit'),
    }),
    done: '已登记任职。',
  },
  vacancy: {
    operation: 'vacateSeat',
    read: (sent) => ({
      ...seatOf(sent, 'vacancy.person', 'person'),
      until: one(sent, 'vacancy.until'),
    }),
    done: '已登记离任，任职经历仍保留。',
  },
  layout: {
    operation: 'layOutBody',
    read: (sent) => ({
      body: one(sent, 'layout.body'),
      ...given(sent, 'host', 'layout.host'),
      places: placesOf(sent),
    }),
    done: '已核定席位。',
  },
  responsibilities: {
    operation: 'assignResponsibilities',
    read: (sent) => ({
      units: {
        accountable: one(sent, 'responsibilities.units.accountable'),
        responsible: one(sent, 'responsibilities.units.responsible'),
        consulted: names(sent, 'responsibilities.units.consulted'),
        informed: names(sent, 'responsibilities.units.informed'),
      },
      tiers: {
        leader: one(sent, 'responsibilities.tiers.leader'),
        manager: one(sent, 'responsibilities.tiers.manager'),
        executor: one(sent, 'responsibilities.tiers.executor'),
      },
    }),
    done: '已明确责任分工，今后提出的事项自动标明三级责任人。',
  },
  regulation: {
    operation: 'recordRegulation',
    read: (sent) => ({
      title: one(sent, 'regulation.title'),
      ...given(sent, 'number', 'regulation.number'),
      about: many(sent, 'regulation.about'),
      audience: one(sent, 'regulation.audience'),
      inForceFrom: one(sent, 'regulation.inForceFrom'),
      ...given(sent, 'item', 'regulation.item'),
    }),
    done: '已登记制度。',
  },
  repeal: {
    operation: 'repealRegulation',
    read: (sent) => ({ title: one(sent, 'repeal.title'), reason: one(sent, 'repeal.reason') }),
    done: '已废止制度。',
  },
  channels: {
    operation: 'declareChannels',
    read: (sent) => ({ channels: many(sent, 'channels.channels') }),
    done: '已申报公开载体。',
  },
  activate: { operation: 'activateOrganisation', read: () => ({}), done: '已正式启用。' },
  copy: {
    operation: 'copyScheme',
    read: (sent) => ({ from: one(sent, 'copy.from'), reason: one(sent, 'copy.reason') }),
    done: '已沿用其规定和自设目录条目。',
  },
  suspend: { operation: 'suspendOrganisation', read: reason('suspend'), done: '已暂停。' },
  resume: { operation: 'resumeOrganisation', read: reason('resume'), done: '已恢复。' },
  pilot: {
    operation: 'designatePilot',
    read: (sent) => ({ pilot: one(sent, 'pilot.pilot') === 'yes', reason: one(sent, 'pilot.reason') }),
    done: '已记录。',
  },
  split: {
    operation: 'onboardOrganisation',
    read: (sent) => ({
      id: one(sent, 'split.id'),
      name: one(sent, 'split.name'),
      shortName: one(sent, 'split.shortName'),
      kind: one(sent, 'split.kind'),
      ...given(sent, 'superior', 'split.superior'),
      origin: one(sent, 'split.origin'),
    }),
    done: '已分设新组织，沿用本组织的规定和自设目录条目。',
  },
  move: {
    operation: 'moveOrganisation',
    organisation: (sent) => one(sent, 'move.unit'),
    read: (sent) => ({
      to: one(sent, 'move.to'),
      from: one(sent, 'move.from'),
      basis: one(sent, 'move.basis'),
      reason: one(sent, 'move.reason'),
    }),
    done: '隶属关系已调整。本组织的记录、公开栏和目录不变。',
  },
  merge: {
    operation: 'mergeOrganisation',
    read: (sent) => ({ into: one(sent, 'merge.into'), reason: one(sent, 'merge.reason') }),
    done: '已并入。本组织的记录仍可查阅。',
  },
};
