import type { CatalogueEvent } from '../../domain/catalogue/events.ts';
import type { ReceiptEvent } from '../../domain/circular/receipt-state.ts';
import type { CircularEvent } from '../../domain/circular/state.ts';
import type { DecisionEvent } from '../../domain/decision/events.ts';
import type { EnquiryEvent } from '../../domain/enquiry/events.ts';
import type { FeedbackEvent } from '../../domain/feedback/events.ts';
import type { FileEvent } from '../../domain/file/events.ts';
import type { NewsEvent } from '../../domain/news/events.ts';
import type { OrganisationEvent } from '../../domain/organisation/organisation.ts';
import type { ReportEvent } from '../../domain/report/state.ts';
import type { FilingEvent } from '../../domain/summary/filing-state.ts';
import type { BallotEvent, SurveyEvent } from '../../domain/survey/events.ts';
import type { TopicEvent } from '../../domain/topic/events.ts';
import { said, type Words } from './asyncapi-words.ts';

/** What the events say that come of what people do. */
export const ORGANISATION = {
  OrganisationOnboarded: said('党组织加入', 'An organisation joined'),
  PeopleRegistered: said('登记人员', 'People were put on the roster'),
  SeatFilled: said('任职', 'Somebody took a seat'),
  SeatVacated: said('卸任', 'Somebody left a seat'),
  PolicyChanged: said('调整规则', 'The policy changed'),
  DutyRulesChanged: said('调整公开期限规则', 'The rules of due days changed'),
  ChannelsDeclared: said('申报公开载体', 'Carriers were declared'),
  FeedsRevoked: said('作废订阅地址', 'The addresses of feeds were revoked'),
  BodyLaidOut: said('核定机构席位', 'A body was laid out in places'),
  OrganisationActivated: said('正式启用', 'An organisation began to work in earnest'),
  OrganisationSuspended: said('暂停', 'An organisation was suspended'),
  OrganisationResumed: said('恢复', 'An organisation resumed its work'),
  OrganisationMerged: said('并入其他组织', 'An organisation was merged into another one'),
  OrganisationMoved: said('调整隶属关系', 'An organisation was put under another superior'),
  PilotDesignated: said('确定或取消试点', 'An organisation was made a pilot, or is one no longer'),
  ResponsibilitiesAssigned: said('明确责任分工', 'Responsibilities were assigned'),
  RegulationRecorded: said('登记制度', 'A regulation was entered in the register'),
  RegulationRepealed: said('废止制度', 'A regulation was repealed'),
} as const satisfies Words<OrganisationEvent>;

export const CATALOGUE = {
  CatalogueAdopted: said('采用公开目录', 'A catalogue was adopted'),
  RowRefined: said('细化目录行', 'A row was refined'),
  LocalRowAdded: said('增加本级目录行', 'A local row was added'),
  RowDropped: said('取消目录行', 'A row was dropped'),
  ChangeRequested: said('报请审批目录调整', 'A change of the catalogue waits for the superior'),
  ChangeApproved: said('上级同意目录调整', 'The superior approved a change of the catalogue'),
  ChangeRefused: said('上级不同意目录调整', 'The superior refused a change of the catalogue'),
  ChangeWithdrawn: said('撤回目录调整', 'A change of the catalogue was taken back'),
} as const satisfies Words<CatalogueEvent>;

