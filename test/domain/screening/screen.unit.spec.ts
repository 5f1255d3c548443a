import { describe, expect, it } from 'vitest';
import { isBankCard } from '../../../domain/screening/bank-card.ts';
import { maskText } from '../../../domain/screening/mask.ts';
import { isOldResidentId, isResidentId } from '../../../domain/screening/resident-id.ts';
import { screenText } from '../../../domain/screening/screen.ts';

/** Each finding as kind and the text it covers. */
const found = (text: string, allow: string[] = []) =>
  screenText(text, 'text', allow).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const masked = (text: string) => maskText(text, screenText(text, 'text'));

describe('resident ID', () => {
  it('holds only with region, day of birth and check character', () => {
    expect(isResidentId('11010519491231002X')).toBe(true);
    expect(isResidentId('110105194912310021')).toBe(false);
    expect(isResidentId('99010519491231002X')).toBe(false);
    expect(isResidentId('11010519490231002X')).toBe(false);
    expect(isOldResidentId('110105491231002')).toBe(true);
    expect(isOldResidentId('110105491331002')).toBe(false);
  });

  it.each([
    '11010519491231002X',
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002X',
    '110105-1949-1231-002-X',
    '110105491231002',
    '110105 491231 002',
  ])('is found as %s', (id) => {
    expect(found(`身份证号：${id}，男。`)).toEqual([['resident-id', id]]);
  });

  it('is masked to the first two and last three', () => {
    expect(masked('身份证11010519491231002X。')).toBe('身份证11*************02X。');
    expect(masked('身份证110105491231002。')).toBe('身份证11**********002。');
  });

  it('inside a longer number takes the whole number with it', () => {
    expect(found('编号9911010519491231002X')).toEqual([['resident-id', '9911010519491231002X']]);
  });
});

describe('phones', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['138 0013 8000', '138******8000'],
    ['138-0013-8000', '138******8000'],
    ['138**0013**8000', '138********8000'],
    ['138\\-0013\\-8000', '138********8000'],
    ['１３８００１３８０００', '138****8000'],
  ])('mobile %s', (number, mask) => {
    expect(found(`电话${number}。`)).toEqual([['mobile', number]]);
    expect(masked(`电话${number}。`)).toBe(`电话${mask}。`);
  });

  it('mobile behind a country code', () => {
    expect(found('+86 138 0013 8000')).toEqual([['mobile', '138 0013 8000']]);
    expect(found('+8613800138000')).toEqual([['mobile', '8613800138000']]);
  });

  it('mobiles in a row are found one by one', () => {
    expect(found('13800138000 13900139000')).toHaveLength(2);
  });

  it.each([
    ['021-65432100', '021******100'],
    ['(021)65432100', '(021******100'],
    ['0571 8765 4321', '0571*******321'],
    ['05128765432', '0512****432'],
    ['+86 21 6543 2100', '+86 21*******100'],
  ])('landline %s', (number, mask) => {
    expect(found(`请致电${number}。`).map(([kind]) => kind)).toEqual(['landline']);
    expect(masked(`请致电${number}。`)).toBe(`请致电${mask}。`);
  });

  it('leaves out the extension, which says nothing by itself', () => {
    expect(found('021-65432100-8001')).toEqual([['landline', '021-65432100']]);
  });
});

describe('bank card', () => {
  it('holds only with an issuer and the check digit', () => {
    expect(isBankCard('6222021234567890128')).toBe(true);
    expect(isBankCard('6222021234567890129')).toBe(false);
    expect(isBankCard('4111111111111111')).toBe(true);
    expect(isBankCard('1234567890123452')).toBe(false);
  });

  it('is found in groups of four and masked to the last four', () => {
    expect(found('账号6222 0212 3456 7890 128')).toEqual([['bank-card', '6222 0212 3456 7890 128']]);
    expect(masked('账号6222021234567890128。')).toBe('账号***************0128。');
  });
});

describe('address', () => {
  it.each([
    ['家住上海市徐汇区天平路100弄3号501室', '上海市徐汇区天平路100弄3号501室', '上海市徐汇区'],
    ['住址：福建省永安市小陶镇红星村', '福建省永安市小陶镇红星村', '福建省永安市小陶镇'],
    ['现住桥东区红旗大街58号', '桥东区红旗大街58号', '桥东区'],
    ['住永安市小陶镇红星村三组12号', '永安市小陶镇红星村三组12号', '永安市小陶镇'],
    ['住在教师新村5栋2单元301室', '教师新村5栋2单元301室', ''],
    ['3单元501室', '3单元501室', ''],
  ])('%s', (text, address, kept) => {
    expect(found(text)).toEqual([['address', address]]);
    const mask = kept + '*'.repeat(address.length - kept.length);
    expect(masked(text)).toBe(text.replace(address, mask));
  });

  it.each([
    '徐汇区向阳路小学党总支',
    '到永安市小陶镇开展调研',
    '永安市小陶镇红星村党支部',
    '永安市小陶镇各村',
    '乘地铁1号线到天平街道',
    '本校3号楼502室会议室',
    '按照中发〔2017〕16号文件',
    '新农村建设第2号方案',
    '城市社区党务公开第三组',
  ])('is not in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is no personal data', () => {
  it.each([
    '2026年9月1日至2026-09-07，第3号公告',
    '1998-2001 123人',
    '2026-09-01 2026-09-02 2026-09-03',
    '党费13800元，共46个单位144人',
    '手机138****1234，身份证35**************123，卡号***************0123',
    '服务热线4008001234',
    '订单20260901123456789',
    '共产党员ＡＢＣ',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what may stand', () => {
  it('is a phone that the notice has to give, however it is written', () => {
    const text = '联系电话 021-65432100，监督电话 138 0013 8000，经办人 13900139000。';
    expect(found(text, ['(021) 6543 2100', '13800138000'])).toEqual([['mobile', '13900139000']]);
  });

  it('is an address as written, also with the region before it', () => {
    const text = '意见箱设在上海市徐汇区天平路100号门口，或寄往衡山路5号。';
    expect(found(text, ['天平路100号'])).toEqual([['address', '衡山路5号']]);
  });

  it('is nothing when nothing is given', () => {
    expect(found('电话13800138000', ['', '无'])).toHaveLength(1);
  });
});

describe('a finding', () => {
  it('names its field and never holds the clear value', () => {
    const [finding] = screenText('请联系张老师13800138000', 'title');
    expect(finding).toEqual({ kind: 'mobile', field: 'title', start: 6, end: 17, masked: '138****8000' });
  });

  it('counts in UTF-16 units', () => {
    const text = '𠮷先生13800138000';
    const [finding] = screenText(text, 'text');
    expect(text.slice(finding?.start, finding?.end)).toBe('13800138000');
  });

  it('can be masked one by one, since masks are as long as what they hide', () => {
    const text = '甲13800138000乙11010519491231002X';
    const [first, second] = screenText(text, 'text');
    const step = maskText(text, second ? [second] : []);
    expect(maskText(step, first ? [first] : [])).toBe(masked(text));
  });
});
