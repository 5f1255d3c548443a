import type { profileCommands } from '../../domain/profile/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

type Command = keyof typeof profileCommands;

const on = (
  id: string,
  method: CommandOperation['method'],
  path: string,
  command: Command,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method,
  path: `${ORGANISATION}${path}`,
  zh,
  en,
  aggregate: 'profile',
  command,
  body: lazily(async () => (await import('../../domain/profile/commands.ts')).profileCommands[command]),
});

export const PROFILE_OPERATIONS: readonly CommandOperation[] = [
  on(
    'describeContacts',
    'PUT',
    '/contacts',
    'DescribeContacts',
    '公布办公地点、热线电话、领导分工和办事流程',
    'Say where the office is, its telephones, who leads what and how matters are handled',
  ),
  on(
    'publishScheme',
    'POST',
    '/schemes',
    'PublishScheme',
    '公布党务公开方案的新版本',
    'Publish a version of the scheme of disclosure',
  ),
  on('listBases', 'PUT', '/bases', 'ListBases', '公布依据文件清单', 'List the legal bases'),
  on(
    'citeBases',
    'PUT',
    '/citations',
    'CiteBases',
    '注明目录行的依据文件',
    'Say on which bases a row of the catalogue rests',
  ),
  on(
    'recordStatistics',
    'POST',
    '/statistics',
    'RecordStatistics',
    '登记党员统计',
    'Record the statistics of Party members',
  ),
  {
    id: 'importRoster',
    method: 'POST',
    path: `${ORGANISATION}/roster`,
    zh: '导入花名册，全部导入或全部不导入（党务公开办公室）',
    en: 'Take a roster of units, people and seats, all of it or nothing (office)',
    aggregate: 'roster',
    command: 'ImportRoster',
    body: lazily(async () => (await import('../../domain/roster/commands.ts')).importRoster),
  },
];
