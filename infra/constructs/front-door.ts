import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Concern } from './concern.ts';
import { type DisclosureFunction, LOG_RETENTION } from './disclosure-function.ts';

export interface FrontDoorProps {
  readonly commands: DisclosureFunction;
  readonly queries: DisclosureFunction;
  readonly site: DisclosureFunction;
}

/** No address, no user agent, no path: whoever reads what a Party branch discloses is nobody's business. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

/** The HTTP API: commands and queries under `/v1`, pages everywhere else. */
export class FrontDoor extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { commands, queries, site }: FrontDoorProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false, description: 'Gongkai' });
    const { POST, PUT, PATCH, DELETE, GET, HEAD } = HttpMethod;
    const resources = (method: HttpMethod) => HttpRouteKey.with('/v1/{proxy+}', method);
    this.route(commands, [POST, PUT, PATCH, DELETE].map(resources));
    this.route(queries, [GET, HEAD].map(resources));
    this.route(site, [HttpRouteKey.DEFAULT]);
    this.openStage();
    this.watch();
  }

  private route(target: DisclosureFunction, keys: readonly HttpRouteKey[]): void {
    const integration = new HttpLambdaIntegration(`To-${target.name}`, target.function, {
      scopePermissionToRoute: false,
    });
    for (const routeKey of keys) {
      const route = new HttpRoute(this, routeKey.key, { httpApi: this.api, routeKey, integration });
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Boards are public, and who may see or do what depends on the item, so the function decides: it verifies ' +
          'the OIDC session or token itself and asks the one rule of visibility. A gateway authorizer could only say ' +
          'yes or no to everything, and Cognito does not exist in AWS China.',
      });
    }
  }

  private openStage(): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: LOG_RETENTION,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
  }

  private watch(): void {
    new Concern(this, 'Unavailable', {
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      impact: {
        zh: '读者、审核人和公示屏打开页面时看到错误。',
        en: 'readers, reviewers and displays are shown an error page.',
      },
      remedy: {
        zh: '查看访问日志中 status 为 5xx 的 route，再查看对应函数的错误日志。',
        en: 'find the route with a 5xx status in the access log, then read the errors of its function.',
      },
    });
  }
}
