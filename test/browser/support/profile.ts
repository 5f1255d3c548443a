import { OPINION, SCHEME, STATISTICS } from '../../domain/profile/samples.ts';
import { PEOPLE, SCHOOL } from './fixture.ts';
import type { MemoryDistrict } from './memory-district.ts';

const [clerk] = PEOPLE.clerk;
const [secretary] = PEOPLE.secretary;

const CONTACTS = {
  place: '行政楼二层 204 室',
  hours: '工作日 8:30—11:30、14:00—17:00',
  email: 'dangwu@dongfang.example',
  lines: {
    office: { post: '办公室值班岗', phone: '0516-5550101' },
    spokesperson: { post: '新闻发言人', phone: '0516-5550102' },
    liaison: { post: '信息联络员', phone: '0516-5550103' },
    supervision: { post: '监督小组值班岗', phone: '0516-5550104' },
  },
  leaders: [{ person: secretary, duties: '主持支部全面工作', phone: '0516-5550110' }],
  departments: [
    { name: '教务处', phone: '0516-5550120', steps: ['提交申请', '三个工作日内审核', '书面答复'] },
  ],
};

/** The school says everything about itself that it can. */
export async function tellAbout(district: MemoryDistrict): Promise<void> {
  const { issuers } = district.services('https://gongkai.example.edu.cn');
  const steps: readonly (readonly [command: string, data: object])[] = [
    ['DescribeContacts', CONTACTS],
    ['ListBases', { bases: [OPINION] }],
    ['PublishScheme', SCHEME],
    ['PublishScheme', { ...SCHEME, goals: '应公开的全部按期公开，群众满意。', reason: '按上级要求修订。' }],
    ['CiteBases', { row: 'b-17', bases: [OPINION.id] }],
    ['RecordStatistics', STATISTICS],
  ];
  for (const [index, [command, data]] of steps.entries()) {
    await issuers.profile({
      command,
      data,
      parameters: { organisation: SCHOOL },
      person: clerk,
      actingSeat: undefined,
      key: { value: `about-the-school-${index}`, minted: false },
      expectedVersion: undefined,
      now: district.now,
      correlation: 'about',
      address: undefined,
      receipt: undefined,
    });
  }
  await district.settle();
}
