import { OrgScope } from '../../../domain/kernel/scope.ts';
import { addDays, dayOf } from '../../../domain/kernel/time.ts';
import type { OpenIssuers } from '../../../functions/issuing/issuers.ts';
import type { Issued } from '../../../functions/issuing/request.ts';
import { PEOPLE, SCHOOL } from './fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from './memory-district.ts';

export interface Supervised {
  readonly visit: string;
  readonly suggestion: string;
  readonly order: string;
  readonly case: string;
}

/**
 * A school that is supervised: a visit from the district with what followed it, a self-check ahead, an example, and a
 * case about a teacher, opened by a member who sits in the supervision group from now on.
 */
export async function supervise(district: MemoryDistrict): Promise<Supervised> {
  const { issuers } = district.services('https://gongkai.example.edu.cn');
  const today = dayOf(district.now);
  let count = 0;
  const issue = async (
    aggregate: keyof OpenIssuers,
    command: string,
    data: object,
    person: string,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<Issued> => {
    const issued = await issuers[aggregate]({
      command,
      data,
      parameters: { organisation: SCHOOL, ...parameters },
      person,
      actingSeat: undefined,
      key: { value: `supervised-${count++}`, minted: false },
      expectedVersion: undefined,
      now: district.now,
      correlation: 'supervision',
      address: undefined,
      receipt: undefined,
    });
    await district.settle();
    return issued;
  };
  const [clerk] = PEOPLE.clerk;
  const [member] = PEOPLE.member;
  const [teacher] = PEOPLE.teacher;
  await district.organisations.issue(new OrgScope(SCHOOL), {
    type: 'FillSeat',
    data: { body: 'supervision-group', position: 'head', person: member, from: '2026-01-01' },
    actor: { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT },
    now: district.now,
    commandId: 'supervision-group',
    correlation: 'supervision',
  });
  await district.settle();
  const plan = { means: 'listen', on: today, purpose: '听取党员和群众对党务公开的意见' };
  const { id: visit } = await issue('visit', 'PlanVisit', plan, ADMINISTRATOR);
  const on = { visit };
  await issue('visit', 'HoldVisit', { on: today, summary: '查看公开栏，召开座谈会。' }, ADMINISTRATOR, on);
  const about = { kind: 'item', id: 'playground', step: 2 };
  const finding = { aspect: 'timing', text: '审核用时较长。', about };
  await issue('visit', 'AddFinding', finding, ADMINISTRATOR, on);
  await issue(
    'visit',
    'PlanVisit',
    { means: 'self-check', on: addDays(today, 3), purpose: '检查公开栏是否及时更换' },
    clerk,
  );
  const suggested = { aspects: ['content'], text: '建议按月公开食堂采购价格。', visit };
  const { id: suggestion } = await issue('followup', 'FileSuggestion', suggested, ADMINISTRATOR);
  const ordered = { aspects: ['form'], text: '公开栏内容过期，请更换。', owner: teacher, visit };
  const dueOn = addDays(today, 5);
  const { id: order } = await issue('followup', 'OrderRectification', { ...ordered, dueOn }, ADMINISTRATOR);
  await issue(
    'example',
    'MarkExample',
    { organisation: SCHOOL, item: 'playground', note: '公开前征求意见，公开后逐条答复。' },
    ADMINISTRATOR,
    { organisation: DISTRICT },
  );
  const opened = { person: teacher, fact: '应公开事项逾期未公开。', basis: '党务公开条例（试行）' };
  const { id } = await issue('case', 'OpenCase', opened, member);
  return { visit, suggestion, order, case: id };
}
