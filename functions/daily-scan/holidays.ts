import type { Instant } from '../../domain/kernel/time.ts';
import type { AlertSources } from '../shell/alerts.ts';
import { Digests } from '../shell/digests.ts';
import { tellingsOfHolidays } from '../shell/holiday-alerts.ts';

/** From November on, until next year's holidays are entered, the district's office is told once a week. */
export async function remindOfHolidays(sources: AlertSources, now: Instant): Promise<void> {
  const digests = new Digests(sources.log, sources.aggregates, sources.district);
  for (const telling of await tellingsOfHolidays(sources, now)) {
    await digests.tell(telling, {
      now,
      actor: { kind: 'system', name: 'daily-scan' },
      commandId: 'holidays',
      correlation: `holidays-${now}`,
    });
  }
}
