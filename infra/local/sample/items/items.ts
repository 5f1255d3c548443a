import type { Calendar, SampleItem } from '../life.ts';
import { baihe, chengjiang, hetang, preschool, yunxi } from './schools.ts';
import { xinglanDisclosed } from './xinglan-disclosed.ts';
import { xinglanInWork } from './xinglan-in-work.ts';

/** The items of each organisation, by its id, in the order in which they are proposed. */
export const SAMPLE_ITEMS: Readonly<Record<string, (calendar: Calendar) => readonly SampleItem[]>> = {
  chengjiang,
  xinglan: (calendar) => [...xinglanDisclosed(calendar), ...xinglanInWork(calendar)],
  yunxi,
  hetang,
  preschool,
  baihe,
};
