import type { UnitKind } from './kinds.ts';
import type { Organisation } from './organisation.ts';

/** Words in the name of a Party organisation that say where it is. A school of medicine is a school. */
const BY_NAME: readonly (readonly [UnitKind, RegExp])[] = [
  ['school', /学校|小学|中学|高中|幼儿园|学前教育|附中|附小|职校|教学点/],
  ['institution', /医院|保健院|卫生院|卫生服务中心/],
];

/** What kind of unit the organisation belongs to: as it was declared, else by its name; undefined when neither says. */
export const unitOf = ({ unit, name }: Pick<Organisation, 'unit' | 'name'>): UnitKind | undefined =>
  unit ?? BY_NAME.find(([, words]) => words.test(name))?.[0];
