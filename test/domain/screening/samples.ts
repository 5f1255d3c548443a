import fc from 'fast-check';
import { passesLuhn } from '../../../domain/screening/bank-card.ts';
import { checkCharacter } from '../../../domain/screening/resident-id.ts';

/** Numbers here are made by rule, for nobody. */

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''));

const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

const region = fc.constantFrom('110101', '310104', '320583', '350481', '510104', '620102');

export const residentId = fc
  .tuple(region, birthDate, digits(3))
  .map(([place, born, sequence]) => `${place}${born}${sequence}`)
  .map((body) => body + checkCharacter(body));

export const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);

export const bankCard = fc
  .tuple(digits(16), fc.integer({ min: 0, max: 9 }))
  .map(([body]) => `62${body}`)
  .map((body) => body + [...'0123456789'].find((check) => passesLuhn(body + check)));

/** Chinese text as notices have it, without digits. */
export const chinese = fc
  .array(
    fc.constantFrom(
      ...'经党总支研究决定现将培养对象名单公示如下联系人电话地址，。：；（）\n一二三张王路号村',
    ),
    {
      maxLength: 12,
    },
  )
  .map((characters) => characters.join(''));

/** Any mixture of what can look like personal data, well or badly written. */
export const mixture = fc
  .array(
    fc.oneof(
      residentId,
      mobile,
      bankCard,
      chinese,
      digits(3),
      digits(4),
      digits(6),
      digits(8),
      digits(11),
      digits(15),
      digits(18),
      fc.constantFrom(
        ...' -－　*****|+（）()X转',
        '****',
        '021-',
        '0571-',
        '+86 ',
        '0',
        '1',
        '62220210',
        '永安市小陶镇',
        '红星村',
        '上海市徐汇区',
        '天平路',
        '12弄',
        '3号',
        '501室',
        '2单元',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
