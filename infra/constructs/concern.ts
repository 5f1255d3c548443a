import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';

/** A sentence for the people who are called when something fails: Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface ConcernProps {
  readonly metric: IMetric;
  /** What happens to people (readers, reviewers, schools) while this lasts; not what happens to machines. */
  readonly impact: Bilingual;
  /** What to do about it: a command wherever there is one. */
  readonly remedy: Bilingual;
  /** @default 1 */
  readonly threshold?: number;
  /** @default GREATER_THAN_OR_EQUAL_TO_THRESHOLD */
  readonly comparison?: ComparisonOperator;
  /** @default 1 */
  readonly periods?: number;
  /** @default NOT_BREACHING: most of what we watch is only reported when it happens */
  readonly whenSilent?: TreatMissingData;
}

/**
 * Something that can go wrong, stated where it can go wrong. It makes no resource; `WatchStack` finds every concern of
 * the stacks it watches and turns each into an alarm, so that none can be forgotten on the way there.
 */
export class Concern extends Construct {
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly periods: number;
  readonly whenSilent: TreatMissingData;
  readonly description: string;

  constructor(scope: Construct, id: string, props: ConcernProps) {
    super(scope, id);
    this.metric = props.metric;
    this.threshold = props.threshold ?? 1;
    this.comparison = props.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    this.periods = props.periods ?? 1;
    this.whenSilent = props.whenSilent ?? TreatMissingData.NOT_BREACHING;
    this.description = [
      `影响：${props.impact.zh} 处置：${props.remedy.zh}`,
      `Impact: ${props.impact.en} To do: ${props.remedy.en}`,
    ].join('\n');
  }

  static within(scope: IConstruct): Concern[] {
    return scope.node.findAll().filter((construct) => construct instanceof Concern);
  }
}
