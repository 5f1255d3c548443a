import type { DisplayCommandType } from '../../domain/display/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const DISPLAYS = `${ORGANISATION}/displays`;

const bodyOf = (command: DisplayCommandType) =>
  lazily(async () => (await import('../../domain/display/commands.ts')).displayCommands[command]);

const on = (
  id: string,
  method: CommandOperation['method'],
  command: DisplayCommandType,
  place: string,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method,
  path: `${DISPLAYS}/{display}${place}`,
  zh,
  en,
  aggregate: 'display',
  command,
  body: bodyOf(command),
});

/** `ReportDelivery` and `RecordProbe` are the sender's own. */
export const DISPLAY_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'registerDisplay',
    method: 'POST',
    path: DISPLAYS,
    zh: '登记公示屏，或面向党内的办公系统（密钥只显示一次）',
    en: 'Register a display, or an office system for Party members (audience `party`, with an assurance); its secret is in this answer and nowhere else',
    aggregate: 'display',
    command: 'RegisterDisplay',
    body: bodyOf('RegisterDisplay'),
    creates: `${DISPLAYS}/{id}`,
  },
  on('changeDisplay', 'PUT', 'ChangeDisplay', '', '修改公示屏', 'Change a display'),
  on('rotateSecret', 'POST', 'RotateSecret', '/secrets', '更换公示屏密钥', 'Rotate the secret of a display'),
  on('disableDisplay', 'POST', 'DisableDisplay', '/disablement', '停用公示屏', 'Disable a display'),
  on('enableDisplay', 'POST', 'EnableDisplay', '/enablement', '启用公示屏', 'Enable a display'),
  on(
    'testDisplay',
    'POST',
    'TestDisplay',
    '/tests',
    '向公示屏发送测试通知',
    'Send a test to a display, which never shows it',
  ),
  on(
    'verifyDisplay',
    'POST',
    'VerifyDisplay',
    '/challenges',
    '验证公示屏的接收地址',
    'Ask the receiver behind a display’s address once more whether it wants our messages',
  ),
  {
    ...on(
      'resendNotice',
      'POST',
      'ResendNotice',
      '/deliveries/{item}/resends',
      '重发一个事项的通知',
      'Send the latest notice of an item again: same id, same body, signed anew, one attempt',
    ),
    // All of it stands in the path.
    body: bodyOf('ResyncDisplay'),
    fromPath: { item: 'item' },
  },
  on(
    'resendNotices',
    'POST',
    'ResendNotices',
    '/resends',
    '重发一段时间内的通知',
    'Send again what was planned in a time, where it stands in a state',
  ),
  on(
    'resyncDisplay',
    'POST',
    'ResyncDisplay',
    '/resynchronisations',
    '重发公示屏上应有的全部内容',
    'Send everything again that is on show to a display',
  ),
];
