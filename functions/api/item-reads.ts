import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

const ITEM = `${ORGANISATION}/items/{item}`;

/** Readings of what is disclosed, and of the work on it, as entries of the table of all readings. */
export const ITEM_READS = {
  districtBoard: {
    path: '/v1/board',
    zh: '全区公开栏',
    en: 'What was disclosed to society',
    query: query('page'),
  },
  board: {
    path: `${ORGANISATION}/board`,
    zh: '公开栏',
    en: 'What is on show to the reader',
    query: query('boardPage'),
  },
  items: {
    path: `${ORGANISATION}/items`,
    zh: '全部事项，不论状态（经办人）',
    en: 'Every item whatever its state, for officials',
    signedIn: true,
  },
  item: {
    path: ITEM,
    zh: '公开事项',
    en: 'One item, as the reader may see it',
    query: query('itemVersion'),
  },
  itemFile: {
    path: `${ITEM}/files/{file}`,
    zh: '附件或佐证材料，附限时下载地址',
    en: 'A file of an item with a link that is good for minutes, for whoever may see the item',
    query: query('itemVersion'),
  },
  upload: {
    path: `${ORGANISATION}/files/{file}`,
    zh: '上传的文件是否通过检查（经办人）',
    en: 'What became of an upload, for officials',
    signedIn: true,
  },
  record: {
    path: `${ITEM}/record`,
    zh: '事项的全部记录（可离线核验）',
    en: 'The record of an item, to verify offline',
    signedIn: true,
  },
  itemFeedback: {
    path: `${ITEM}/feedback`,
    zh: '对事项的意见建议（经办人）',
    en: 'Opinions on an item, for officials',
    signedIn: true,
  },
  answers: {
    path: `${ITEM}/answers`,
    zh: '意见建议的办理结果',
    en: 'What became of opinions on an item: the answers, not the opinions',
  },
  halfPairs: {
    path: `${ORGANISATION}/half-pairs`,
    zh: '计划与结果未配对的事项',
    en: 'Plans without a result and results without a plan',
  },
  matches: {
    path: `${ORGANISATION}/matches`,
    zh: '查找已经公开的内容',
    en: 'What the reader may see that has the words they ask for',
    query: query('matching'),
  },
} as const;
