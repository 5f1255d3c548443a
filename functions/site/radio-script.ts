import { plainText } from '../rendering/plain-text.ts';
import type { VersionReading } from '../shell/reading/item-reading.ts';
import { chineseDate } from './dates.ts';
import { noticePeriod } from './periods.ts';

/** What an announcer reads out: who speaks, the text, until when and to whom one may object. A paragraph a line. */
export function radioScript(shown: VersionReading, organisation: string): string {
  const { content, documentTypeName, releases } = shown;
  const period = noticePeriod(shown);
  const { objection } = content;
  const releasedAt = releases[0]?.at;
  const lines = [
    `各位听众，现在播送${organisation}党务公开${documentTypeName}。`,
    content.title,
    plainText(content.text),
    ...(period ? [`公示期为${chineseDate(period.from)}至${chineseDate(period.to)}。`] : []),
    ...(objection ? [objection.howToObject, `联系人：${objection.contact}。`] : []),
    ...(objection
      ? [`联系电话：${spoken(objection.phone)}。监督电话：${spoken(objection.supervisionPhone)}。`]
      : []),
    `${organisation}${releasedAt ? `，${chineseDate(releasedAt)}` : ''}。`,
    '播送完毕。',
  ];
  return `${lines.join('\n')}\n`;
}

/** A number is read digit by digit, in groups that one can write down. */
const spoken = (phone: string): string =>
  phone.replace(/\d{5,}/g, (digits) => digits.replace(/(\d{4})(?=\d)/g, '$1 '));
