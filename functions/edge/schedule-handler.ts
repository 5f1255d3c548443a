import middy from '@middy/core';
import { type Instant, instantOf } from '../../domain/kernel/time.ts';
import { isInstant, readMessage } from './message.ts';

/** A function on a schedule. The scheduled time is the key of the run, so a double fire repeats and changes nothing. */
export const scheduleHandler = (run: (scheduledTime: Instant) => Promise<void>) =>
  middy().handler((event: unknown) => {
    const { scheduledTime } = readMessage<{ scheduledTime: Instant }>({ scheduledTime: isInstant }, event);
    return run(instantOf(Date.parse(scheduledTime)));
  });
