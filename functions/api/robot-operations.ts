import type { RobotCommandType } from '../../domain/alert/robot-commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const ROBOTS = `${ORGANISATION}/robots`;

const bodyOf = (command: RobotCommandType) =>
  lazily(async () => (await import('../../domain/alert/robot-commands.ts')).robotCommands[command]);

export const ROBOT_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'registerRobot',
    method: 'POST',
    path: ROBOTS,
    zh: '登记群机器人（密钥加密保存，不再显示）',
    en: 'Register a group robot; its key and secret are sealed and never shown again',
    aggregate: 'robot',
    command: 'RegisterRobot',
    body: bodyOf('RegisterRobot'),
    creates: `${ROBOTS}/{id}`,
  },
  {
    id: 'removeRobot',
    method: 'POST',
    path: `${ROBOTS}/{robot}/removal`,
    zh: '移除群机器人',
    en: 'Remove a group robot',
    aggregate: 'robot',
    command: 'RemoveRobot',
    body: bodyOf('RemoveRobot'),
  },
];
