import type { ProfileReadings } from '../shell/reading/profile-readings.ts';
import type { ContactLine } from './pages/board.tsx';

type AboutReading = Awaited<ReturnType<ProfileReadings['about']>>;

/** What anybody may come for, whatever an organisation says beside it. */
const ADVICE = '党务政策咨询';

/**
 * 办事地点、服务内容、接待时间、联系电话, as they go up on the wall (QS-03). None until the office has described them.
 */
export function serviceLines({ place, hours, departments, lines }: AboutReading): readonly ContactLine[] {
  if (place === undefined || hours === undefined) return [];
  return [
    { office: '办事地点', value: place },
    { office: '服务内容', value: [ADVICE, ...departments.map(({ name }) => name)].join('、') },
    { office: '接待时间', value: hours },
    ...lines.map(({ name, phone }) => ({
      office: name.endsWith('电话') ? name : `${name}电话`,
      value: phone,
    })),
  ];
}
