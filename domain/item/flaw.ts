/** What makes a text inaccurate, whoever it is about: it is to be corrected, or justified as it stands (TZ-10). */
export const FLAWS = {
  'malformed-link': '链接无法打开',
  'dead-link': '链接指向不存在的事项或附件',
  'closed-link': '链接指向的内容，公开范围内的读者看不到',
  'wrong-total': '表格合计与各行之和不符',
  blank: '模板空格未填写',
} as const;
export type Flaw = keyof typeof FLAWS;
export const isFlaw = (kind: string): kind is Flaw => Object.hasOwn(FLAWS, kind);
