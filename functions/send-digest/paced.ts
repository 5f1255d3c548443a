import { setTimeout as sleep } from 'node:timers/promises';
import { type RobotAddress, robotReadyAt } from '../../domain/alert/robot.ts';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import { Turns } from '../shell/turns.ts';
import type { RouteSources } from './routes.ts';

/**
 * Sends to each robot no faster than its platform takes it, as far as this process goes: many schools may have
 * registered the same group of the district. What others send meanwhile the platform refuses, and that is tried again.
 */
export function paced(send: RouteSources['toRobot'], clock: () => number): RouteSources['toRobot'] {
  const turns = new Turns();
  const lastSent = new Map<string, Instant>();
  return (address, ...rest) =>
    turns.take(nameOf(address), async () => {
      const last = lastSent.get(nameOf(address));
      if (last !== undefined) await sleep(Math.max(0, epochOf(robotReadyAt(address.kind, last)) - clock()));
      try {
        return await send(address, ...rest);
      } finally {
        lastSent.set(nameOf(address), instantOf(clock()));
      }
    });
}

const nameOf = ({ base, key }: RobotAddress): string => `${base} ${key}`;
