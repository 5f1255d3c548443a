import type { PowerCommandType } from '../../domain/power/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const POWERS = `${ORGANISATION}/powers`;
const commands = async () => (await import('../../domain/power/commands.ts')).powerCommands;

type About = Extract<PowerCommandType, 'RevisePower' | 'RemovePower' | 'RecordFinding'>;
type At = Pick<CommandOperation, 'method' | 'path' | 'zh' | 'en'>;

/** About one entry, which stands in the path. */
const about = (id: string, command: About, at: At): CommandOperation => ({
  id,
  ...at,
  aggregate: 'powers',
  command,
  body: lazily(async () => {
    const { omit } = await import('./schema-changes.ts');
    return omit((await commands())[command], { power: true });
  }),
  fromPath: { power: 'power' },
});

const onRegister = (id: string, command: Exclude<PowerCommandType, About>, at: At): CommandOperation => ({
  id,
  ...at,
  aggregate: 'powers',
  command,
  body: lazily(async () => (await commands())[command]),
});

export const POWER_OPERATIONS: readonly CommandOperation[] = [
  onRegister('recordPower', 'RecordPower', {
    method: 'POST',
    path: POWERS,
    zh: '登记职责或权力事项',
    en: 'Enter a duty or power of the leading body or of a leader',
  }),
  onRegister('publishPowers', 'PublishPowers', {
    method: 'POST',
    path: `${POWERS}/publication`,
    zh: '公开权力清单（领导小组）',
    en: 'Publish the register as its next version (leading group)',
  }),
  about('revisePower', 'RevisePower', {
    method: 'PUT',
    path: `${POWERS}/{power}`,
    zh: '修改职责或权力事项',
    en: 'Enter a duty or power anew',
  }),
  about('removePower', 'RemovePower', {
    method: 'DELETE',
    path: `${POWERS}/{power}`,
    zh: '取消职责或权力事项',
    en: 'Remove a duty or power',
  }),
  about('recordFinding', 'RecordFinding', {
    method: 'POST',
    path: `${POWERS}/{power}/findings`,
    zh: '登记清理意见：纠正、理清、明确、强化',
    en: 'Record what was found wanting, and how it was met',
  }),
];
