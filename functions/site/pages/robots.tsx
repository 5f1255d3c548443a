import type { RobotCard } from '../../../domain/alert/card.ts';
import { CHANNELS } from '../../../domain/alert/channels.ts';
import { type Frame, Page } from '../components/layout.tsx';

interface RobotsProps {
  readonly frame: Frame;
  readonly robots: readonly RobotCard[];
}

/** 群机器人: which chat groups hear what the organisation is told. Of a robot's key only the ending is shown. */
export function RobotsPage({ frame, robots }: RobotsProps) {
  return (
    <Page frame={frame} title="群机器人" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <div class="title-row">
        <h1>
          群机器人
          <small lang="en">Group robots</small>
        </h1>
      </div>
      <p class="note">群机器人通过接口登记和移除，由党务公开办公室办理。密钥登记后不再显示。</p>
      {robots.length === 0 ? (
        <p class="empty">尚未登记群机器人。</p>
      ) : (
        <table class="catalogue">
          <caption class="vh">群机器人</caption>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">平台</th>
              <th scope="col">地址</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {robots.map(({ name, kind, address, active }) => (
              <tr>
                <th scope="row">{name}</th>
                <td data-label="平台">{CHANNELS[kind]}</td>
                <td data-label="地址">{address}</td>
                <td data-label="状态">
                  {active ? <span class="tag ok">✓ 已启用</span> : <span class="tag">✕ 已移除</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
