import type { AssessmentEvent } from '../../domain/evaluation/assessment/state.ts';
import type { RoundEvent } from '../../domain/evaluation/round/state.ts';
import type { SignalEvent } from '../../domain/evaluation/signal/state.ts';
import type { StandardEvent } from '../../domain/evaluation/standard/state.ts';
import { said, type Words } from './asyncapi-words.ts';

export const STANDARD = {
  StandardPublished: said('发布考评标准', 'A standard of evaluation was published'),
} as const satisfies Words<StandardEvent>;

export const ROUND = {
  RoundOpened: said('启动年度考评', 'A yearly appraisal was opened'),
  ResultsDisclosed: said('公布考评结果', 'The results of a yearly appraisal were disclosed'),
} as const satisfies Words<RoundEvent>;

export const ASSESSMENT = {
  SelfAssessed: said('单位自评', 'A unit appraised itself'),
  UnitAssessed: said('上级评定', 'The superior appraised a unit'),
  AssessmentObjected: said('对评定提出异议', 'A unit objected to its appraisal'),
  ObjectionAnswered: said('答复异议', 'The superior answered an objection'),
} as const satisfies Words<AssessmentEvent>;

export const SIGNAL = {
  SignalDisputed: said('对提示提出异议', 'A unit disputed a signal'),
  SignalAnswered: said('答复对提示的异议', 'The superior answered a dispute'),
} as const satisfies Words<SignalEvent>;
