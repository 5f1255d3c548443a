import type { ItemContent } from '../../../domain/item/content.ts';
import { BASES, LIFE_PARTS, WITHHOLDING_GROUNDS } from '../../../domain/item/vocabulary.ts';
import { MATTERS } from '../../../domain/organisation/policy.ts';
import { chineseDate, chineseMoment } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

/** Everything else that was chosen, for those who work on the item. */
export function Choices({
  content,
  people,
}: {
  content: ItemContent;
  people: Readonly<Record<string, string>>;
}) {
  const { provider, withheld, pair, responsibility } = content;
  const nameOf = (id: string) => people[id] ?? id;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['公开范围', planText(content)],
    ['公开形式', content.forms.join('、')],
    ['特定对象', content.named?.map(nameOf).join('、')],
    ['例外理由', content.exception],
    ['公开依据', [BASES[content.basis], content.basedOn].filter(Boolean).join('　')],
    ['事项性质', MATTERS[content.matter]],
    ['依据的决策', content.decision],
    ['未经决策的理由', content.noDecision],
    ['敏感事项', content.sensitive ? '是，须主要领导审签' : undefined],
    ['涉及具体人员', content.aboutPeople ? '是，公开范围不得超出目录行' : undefined],
    ['民主生活会', content.lifeMeeting?.map((part) => LIFE_PARTS[part]).join('、')],
    ['公开截止', content.showUntil && chineseDate(content.showUntil)],
    ['内容提供', provider.kind === 'office' ? provider.name : nameOf(provider.person)],
    ['责任人', nameOf(content.accountable)],
    [
      '三级责任',
      responsibility &&
        `领导 ${nameOf(responsibility.leader)}，管理 ${nameOf(responsibility.manager)}，具体 ${nameOf(responsibility.executor)}`,
    ],
    [
      '分期阶段',
      content.stages?.map(({ name, plannedOn }) => `${name}（${chineseDate(plannedOn)}）`).join('；'),
    ],
    ['计划与结果', pair && (pair.part === 'plan' ? '本事项是计划' : '本事项是落实结果')],
    [
      '不公开理由',
      withheld &&
        `${withheld.kind === 'cannot' ? '不予公开' : '暂不公开'}：${WITHHOLDING_GROUNDS[withheld.ground]}。${withheld.explanation}`,
    ],
    ['再次研究', withheld?.kind === 'not-for-now' ? chineseDate(withheld.lookAgainOn) : undefined],
  ];
  return (
    <table class="particulars">
      <caption>公开安排</caption>
      <tbody>
        {lines.map(([name, value]) =>
          value ? (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

/** 党内：审批通过后；社会：2026年11月22日 09:00 */
const planText = ({ releasePlan }: ItemContent): string =>
  releasePlan
    .map(({ audience, at }) => `${AUDIENCE_NAMES[audience]}：${at ? chineseMoment(at) : '审批通过后'}`)
    .join('；');
