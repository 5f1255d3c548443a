import type { CampaignCommandType } from '../../domain/campaign/commands.ts';
import { ORGANISATION } from './addresses.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const CAMPAIGNS = `${ORGANISATION}/campaigns`;

const on = posted<CampaignCommandType>(
  'campaign',
  CAMPAIGNS,
  async () => (await import('../../domain/campaign/commands.ts')).campaignCommands,
);

/** What people may do about campaigns; `TimePassed` is the system's own. */
export const CAMPAIGN_OPERATIONS: readonly CommandOperation[] = [
  {
    ...on(
      'planCampaign',
      'PlanCampaign',
      '',
      '下达分阶段推进部署',
      'Plan a roll-out in dated stages for those below',
    ),
    creates: `${CAMPAIGNS}/{id}`,
  },
  on('moveStage', 'MoveStage', '/{campaign}/moving', '调整阶段日期', 'Give a stage other dates'),
  on('urgeStage', 'UrgeStage', '/{campaign}/urging', '督促未跟上的单位', 'Urge those behind with a stage'),
  on('withdrawCampaign', 'WithdrawCampaign', '/{campaign}/withdrawal', '撤销部署', 'Withdraw a campaign'),
];
