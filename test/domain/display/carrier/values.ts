import { FIELDS, type Field, type FieldValues } from '../../../../domain/display/carrier/fields.ts';

/** Every field with its own name as the value, but for what a test gives it. */
export const values = (change: Partial<FieldValues> = {}): FieldValues => ({
  ...(Object.fromEntries(FIELDS.map((name) => [name, name])) as Record<Field, string>),
  status: 'on-show',
  statusName: '公开中',
  url: 'https://gongkai.example.cn/o/dongfang/items/item-1',
  expiresAt: '2026-09-30 23:59:59',
  ...change,
});
