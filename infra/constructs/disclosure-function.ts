import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Conditions, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../function-names.ts';
import type { Bundles } from './bundles.ts';
import { type Bilingual, Concern } from './concern.ts';

/** Everything a function may be told. A grant sets the variables that go with it, so nobody is told more. */
export type Variable =
  | 'LOG_TABLE'
  | 'VIEWS_TABLE'
  | 'FILES_BUCKET'
  | 'EVENT_BUS'
  | 'DUE_QUEUE_URL'
  | 'OPENING_QUEUE_URL'
  | 'PUBLIC_URL'
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_ID'
  | 'DISTRICT'
  | 'DISTRICT_ADMINISTRATOR'
  | 'DISPLAY_MASTER_KEY'
  | 'SMTP_URL'
  | 'MAIL_SENDER'
  | 'BOARD_FRAME_ANCESTORS';

/** Namespace of the metrics that we publish ourselves. */
export const METRIC_NAMESPACE = 'Gongkai';

/** `service` of every log line and metric. */
export const SERVICE_NAME = 'gongkai';

/** 网络安全法 art. 21 wants network logs kept for no less than six months; CloudWatch only counts 180 days as six. */
export const LOG_RETENTION = RetentionDays.ONE_YEAR;

export interface DisclosureFunctionProps {
  readonly bundles: Bundles;
  /** What people notice when this function fails. */
  readonly impact: Bilingual;
  readonly timeout: Duration;
  /** In MB. @default 512 */
  readonly memory?: number;
  /** For a function that is invoked asynchronously: where events go that failed at every attempt. */
  readonly deadLetters?: IQueue;
}

/** One of our functions: its bundle, a role that can do nothing but write its own log, the log, and an alarm on errors. */
export class DisclosureFunction extends Construct {
  readonly function: LambdaFunction;
  readonly name: FunctionName;
  readonly impact: Bilingual;

  constructor(scope: Construct, name: FunctionName, props: DisclosureFunctionProps) {
    super(scope, name);
    this.name = name;
    this.impact = props.impact;
    const log = new LogGroup(this, 'Log', { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.RETAIN });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    log.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      code: props.bundles.code(name),
      description: name,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: props.timeout,
      role,
      logGroup: log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      ...(props.deadLetters ? { deadLetterQueue: props.deadLetters } : {}),
    });
    this.watchErrors(log);
  }

  tell(variable: Variable, value: string): void {
    this.function.addEnvironment(variable, value);
  }

  allow(actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): void {
    this.function.addToRolePolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /**
   * Crashes and time-outs show in `Errors`; what was caught and logged shows only in the log. An error that was caught,
   * counted and watched by nobody is how writes get lost for weeks, so both are one alarm.
   */
  private watchErrors(log: LogGroup): void {
    const metricName = `ErrorLines.${this.name}`;
    new MetricFilter(this, 'ErrorLines', {
      logGroup: log,
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.level', '=', 'ERROR'),
        FilterPattern.stringValue('$.level', '=', 'CRITICAL'),
        FilterPattern.stringValue('$.level', '=', 'FATAL'),
      ),
      metricNamespace: METRIC_NAMESPACE,
      metricName,
    });
    const period = Duration.minutes(5);
    new Concern(this, 'Errors', {
      metric: new MathExpression({
        expression: 'FILL(lines, 0) + FILL(failures, 0)',
        label: `${this.name} errors`,
        period,
        usingMetrics: {
          lines: new Metric({ namespace: METRIC_NAMESPACE, metricName, statistic: 'Sum', period }),
          failures: this.function.metricErrors({ period }),
        },
      }),
      impact: this.impact,
      remedy: {
        zh: `查看日志组 ${log.logGroupName} 中 level 为 ERROR 的行。`,
        en: `read the ERROR lines in log group ${log.logGroupName}.`,
      },
    });
  }
}
