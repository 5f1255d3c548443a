/**
 * Every function that is deployed, by the name of its folder in `functions/`. The bundler holds this list against the
 * folders, both ways: no function without code, no code that is never deployed.
 */
export const FUNCTION_NAMES = [
  'commands',
  'queries',
  'site',
  'relay',
  'projector',
  'clock',
  'due-worker',
  'on-item-submitted',
  'on-item-approved',
  'on-feedback-received',
  'answer-mail',
  'plan-deliveries',
  'send-delivery',
  'open-period',
  'open-ledgers',
  'keep-ledger',
  'on-duty-alert',
  'send-digest',
  'daily-scan',
  'inspect-file',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
