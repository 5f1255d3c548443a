/** Whose reading is asked for in each organisation that a circular goes to. */
export const CIRCULAR_READERS = {
  office: '有岗位的人员',
  party: '全体党员',
  unit: '全体党员和教职工',
} as const;
export type CircularReaders = keyof typeof CIRCULAR_READERS;