export const FEEDBACK = {
  FeedbackReceived: said('收到意见建议', 'An opinion was received'),
  FeedbackAdded: said('补充意见建议', 'Something was added to an opinion'),
  FeedbackClassified: said('意见建议分类', 'An opinion was classified'),
  FeedbackMerged: said('并案办理', 'An opinion is handled with another one'),
  DuplicateTaken: said('并入相同意见', 'An opinion took another one in'),
  FeedbackAssigned: said('分办意见建议', 'An opinion got its owner'),
  FeedbackRaised: said('报请领导阅处', 'An opinion was put to the leader'),
  FeedbackAnswered: said('答复意见建议', 'An opinion was answered'),
  FeedbackDueSoon: said('意见建议即将到期', 'An opinion is to be answered soon'),
  FeedbackOverdue: said('意见建议逾期未答复', 'An opinion was not answered in time'),
  FeedbackEscalated: said('意见建议逾期上报', 'An overdue opinion was put to the superior'),
  FeedbackModerated: said('决定意见是否展示', 'It was decided whether an opinion is shown'),
  RectificationRequired: said('要求整改', 'Something has to be put right'),
  RectificationReported: said('报告整改', 'It was reported as put right'),
  RectificationVerified: said('整改验收', 'It was found to be put right'),
  RectificationReturned: said('退回整改', 'It was found not to be put right'),
  FeedbackClosed: said('意见建议办结', 'An opinion was closed'),
  FeedbackReopened: said('重新办理意见建议', 'An opinion was opened again'),
  FeedbackPromoted: said('意见办理结果公开', 'What became of an opinion was disclosed'),
} as const satisfies Words<FeedbackEvent>;

export const ENQUIRY = {
  EnquiryRegistered: said('收到依申请公开', 'An enquiry was received'),
  EnquiryAssigned: said('分办申请', 'An enquiry got its owner'),
  EnquiryClarityAsked: said('要求补正', 'The applicant was asked to be clearer'),
  EnquiryClarified: said('申请人补正', 'The applicant made it clear'),
  EnquiryPaused: said('暂停计时', 'The clock was stopped'),
  EnquiryResumed: said('恢复计时', 'The clock goes on'),
  EnquiryExtended: said('延长期限', 'The time was extended'),
  EnquiryDecisionProposed: said('拟办意见', 'A decision was proposed'),
  EnquiryStepPassed: said('审批申请答复', 'A step of the approval was passed'),
  EnquiryDecisionReturned: said('退回拟办意见', 'The proposed decision was returned'),
  EnquiryDecided: said('作出答复决定', 'An enquiry was decided'),
  EnquiryDisclosed: said('提供所申请的内容', 'What was asked for was handed over'),
  EnquiryPromotionSettled: said('决定是否主动公开', 'It was decided whether to disclose it to all'),
  EnquiryComplaintFiled: said('对答复提出异议', 'The applicant complained'),
  EnquiryComplaintDecided: said('异议处理决定', 'The complaint was decided'),
  EnquiryVisited: said('回访申请人', 'The applicant was visited'),
  EnquiryReopened: said('重新办理申请', 'An enquiry was opened again'),
  EnquiryDueSoon: said('申请即将到期', 'An enquiry is due soon'),
  EnquiryOverdue: said('申请逾期未答复', 'An enquiry was not answered in time'),
} as const satisfies Words<EnquiryEvent>;

export const FILE = {
  UploadRequested: said('上传附件', 'Somebody is about to upload a file'),
  FileAccepted: said('附件通过检查', 'A file passed inspection'),
  FileRejected: said('附件未通过检查', 'A file was rejected'),
  UploadLapsed: said('上传未完成', 'A file never came'),
} as const satisfies Words<FileEvent>;

export const REPORT = {
  ReportSent: said('向上级报告意见建议情况', 'A report was sent to the superior'),
  ReportAcknowledged: said('上级签收报告', 'The superior acknowledged a report'),
} as const satisfies Words<ReportEvent>;

export const FILING = {
  SummaryFiled: said('报送年度总结', 'The summary of a year was filed'),
  SpecialReportFiled: said('报送专题报告', 'A special report was filed'),
  FilingAcknowledged: said('上级签收报送', 'The superior acknowledged what was filed'),
  FilingReturned: said('上级退回报送', 'The superior sent back what was filed'),
} as const satisfies Words<FilingEvent>;

