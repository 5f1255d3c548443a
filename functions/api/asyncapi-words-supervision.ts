import type { CaseEvent } from '../../domain/supervision/case/state.ts';
import type { ExampleEvent } from '../../domain/supervision/example/state.ts';
import type { FollowUpEvent } from '../../domain/supervision/followup/state.ts';
import type { VisitEvent } from '../../domain/supervision/visit/state.ts';
import { said, type Words } from './asyncapi-words.ts';

/** What is recorded of supervision. */
export const VISIT = {
  VisitPlanned: said('安排督查', 'A visit was planned'),
  VisitCancelled: said('取消督查', 'A visit was cancelled'),
  VisitHeld: said('记录督查情况', 'A visit took place'),
  FindingAdded: said('记录督查发现', 'A finding was added'),
  VisitOverdue: said('督查逾期未记录', 'A visit was not recorded on its day'),
} as const satisfies Words<VisitEvent>;

export const FOLLOWUP = {
  SuggestionFiled: said('提出监督建议', 'A supervisor suggested something'),
  RectificationOrdered: said('下达整改通知', 'Something is to be put right'),
  SuggestionAnswered: said('答复监督建议', 'A suggestion was answered'),
  FollowUpReported: said('报告整改情况', 'The owner reported what was put right'),
  FollowUpReturned: said('核验不通过', 'It was looked at, and is not right yet'),
  FollowUpVerified: said('核验通过', 'Somebody else verified it'),
  FollowUpWithdrawn: said('撤回督办', 'A follow-up was withdrawn'),
  FollowUpOverdue: said('督办逾期', 'A follow-up is overdue'),
  LadderStepReached: said('到达提醒台阶', 'A step of the ladder of reminders was reached'),
} as const satisfies Words<FollowUpEvent>;

export const EXAMPLE = {
  ExampleMarked: said('列为示范案例', 'An item was marked as an example'),
  ExampleUnmarked: said('撤下示范案例', 'An item is no example any more'),
} as const satisfies Words<ExampleEvent>;

export const CASE = {
  CaseOpened: said('责任追究立案', 'A case was opened'),
  CaseDecided: said('作出处理决定', 'A case was decided'),
  CaseAppealed: said('提出申诉', 'The person appealed'),
  AppealOverdue: said('申诉逾期未处理', 'An appeal was not decided in time'),
  AppealDecided: said('处理申诉', 'An appeal was decided'),
  CaseClosed: said('结案', 'A case was closed'),
  LadderStepReached: said('到达提醒台阶', 'A step of the ladder of reminders was reached'),
} as const satisfies Words<CaseEvent>;
