import type { Errands } from './errand.ts';
import { xinglanVoices } from './voices.ts';

/** By organisation, in the order in which they are run. */
export const SAMPLE_ERRANDS: Readonly<Record<string, readonly Errands[]>> = {
  xinglan: [xinglanVoices],
};
