/** Readings of what this API is, for programs, as entries of the table of all readings. */
export const DOCUMENT_READS = {
  openapi: { path: '/v1/openapi.json', zh: '接口说明', en: 'This document' },
  asyncapi: {
    path: '/v1/asyncapi.json',
    zh: '对外消息说明',
    en: 'Events on the bus and notices to displays, described in AsyncAPI',
  },
} as const;
