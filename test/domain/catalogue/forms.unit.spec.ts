import { describe, expect, it } from 'vitest';
import { deviations } from '../../../domain/catalogue/conformity.ts';
import {
  DEFAULT_FORMS,
  findForm,
  onlineReach,
  reachesOfficeSystem,
} from '../../../domain/catalogue/forms.ts';

describe('the vocabulary of forms', () => {
  it('[XH-36] knows the forms of the catalogues and is open to more', () => {
    for (const name of ['会议', '文件', '设限平台', '公示栏'])
      expect(findForm(DEFAULT_FORMS, name)?.name).toBe(name);
    const widened = [
      ...DEFAULT_FORMS,
      { ...(DEFAULT_FORMS[0] as (typeof DEFAULT_FORMS)[0]), name: '教职工大会' },
    ];
    expect(findForm(widened, '教职工大会')).toBeDefined();
    expect(findForm(DEFAULT_FORMS, '教职工大会')).toBeUndefined();
  });

  it('[QS-05] covers the ten forms of the city report', () => {
    for (const name of '年会 党务政务网 公开栏 党员之窗 公文 公示 通报 简报 谈话活动 回复函询'.split(' ')) {
      expect(findForm(DEFAULT_FORMS, name), name).toBeDefined();
    }
  });

  it('has each name and alias once', () => {
    const names = DEFAULT_FORMS.flatMap((form) => [form.name, ...(form.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows only what it carries itself on boards and displays', () => {
    for (const form of DEFAULT_FORMS)
      expect(form.online || !(form.boardPage || form.display || form.officeSystem), form.name).toBe(true);
  });

  it('reaches the office system by the forms that are read in one, under any of their names', () => {
    for (const form of ['设限平台', '电子办公系统', '办公系统'])
      expect(reachesOfficeSystem(['会议', form], DEFAULT_FORMS), form).toBe(true);
    expect(reachesOfficeSystem(['会议', '文件', '网站', '没有的形式'], DEFAULT_FORMS)).toBe(false);
  });

  it('reaches online as far as the widest form that it carries', () => {
    expect(onlineReach(['会议', '设限平台'], DEFAULT_FORMS)).toBe('party');
    expect(onlineReach(['网站', '公示栏', '电视'], DEFAULT_FORMS)).toBe('public');
    expect(onlineReach(['会议', '电视', '没有的形式'], DEFAULT_FORMS)).toBeUndefined();
  });
});

describe('conformity to the row', () => {
  const row = { forms: ['会议', '文件'], audience: 'party' } as const;

  it('finds nothing within the row', () => {
    expect(deviations({ ...row, forms: [...row.forms] }, { forms: ['文件'], audience: 'named' })).toEqual([]);
  });

  it('names each form outside the list and an audience that is too wide', () => {
    expect(
      deviations({ ...row, forms: [...row.forms] }, { forms: ['会议', '网站'], audience: 'public' }),
    ).toEqual([
      { aspect: 'form', chosen: '网站', allowed: '会议、文件' },
      { aspect: 'audience', chosen: 'public', allowed: 'party' },
    ]);
  });

  it('lets everything pass where the row is open', () => {
    expect(deviations({ forms: [] }, { forms: ['广播'], audience: 'public' })).toEqual([]);
  });
});
