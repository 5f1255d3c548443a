import { OrgScope } from '../../../domain/kernel/scope.ts';
import { plusDays } from '../../../domain/kernel/time.ts';
import { rollOut } from '../../browser/support/campaign.ts';
import { changeCatalogue } from '../../browser/support/catalogue.ts';
import { decide } from '../../browser/support/decision.ts';
import { BUSY, SUPERVISOR } from '../../browser/support/duties.ts';
import { OPINION, PEOPLE, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { tellNews } from '../../browser/support/news.ts';
import { tellAbout } from '../../browser/support/profile.ts';
import { DIRECTOR, reminderDistrict } from '../../browser/support/reminders.ts';
import { supervise } from '../../browser/support/supervision.ts';
import { organise } from '../site/district-office.ts';
import { Site } from '../site/support.ts';
import { crawl, type Page, routesOf } from './crawl.ts';

const HOME = `/o/${SCHOOL}`;
const DESK = `/desk/o/${SCHOOL}`;

/** Every kind of page, as those get it who have something to see there, and the addresses that there are. */
export async function allPages(): Promise<{ pages: readonly Page[]; routes: readonly string[] }> {
  const [sample, duties] = await Promise.all([sampleDistrict(), reminderDistrict()]);
  await speak(sample);
  await changeCatalogue(sample);
  await tellAbout(sample);
  const { waiting } = await tellNews(sample);
  await sendDownAndUp(sample);
  await rollOut(sample);
  await connectOffice(sample);
  const supervised = await supervise(sample);
  // With a second seat the clerk may choose under which to act.
  const [person] = PEOPLE.clerk;
  const second = { body: 'working-group', position: 'member', person, from: '2026-01-01' };
  await organise(sample, 'FillSeat', second, SCHOOL);
  const paper = await new Site(sample).text(`${HOME}/print/items/playground`);
  const code = /校验码 <code>([^<]+)/.exec(paper)?.[1];
  const checks = ['items/playground/1', 'window/public', 'catalogue/public'].map(
    (place) => `${HOME}/sheets/${place}/${code}`,
  );
  const screens = [`/display/${SCHOOL}`, `/display/${SCHOOL}/gate`];
  // Each begins where no link of a page leads, and at what is to be seen before others of its kind.
  const walks = [
    crawl(sample, ['/', HOME, '/o/nowhere', `${HOME}/items/candidate`, ...checks, ...screens]),
    crawl(sample, [`${HOME}/enquiries/case-one`, `${HOME}/opinions/word-one`, HOME], tokenOf('teacher')),
    crawl(sample, [HOME, '/desk', `${DESK}/supervision/cases/${supervised.case}`], tokenOf('member')),
    crawl(sample, ['/desk', `${DESK}/items/draft-q4/check`], tokenOf('clerk')),
    crawl(
      sample,
      [
        '/desk',
        `${DESK}/opinions/${OPINION}`,
        `${DESK}/news/${waiting}`,
        `${DESK}/displays`,
        `${DESK}/enquiries/case-one`,
      ],
      tokenOf('director'),
    ),
    crawl(duties, ['/desk', `/desk/o/${DISTRICT}/robots`], `${ADMINISTRATOR}~赵启明`),
    crawl(
      duties,
      ['/desk/reminders', `/desk/o/${BUSY}/duties`, `/desk/o/${BUSY}/screens`],
      `${DIRECTOR}~李文静`,
    ),
    crawl(duties, ['/desk'], `${SUPERVISOR}~冯岚`),
  ];
  return { pages: (await Promise.all(walks)).flat(), routes: routesOf(sample) };
}

/** The school has an office system that what is disclosed inside the Party goes to. */
async function connectOffice(district: MemoryDistrict): Promise<void> {
  const [secretary] = PEOPLE.secretary;
  await district.displays.issue(new OrgScope(SCHOOL), 'oa', {
    type: 'RegisterDisplay',
    data: {
      name: '学校办公系统',
      place: '全体党员',
      audience: 'party',
      url: 'https://oa.example.edu.cn/notices',
      assurance: { person: secretary, membersOnly: true },
    },
    actor: { kind: 'person', person: secretary, organisation: SCHOOL },
    now: district.now,
    commandId: 'connect-office',
    correlation: 'walk',
  });
  await district.settle();
}

/** Somebody of the staff leaves a word and asks for something, under their name. */
async function speak(district: MemoryDistrict): Promise<void> {
  const scope = new OrgScope(SCHOOL);
  const by = {
    actor: { kind: 'person', person: PEOPLE.teacher[0], organisation: SCHOOL },
    now: district.now,
    correlation: 'walks',
  } as const;
  const speaker = { from: { kind: 'signed' }, speaker: 'staff', channel: 'online' } as const;
  await district.feedback.issue(scope, 'word-one', {
    ...by,
    commandId: 'word-one',
    type: 'LeaveFeedback',
    data: { ...speaker, text: '建议公开食堂菜谱。' },
  });
  await district.enquiries.issue(scope, 'case-one', {
    ...by,
    commandId: 'case-one',
    type: 'RegisterEnquiry',
    data: { ...speaker, subject: '校车租赁合同的费用明细' },
  });
  const { person } = by.actor;
  await district.topics.issue(scope, 'topic-one', {
    ...by,
    commandId: 'topic-one',
    type: 'RaiseTopic',
    data: { title: '食堂食材采购', audience: 'public' },
    person,
    supporter: 'somebody',
  });
  await district.surveys.issue(scope, 'survey-one', {
    ...by,
    actor: { ...by.actor, person: PEOPLE.clerk[0] },
    commandId: 'survey-one',
    type: 'PlanSurvey',
    data: {
      kind: 'questionnaire',
      title: '党务公开满意度调查',
      questions: [
        { kind: 'scale', text: '您对党务公开是否满意' },
        { kind: 'choice', text: '您最关注什么', options: ['经费', '招生'] },
        { kind: 'text', text: '您的建议' },
      ],
      groups: ['party', 'masses', 'society'],
      audience: 'public',
      opensAt: district.now,
      closesAt: plusDays(district.now, 7),
    },
  });
  await decide(district);
  await district.settle();
}

/** A circular from the district to the school, a report from the school to the district, and a way for mail. */
async function sendDownAndUp(district: MemoryDistrict): Promise<void> {
  const { circular, filing, mailbox } = district.services('').issuers;
  const from = (who: 'administrator' | 'clerk', command: string, organisation: string, data: object) => ({
    command,
    data,
    parameters: { organisation },
    person: PEOPLE[who][0],
    actingSeat: undefined,
    key: { value: `walks-${command}`, minted: false },
    expectedVersion: undefined,
    now: district.now,
    correlation: 'walks',
    address: undefined,
    receipt: undefined,
  });
  const study = {
    title: '关于开展廉政学习的通知',
    text: '请组织学习。',
    recipients: [SCHOOL],
    readers: 'unit',
    task: '报送小结',
    dueOn: '2026-12-31',
  };
  await circular(from('administrator', 'IssueCircular', DISTRICT, study));
  await circular(from('clerk', 'IssueCircular', SCHOOL, study));
  const report = { title: '公开栏专项检查报告', text: '已逐项检查。', receiver: 'office' };
  await filing(from('clerk', 'FileSpecialReport', SCHOOL, report));
  await mailbox(from('clerk', 'OpenMailbox', SCHOOL, { address: 'yijian@school.example' }));
  await district.settle();
}
