import { ORGANISATION } from './addresses.ts';

/** Readings of what goes down to those below, as entries of the table of all readings. */
export const CIRCULAR_READS = {
  circulars: {
    path: `${ORGANISATION}/circulars`,
    zh: '本组织下发的文件通知（经办人）',
    en: 'What the organisation sent down, newest first, for officials',
    signedIn: true,
  },
  circular: {
    path: `${ORGANISATION}/circulars/{circular}`,
    zh: '一份下发的通知：各单位签收、阅读、办结情况（经办人）',
    en: 'One circular with what each recipient did with it, for officials',
    signedIn: true,
  },
  receivedCirculars: {
    path: `${ORGANISATION}/received-circulars`,
    zh: '发给本组织、要我阅读或办理的通知',
    en: 'What was sent to the organisation and concerns whoever asks, newest first',
    signedIn: true,
  },
  receivedCircular: {
    path: `${ORGANISATION}/received-circulars/{issuer}/{circular}`,
    zh: '一份收到的通知',
    en: 'One of them in full',
    signedIn: true,
  },
} as const;
