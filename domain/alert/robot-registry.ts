import type * as z from 'zod/mini';
import type { Command, Decider, DomainEvent } from '../kernel/decider.ts';
import { refuse as refuseKernel } from '../kernel/refusal.ts';
import type { RobotKind } from './platforms.ts';
import { refuse } from './refusals.ts';
import type { robotCommands } from './robot-commands.ts';

/** A robot as the record has it. Key and secret are sealed before they come here, and nothing here can open them. */
export interface SealedRobot {
  readonly kind: RobotKind;
  readonly name: string;
  /** The address without its key. */
  readonly base: string;
  readonly key: string;
  /** Last characters of the key, by which people tell one robot from another. */
  readonly ending: string;
  readonly secret?: string;
}

export interface RegisteredRobot extends SealedRobot {
  readonly active: boolean;
}
export type RobotState = RegisteredRobot | undefined;

/** True for the organisation's office. */
interface Permit {
  readonly mayKeep: boolean;
}

type RegisterRobot = Command<'RegisterRobot', SealedRobot, Permit>;
type RemoveRobot = Command<'RemoveRobot', z.infer<(typeof robotCommands)['RemoveRobot']>, Permit>;
export type RobotCommand = RegisterRobot | RemoveRobot;

export type RobotEvent =
  | DomainEvent<'RobotRegistered', SealedRobot>
  | DomainEvent<'RobotRemoved', RemoveRobot['data']>;

/** 群机器人: a robot in a chat group of the organisation, which is told what the organisation is told. */
export const robotDecider: Decider<RobotCommand, RobotEvent, RobotState> = {
  initial: undefined,
  decide,
  evolve: (state, event) =>
    event.type === 'RobotRegistered' ? { ...event.data, active: true } : state && { ...state, active: false },
  nextDue: () => undefined,
};

function decide(command: RobotCommand, state: RobotState): readonly RobotEvent[] {
  if (!command.facts.mayKeep) refuseKernel('not-permitted', { allowed: '本级党务公开办公室' });
  if (command.type === 'RemoveRobot') {
    if (!state?.active) refuse('robot-unknown');
    return [{ type: 'RobotRemoved', data: command.data }];
  }
  if (state) refuse('robot-exists');
  const { kind, secret } = command.data;
  if (kind !== 'wecom' && secret === undefined) refuse('robot-secret-missing', { field: 'secret' });
  return [{ type: 'RobotRegistered', data: command.data }];
}
