import { PEOPLE, SCHOOL, type Who } from './fixture.ts';
import type { MemoryDistrict } from './memory-district.ts';

const WORK = { title: '党支部开展主题党日活动', text: '党支部组织全体党员重温入党誓词。' };
const AFFAIRS = { title: '本周食堂开放日安排', text: '周五开放日，欢迎家长参观。' };

/** The school tells something in each stream; more waits, with personal data in it. */
export async function tellNews(
  district: MemoryDistrict,
): Promise<{ party: string; affairs: string; waiting: string }> {
  const { news } = district.services('').issuers;
  const issue = (who: Who, label: string, command: string, data: object, id = '') =>
    news({
      command,
      data,
      parameters: { organisation: SCHOOL, news: id },
      person: PEOPLE[who][0],
      actingSeat: undefined,
      key: { value: `news-${label}`, minted: false },
      expectedVersion: undefined,
      now: district.now,
      correlation: 'news',
      address: undefined,
      receipt: undefined,
    });
  const write = async (label: string, data: object): Promise<string> => {
    const text = { audience: 'public', notSecret: true, ...data };
    return (await issue('clerk', label, 'WriteNews', text)).id;
  };
  const tell = async (label: string, data: object): Promise<string> => {
    const id = await write(label, data);
    await issue('director', `${label}-check`, 'ReleaseNews', { version: 1, notSecret: true }, id);
    return id;
  };
  const party = await tell('party', { stream: 'party', ...WORK });
  const affairs = await tell('affairs', { stream: 'affairs', ...AFFAIRS });
  const waiting = await write('waiting', {
    stream: 'party',
    title: '走访退休党员',
    text: '联系电话13812345678。',
  });
  await district.settle();
  return { party, affairs, waiting };
}