export const CIRCULAR = {
  CircularIssued: said('下发通知', 'A circular was issued'),
  CircularWithdrawn: said('撤回通知', 'A circular was withdrawn'),
  LadderStepReached: said('到达提醒台阶', 'A step of the ladder of reminders was reached'),
} as const satisfies Words<CircularEvent>;

export const NEWS = {
  NewsWritten: said('撰写动态', 'News was written'),
  NewsCorrected: said('更正动态', 'News was corrected by a new version'),
  NewsFindingMasked: said('遮盖动态中的个人信息', 'Personal data in news was masked'),
  NewsFindingJustified: said(
    '说明动态中的一处为何可以公开',
    'What looks like personal data in news was justified',
  ),
  NewsReleased: said('动态通过保密审查并发布', 'News was checked for secrets and released'),
  NewsReturned: said('退回动态', 'News was returned'),
  NewsTakenDown: said('撤下动态', 'News was taken down'),
} as const satisfies Words<NewsEvent>;

export const RECEIPT = {
  CircularRead: said('阅读通知', 'Somebody read a circular'),
  CircularReceived: said('签收通知', 'A circular was received'),
  CircularDone: said('办结通知的任务', 'The task of a circular was done'),
} as const satisfies Words<ReceiptEvent>;

export const TOPIC = {
  TopicRaised: said('提出群众关注事项', 'A topic was raised'),
  TopicSupported: said('支持关注事项', 'Somebody supported a topic'),
  TopicAnswered: said('以公开事项回应关注', 'A topic was answered by an item'),
  TopicRefused: said('说明不予公开的理由', 'A topic was refused with a reason'),
  TopicMerged: said('合并关注事项', 'A topic is answered with another one'),
  TopicModerated: said('审看关注事项', 'It was decided whether a topic is shown'),
  TopicOverdue: said('关注事项逾期未回应', 'A topic was not answered in time'),
} as const satisfies Words<TopicEvent>;

export const SURVEY = {
  SurveyPlanned: said('安排征求意见', 'A survey was planned'),
  SurveyOpened: said('开始征求意见', 'A survey opened'),
  SurveyClosed: said('征求意见结束', 'A survey closed'),
  SurveyConcluded: said('反馈调查结果', 'A survey was concluded'),
  SurveyWithdrawn: said('撤销征求意见', 'A survey was withdrawn'),
} as const satisfies Words<SurveyEvent>;

export const BALLOT = {
  BallotCast: said('收到一份答卷', 'Somebody answered a survey'),
} as const satisfies Words<BallotEvent>;

export const DECISION = {
  DecisionProposed: said('提出重大事项', 'A matter was put forward for a decision'),
  DecisionAnnounced: said('事先预告', 'Notice of a meeting was given'),
  DecisionDeliberated: said('会前酝酿', 'A matter was deliberated on before the meeting'),
  DecisionConsulted: said('征求意见一轮', 'A round of consultation was held'),
  DecisionPublicised: said('决策前公示', 'A matter was made public before it is decided on'),
  DecisionDiscussed: said('会议讨论', 'A meeting discussed the matter'),
  DecisionVoted: said('票决', 'A vote was taken'),
  DecisionDisclosed: said('公示决策结果', 'The result of a decision was disclosed'),
  DecisionActionAssigned: said('分工落实', 'Somebody was given something to carry out'),
  DecisionActionReported: said('报告落实情况', 'Somebody reported on what they carry out'),
  DecisionImplemented: said('确认落实', 'A decision was carried out'),
  DecisionStepSkipped: said('跳过步骤', 'A step was left out, with a reason'),
  DecisionWithdrawn: said('撤回重大事项', 'A matter was withdrawn before it was decided on'),
  DecisionFellDue: said('期限届满', 'A period was over, or something was not done in time'),
  LadderStepReached: said('到达提醒台阶', 'A step of the ladder of reminders was reached'),
} as const satisfies Words<DecisionEvent>;
