import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { PEOPLE, SCHOOL } from './fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from './memory-district.ts';

/** A change that waits for the superior, a power register that has been published, and another type of document. */
export async function changeCatalogue(district: MemoryDistrict): Promise<void> {
  const { now } = district;
  const by = (person: string, organisation: string) => ({
    actor: { kind: 'person', person, organisation } as const,
    now,
    correlation: 'catalogue-walk',
  });
  await district.organisations.issue(new OrgScope(DISTRICT), {
    ...by(ADMINISTRATOR, DISTRICT),
    commandId: 'approve-changes',
    type: 'ChangePolicy',
    data: { policy: { ...DEFAULT_POLICY, catalogueChanges: 'approved' }, reason: '目录调整报批' },
  });
  await district.catalogues.issue(new OrgScope(SCHOOL), {
    ...by(PEOPLE.clerk[0], SCHOOL),
    commandId: 'change-waits',
    type: 'RefineRow',
    data: { rowId: 'b-17', detail: '每年两次', reason: '明确次数' },
  });
  const { issuers } = district.services('https://gongkai.example.edu.cn');
  const powers = (person: string, command: string, data: object, power = '') =>
    issuers.powers({
      command,
      data,
      parameters: { organisation: SCHOOL, power },
      person,
      actingSeat: undefined,
      key: { value: `walk-${command}-${JSON.stringify(data).length}`, minted: false },
      expectedVersion: undefined,
      now,
      correlation: 'catalogue-walk',
      address: undefined,
      receipt: undefined,
    });
  const entry = { name: '研究“三重一大”事项', basis: '支部工作条例', reason: '清理职责' };
  const leader = { kind: 'leader', person: PEOPLE.secretary[0], post: '党支部书记' };
  const [clerk] = PEOPLE.clerk;
  await powers(clerk, 'RecordPower', { ...entry, holder: { kind: 'collective' } });
  await powers(clerk, 'RecordPower', { ...entry, name: '签发公文', holder: leader });
  const finding = { power: 'p-1', outcome: 'clarified', problem: '与校务会职责交叉', measure: '重新分工' };
  await powers(clerk, 'RecordFinding', finding);
  await powers(PEOPLE.secretary[0], 'PublishPowers', { audience: 'public', reason: '支部会议通过' });
  await issuers.vocabulary({
    command: 'KeepDocumentType',
    data: { id: 'appointment-notice', name: '任前公示', asksObjections: true, reason: '干部任前须公示' },
    parameters: { organisation: DISTRICT },
    person: ADMINISTRATOR,
    actingSeat: undefined,
    key: { value: 'walk-document-type', minted: false },
    expectedVersion: undefined,
    now,
    correlation: 'catalogue-walk',
    address: undefined,
    receipt: undefined,
  });
  await district.settle();
}
