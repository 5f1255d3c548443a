import type { LadderWorld } from './ladder-world.ts';

/** A Thursday. The working days before it are the 16th, 15th, 14th, 11th; those after it the 18th, 21st … 24th. */
export const DUE = '2026-12-17';
const SOON = ['2026-12-08', '2026-12-14', '2026-12-16'] as const;
const LATE = ['2026-12-18', '2026-12-21', '2026-12-22', '2026-12-24', '2026-12-31'] as const;

/** By the district's own ladder: the office, with the deputy on the day, then the head, then the district. */
export const CLIMB = [
  'zhou-min due-soon T-7',
  'zhou-min due-soon T-3',
  'zhou-min due-soon T-1',
  'zhou-min due-soon T',
  'ma-yuan due-soon T',
  'chen-guang overdue T+1',
  'chen-guang escalated T+2',
  'chen-guang escalated T+3',
  'qiu-lan escalated T+5',
  'qiu-lan escalated T+10',
  'chen-guang escalated T+10',
];

/** Every morning to the top of the ladder, and each of them twice. */
export async function climb(world: LadderWorld): Promise<void> {
  for (const day of [...SOON, DUE, ...LATE]) await world.mornings(day, day);
}

/** With the owner on every step, who is told no second time where the ladder names them. */
export const withOwner = (owner: string) => {
  const steps = [...new Set(CLIMB.map((line) => line.replace(/^\S+ /, '')))];
  return [...new Set([...CLIMB, ...steps.map((step) => `${owner} ${step}`)])].toSorted();
};

/** Once it is done, everybody who was told hears that, once, by the highest step. */
export const over = (told: readonly string[], kind: string, step: string) =>
  [...new Set(told.map((line) => `${line.split(' ')[0]} ${kind} ${step}`))].toSorted();
