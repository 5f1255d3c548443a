/** How much of a file is text that could be read: a photo has none, a document with pictures is read in part. */
export const COVERAGE = {
  all: { zh: '已筛查', en: 'Screened' },
  part: { zh: '文字已筛查，图片未筛查', en: 'Text screened, pictures not' },
  none: { zh: '未筛查', en: 'Not screened' },
} as const;
export type Coverage = keyof typeof COVERAGE;
