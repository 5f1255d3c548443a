import middy from '@middy/core';
import * as z from 'zod';
import type { Instant } from '../../domain/kernel/time.ts';

const tick = z.object({ scheduledTime: z.iso.datetime() });

/** A function on a schedule. The scheduled time is the key of the run, so a double fire repeats and changes nothing. */
export const scheduleHandler = (run: (scheduledTime: Instant) => Promise<void>) =>
  middy().handler((event: unknown) => run(new Date(tick.parse(event).scheduledTime).toISOString()));
