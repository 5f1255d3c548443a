import { parseArn } from './identity.ts';
import type { Functions, LambdaFunction } from './lambda/functions.ts';
import { StartProblem } from './problem.ts';
import type { Resource, Template } from './template.ts';

interface Route {
  /** `GET /v1/{proxy+}` or `$default`. */
  readonly key: string;
  readonly target: LambdaFunction;
}

export interface Found extends Route {
  readonly pathParameters: Readonly<Record<string, string>> | undefined;
}

export type FindRoute = (method: string, path: string) => Found | undefined;

/**
 * The routes of the template's HTTP API. The most specific one wins: whole paths before `{name}` before `{name+}`, a
 * method before ANY, and `$default` last.
 *
 * @throws StartProblem for an integration or authorizer that cannot run here.
 */
export function routesOf(template: Template, functions: Functions): FindRoute {
  const integrations = new Map(
    template.resources('AWS::ApiGatewayV2::Integration').map((each) => [each.name, each]),
  );
  const routes = template.resources('AWS::ApiGatewayV2::Route').map((route): Route => {
    const target = targetOf(route, integrations, functions);
    return { key: String(route.properties.RouteKey), target };
  });
  for (const stage of template.resources('AWS::ApiGatewayV2::Stage')) {
    if (stage.properties.StageName !== '$default')
      throw unsupported(stage, `stage ${stage.properties.StageName}`);
  }
  return finder(routes);
}

/** Separate from the template for its tests. */
export function finder<R extends { readonly key: string }>(
  routes: readonly R[],
): (
  method: string,
  path: string,
) => (R & { pathParameters: Record<string, string> | undefined }) | undefined {
  const compiled = routes
    .map((route) => ({ route, ...compile(route.key) }))
    .sort((a, b) => (a.rank < b.rank ? 1 : -1));
  return (method, path) => {
    for (const { route, method: wanted, expression } of compiled) {
      const match = wanted === 'ANY' || wanted === method ? expression.exec(path) : null;
      if (match !== null) {
        return { ...route, pathParameters: match.groups === undefined ? undefined : { ...match.groups } };
      }
    }
    return undefined;
  };
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

interface Compiled {
  readonly method: string;
  readonly expression: RegExp;
  /** One character a segment and one for the method; the greater text is the more specific route. */
  readonly rank: string;
}

const RANK = { fixed: '3', parameter: '2', greedy: '1', end: '0' };

function compile(key: string): Compiled {
  if (key === '$default') return { method: 'ANY', expression: /^/, rank: '' };
  const [method = '', path = ''] = key.split(' ');
  const segments = path.split('/').filter((segment) => segment !== '');
  const parts = segments.map((segment) => {
    const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) return { rank: RANK.fixed, source: `/${literally(segment)}` };
    if (greedy === '') return { rank: RANK.parameter, source: `/(?<${name}>[^/]+)` };
    return { rank: RANK.greedy, source: `/(?<${name}>.+)` };
  });
  const source = parts.map((part) => part.source).join('');
  const rank = parts.map((part) => part.rank).join('') + RANK.end + (method === 'ANY' ? '0' : '1');
  return { method, expression: new RegExp(`^${source || '/'}/?$`), rank };
}

function targetOf(
  route: Resource,
  integrations: ReadonlyMap<string, Resource>,
  functions: Functions,
): LambdaFunction {
  const authorization = route.properties.AuthorizationType ?? 'NONE';
  if (authorization !== 'NONE') throw unsupported(route, `authorization ${authorization}`);
  const integration = integrations.get(String(route.properties.Target).replace('integrations/', ''));
  const { IntegrationType, PayloadFormatVersion, IntegrationUri } = integration?.properties ?? {};
  const uri = String(IntegrationUri ?? '');
  // Either the function's ARN or `arn:…:apigateway:…:path/…/functions/<function's ARN>/invocations`.
  const lambdaArn = /functions\/(arn:.+)\/invocations$/.exec(uri)?.[1] ?? uri;
  const target = parseArn(lambdaArn)?.service === 'lambda' ? functions.get(lambdaArn) : undefined;
  if (IntegrationType === 'AWS_PROXY' && PayloadFormatVersion === '2.0' && target !== undefined)
    return target;
  throw unsupported(route, `integration ${IntegrationType} ${PayloadFormatVersion} ${uri}`);
}

function unsupported({ logicalId, type }: Resource, what: string): StartProblem {
  return new StartProblem(
    `${logicalId} (${type}) 无法在本机运行:${what}。只支持 $default 阶段、不带授权方、负载格式 2.0 的函数集成。请检查后重新合成。`,
    `${logicalId} (${type}) cannot run here: ${what}. Only the $default stage and function integrations with payload format 2.0 and no authorizer are supported. Check it and synthesise again.`,
  );
}
