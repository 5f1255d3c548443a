import type { CampaignCommandType } from '../../domain/campaign/commands.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const CAMPAIGNS = '/v1/organisations/{organisation}/campaigns';

const on = (
  id: string,
  path: string,
  command: CampaignCommandType,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method: 'POST',
  path: `${CAMPAIGNS}${path}`,
  zh,
  en,
  aggregate: 'campaign',
  command,
  body: lazily(async () => (await import('../../domain/campaign/commands.ts')).campaignCommands[command]),
});

/** What people may do about campaigns; `TimePassed` is the system's own. */
export const CAMPAIGN_OPERATIONS: readonly CommandOperation[] = [
  {
    ...on(
      'planCampaign',
      '',
      'PlanCampaign',
      '下达分阶段推进部署',
      'Plan a roll-out in dated stages for those below',
    ),
    creates: `${CAMPAIGNS}/{id}`,
  },
  on('moveStage', '/{campaign}/moving', 'MoveStage', '调整阶段日期', 'Give a stage other dates'),
  on('urgeStage', '/{campaign}/urging', 'UrgeStage', '督促未跟上的单位', 'Urge those behind with a stage'),
  on('withdrawCampaign', '/{campaign}/withdrawal', 'WithdrawCampaign', '撤销部署', 'Withdraw a campaign'),
];
