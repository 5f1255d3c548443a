import type { NewsCommandType } from '../../domain/news/commands.ts';
import { ORGANISATION } from './addresses.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const NEWS = `${ORGANISATION}/news`;

const on = posted<NewsCommandType>(
  'news',
  NEWS,
  async () => (await import('../../domain/news/commands.ts')).newsCommands,
);

/** 动态: what is told at any time, beside what the catalogue asks for. */
export const NEWS_OPERATIONS: readonly CommandOperation[] = [
  {
    ...on(
      'writeNews',
      'WriteNews',
      '',
      '撰写动态（党建动态、校务公开等）',
      'Write news of one of the two streams',
    ),
    creates: `${NEWS}/{id}`,
  },
  on(
    'correctNews',
    'CorrectNews',
    '/{news}/versions',
    '更正动态（新版本，重新审核）',
    'Correct news by a new version',
  ),
  on(
    'maskNewsFinding',
    'MaskNewsFinding',
    '/{news}/maskings',
    '遮盖动态中的个人信息',
    'Mask personal data in news',
  ),
  on(
    'justifyNewsFinding',
    'JustifyNewsFinding',
    '/{news}/justifications',
    '说明动态中的一处为何可以公开',
    'Justify what looks like personal data in news',
  ),
  on(
    'releaseNews',
    'ReleaseNews',
    '/{news}/release',
    '保密审查并发布动态（撰写人以外的人）',
    'Check news for secrets and release it; never by whoever wrote it',
  ),
  on('returnNews', 'ReturnNews', '/{news}/returns', '退回动态', 'Return news to whoever wrote it'),
  on('takeDownNews', 'TakeDownNews', '/{news}/taking-down', '撤下动态', 'Take news down'),
];
