import { beforeAll, describe, expect, test } from 'vitest';
import { buildTrivialApp, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

describe('HTTP API', () => {
  test('sends each route to its function', () => {
    const { resources } = templates.application;
    const routes = templates.application.ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const integration = resources[stringIn(Properties.Target).replace('integrations/', '')]?.Properties;
      expect(integration.PayloadFormatVersion).toBe('2.0');
      const target = resources[templates.referent(integration.IntegrationUri) ?? '']?.Properties.Description;
      return [Properties.RouteKey, target];
    });
    expect(Object.fromEntries(routes)).toEqual({
      'POST /v1/{proxy+}': 'commands',
      'PUT /v1/{proxy+}': 'commands',
      'PATCH /v1/{proxy+}': 'commands',
      'DELETE /v1/{proxy+}': 'commands',
      'GET /v1/{proxy+}': 'queries',
      'HEAD /v1/{proxy+}': 'queries',
      $default: 'site',
    });
  });

  test('lets the API invoke the three functions, and only this API', () => {
    const permissions = templates.application
      .ofType('AWS::Lambda::Permission')
      .map(([, { Properties }]) => Properties);
    expect(permissions).toHaveLength(3);
    for (const { Principal, SourceArn } of permissions) {
      expect(Principal).toBe('apigateway.amazonaws.com');
      expect(JSON.stringify(SourceArn)).toContain(
        templates.application.ofType('AWS::ApiGatewayV2::Api')[0]?.[0],
      );
    }
  });

  test('answers before the API gives up', () => {
    for (const [, { Properties }] of templates.application.ofType('AWS::Lambda::Function')) {
      if (['commands', 'queries', 'site'].includes(Properties.Description)) {
        expect(Properties.Timeout).toBeLessThan(30);
      }
    }
  });

  test('is throttled, and its log says nothing about who reads what', () => {
    const { Properties } = templates.application.single('AWS::ApiGatewayV2::Stage');
    expect(Properties).toMatchObject({ StageName: '$default', AutoDeploy: true });
    expect(Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    expect(Properties.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
    const format = Properties.AccessLogSettings.Format;
    expect(JSON.parse(format)).toMatchObject({ status: '$context.status', route: '$context.routeKey' });
    expect(format).not.toMatch(/identity|sourceIp|userAgent|authorizer|\$context\.path|header|querystring/i);
  });

  function stringIn(target: { 'Fn::Join': [string, unknown[]] }): string {
    const [separator, parts] = target['Fn::Join'];
    return parts.map((part) => (typeof part === 'string' ? part : templates.referent(part))).join(separator);
  }
});

describe('logs', () => {
  test('every log is kept for six months and more, and survives the stack', () => {
    const logs = templates.all.flatMap((template) => template.ofType('AWS::Logs::LogGroup'));
    expect(logs).toHaveLength(21);
    for (const [id, log] of logs) {
      expect(log.Properties.RetentionInDays, id).toBeGreaterThanOrEqual(184);
      expect(log.DeletionPolicy, id).toBe('Retain');
    }
  });

  test('every function writes to a log of its own', () => {
    const groups = templates.application
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => templates.referent(Properties.LoggingConfig.LogGroup));
    expect(new Set(groups).size).toBe(20);
    for (const group of groups) {
      expect(templates.application.resources[group ?? '']?.Type).toBe('AWS::Logs::LogGroup');
    }
  });
});

describe('parameters', () => {
  const accepts = (name: string, value: string) =>
    new RegExp(templates.application.json.Parameters?.[name]?.AllowedPattern ?? 'missing').test(value);

  test('are these, each explained; an address has no default to forget', () => {
    const parameters = templates.application.json.Parameters ?? {};
    expect(Object.keys(parameters).sort()).toEqual([
      'BoardFrameAncestors',
      'DistrictAdministrator',
      'DistrictId',
      'MailSender',
      'MailServerArn',
      'OidcClientId',
      'OidcIssuer',
      'PublicUrl',
    ]);
    for (const { Description } of Object.values(parameters)) expect(Description.length).toBeGreaterThan(20);
    expect(parameters.PublicUrl?.Default).toBeUndefined();
    expect(parameters.OidcIssuer?.Default).toBeUndefined();
  });

  test.each([
    ['PublicUrl', 'https://gongkai.example.edu.cn', true],
    ['PublicUrl', 'http://127.0.0.1:8080', true],
    ['PublicUrl', 'http://gongkai.example.edu.cn', false],
    ['PublicUrl', 'https://gongkai.example.edu.cn/', false],
    ['PublicUrl', 'http://127.0.0.1.example.org', false],
    ['OidcIssuer', 'https://login.example.edu.cn/realms/district', true],
    ['OidcIssuer', 'http://localhost:8081/issuer', true],
    ['OidcIssuer', 'http://login.example.edu.cn', false],
    ['OidcIssuer', 'https://login.example.edu.cn?x=1', false],
    ['OidcClientId', 'gongkai', true],
    ['OidcClientId', '', false],
    ['DistrictId', 'xuhui', true],
    ['DistrictId', 'Xuhui#1', false],
    ['DistrictId', 'x', false],
    ['MailServerArn', '', true],
    ['MailServerArn', 'arn:aws-cn:secretsmanager:cn-north-1:000000000000:secret:smtp-Ab12', true],
    ['MailServerArn', 'smtps://user:password@mail.example.edu.cn', false],
    ['MailSender', '', true],
    ['MailSender', 'gongkai@example.edu.cn', true],
    ['MailSender', 'gongkai', false],
    ['BoardFrameAncestors', "'self'", true],
    ['BoardFrameAncestors', "'none'", true],
    ['BoardFrameAncestors', "'self' https://www.example.edu.cn https://*.example.cn:8443", true],
    ['BoardFrameAncestors', 'https://www.example.edu.cn', true],
    ['BoardFrameAncestors', '', false],
    ['BoardFrameAncestors', '*', false],
    ['BoardFrameAncestors', "'none' https://www.example.edu.cn", false],
    ['BoardFrameAncestors', "'self'; script-src *", false],
    ['BoardFrameAncestors', 'http://www.example.edu.cn', false],
  ])('%s takes %s: %s', (name, value, accepted) => {
    expect(accepts(name, value)).toBe(accepted);
  });
});
