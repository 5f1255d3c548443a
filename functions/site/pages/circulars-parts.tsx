import type { Day } from '../../../domain/kernel/time.ts';
import type { ReceivedReading } from '../../shell/reading/circular-readings.ts';
import { chineseDate, chineseMoment } from '../dates.ts';

/** What has to be done about a circular. */
export const CircularTask = ({ task, dueOn }: { task: string | undefined; dueOn: Day }) =>
  task === undefined ? null : (
    <>
      <h2>办理要求</h2>
      <p>
        {task}（{chineseDate(dueOn)}前办结）
      </p>
    </>
  );

/** What the office has done about it. */
export const Reported = ({
  circular: { receivedAt, doneAt, hasTask, work },
}: {
  circular: ReceivedReading;
}) => (
  <p>
    本单位：
    {receivedAt === undefined ? (
      <span class="tag wait">待签收</span>
    ) : (
      <span class="tag ok">✓ {chineseMoment(receivedAt)} 已签收</span>
    )}{' '}
    {doneAt !== undefined && <span class="tag ok">✓ {chineseMoment(doneAt)} 已办结</span>}
    {hasTask && doneAt === undefined && <span class="tag wait">任务待办结</span>}
    {work?.note !== undefined && `办理情况：${work.note}`}
  </p>
);
