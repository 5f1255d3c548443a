import type { Instant } from '../../domain/kernel/time.ts';
import type { Place } from './frames.ts';
import type { SiteServices } from './services.ts';

/**
 * Rounds of questions about an item, as far as the reader may know of them; undefined where there are none. Few items
 * have one, so what shows them is loaded with the first that does.
 */
export async function surveysAbout(
  { readings }: Pick<SiteServices, 'readings'>,
  { scope, reader, frame }: Pick<Place, 'scope' | 'reader' | 'frame'>,
  item: string,
  now: Instant,
) {
  const surveys = await readings.surveys.all(scope, reader, now, item);
  if (surveys.length === 0) return undefined;
  const { SurveyList } = await import('./pages/surveys.tsx');
  const board = `/o/${scope.organisation}/surveys`;
  // Those who were only asked to help with the item are not let onto the desk of surveys.
  const base = reader.official && frame.organisation?.official ? `/desk${board}` : board;
  return <SurveyList surveys={surveys} base={base} title="就本事项征求意见" />;
}
