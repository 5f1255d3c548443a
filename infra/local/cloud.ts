import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Activity } from './activity.ts';
import { queueUrl } from './attributes.ts';
import { createBuckets } from './buckets.ts';
import { Bus } from './bus.ts';
import { type Clock, RealClock, type Timeline } from './clock.ts';
import { Closers } from './closers.ts';
import { cloudHandle } from './cloud-handle.ts';
import type { Cloud, CloudOptions } from './cloud-types.ts';
import { type Engines, startEngines } from './engines.ts';
import { type EventSource, eventSources } from './event-sources.ts';
import { serveHttpApi } from './http-api.ts';
import { routesOf } from './http-routes.ts';
import { arn, LOOPBACK } from './identity.ts';
import { Functions } from './lambda/functions.ts';
import { freePort } from './listen.ts';
import { silentLogger } from './log.ts';
import { startMail } from './mail.ts';
import { serveObjects } from './object-store.ts';
import { serveOidc } from './oidc.ts';
import { TokenMint } from './oidc-tokens.ts';
import { PortTaken } from './problem.ts';
import { QueueSource } from './queue-source.ts';
import { createQueues } from './queues.ts';
import { type Schedule, schedules } from './scheduler.ts';
import { Secrets } from './secrets.ts';
import { openStateStore } from './state-store.ts';
import { createTables } from './tables.ts';
import { Targets } from './targets.ts';
import { readTemplate } from './template.ts';

export type { Cloud, CloudOptions } from './cloud-types.ts';

/** Functions mostly wait for the engines, so this is more than there are cores. */
const DEFAULT_CONCURRENCY = 10;
/** In the place of the district's own mail server. */
const SMTP_SECRET = arn('secretsmanager', 'secret:local-smtp');
const MAIL_SENDER = 'gongkai@local.example';
/** Starts with other ports, when one was taken between the finding and the using of it. */
const ATTEMPTS = 5;
/** How long running functions may go on after `stop`. */
const GRACE_MS = 3_000;

/**
 * Runs a synthesised template on this machine.
 *
 * @throws StartProblem: what is wrong, and a way out, in Chinese and English.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const asked: readonly number[] = Object.values(options.ports ?? {});
  for (let attempt = 1; ; attempt += 1) {
    const closers = new Closers();
    try {
      return await build(options, closers);
    } catch (error) {
      await closers.close();
      // A port that was free a moment ago may be somebody else's now; nobody asked for that very one.
      const isOurs = error instanceof PortTaken && !asked.includes(error.port);
      if (!isOurs || attempt === ATTEMPTS) throw error;
    }
  }
}

async function build(options: CloudOptions, closers: Closers): Promise<Cloud> {
  const { ports = {}, logger = silentLogger, clock = new RealClock() } = options;
  const folder = options.state === 'memory' ? undefined : options.state;
  const state = openStateStore(folder);
  closers.add(() => state.close());
  const secrets = new Secrets(folder);
  const activity = new Activity();

  // Addresses come first: the template refers to them, and what cannot run is said before any engine is started.
  const port = {
    http: await freePort(ports.http ?? 0, 'HTTP'),
    sqs: await freePort(ports.sqs ?? 0, 'SQS'),
    events: await freePort(ports.events ?? 0, 'EventBridge'),
    s3: await freePort(ports.s3 ?? 0, 'S3'),
  };
  const url = `http://${LOOPBACK}:${port.http}`;
  const addresses = { http: url, sqs: `http://${LOOPBACK}:${port.sqs}` };
  const clientId = options.parameters?.OidcClientId ?? 'gongkai';
  const oidc = await serveOidc({
    port: ports.oidc ?? 0,
    clientId,
    personas: options.personas ?? [],
    mint: (issuer) => new TokenMint({ secrets, clock, issuer, audience: clientId }),
  });
  closers.add(() => oidc.close());
  const mail = await startMail({
    folder: folder === undefined ? undefined : join(folder, 'mail'),
    port: 0,
    clock,
  });
  closers.add(() => mail.stop());
  const mailPage = await mail.servePage(ports.mail ?? 0);
  closers.add(() => mailPage.close());
  const template = readTemplate({
    folder: options.template ?? 'cdk.out',
    parameters: {
      PublicUrl: url,
      OidcIssuer: oidc.issuer,
      OidcClientId: clientId,
      MailServerArn: SMTP_SECRET,
      MailSender: MAIL_SENDER,
      ...options.parameters,
    },
    addresses,
    secrets,
    givenSecrets: { [SMTP_SECRET]: mail.url },
  });

  const engines = await startEngines({
    folder,
    ports: { dynamodb: ports.dynamodb ?? 0, sqs: port.sqs },
    dynamodbEndpoint: options.dynamodbEndpoint,
    onCrash: () => logger.error('数据库意外退出,请重新启动。 The database ended unexpectedly: start again.'),
  });
  closers.add(() => engines.stop());
  await createTables(template, engines.dynamodb, !clock.virtual);
  await createQueues(template, engines.sqs);
  await createBuckets(template, engines.queues.endpoint);

  const endpoints = {
    dynamodb: engines.dynamodbEndpoint,
    sqs: engines.queues.endpoint,
    s3: `http://${LOOPBACK}:${port.s3}`,
    events: `http://${LOOPBACK}:${port.events}`,
    oidc: oidc.issuer,
  };
  const functions = new Functions({
    template,
    endpoints: sdkVariables(endpoints),
    logFolder: folder === undefined ? undefined : join(folder, 'logs'),
    logLevel: options.logLevel,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    activity,
    clock,
    logger,
  });
  closers.add(() => functions.stop());

  const urlOf = (queue: string): string => queueUrl(addresses, queue);
  const around = { template, functions, activity, clock, logger, state, urlOf, ...engines };
  const targets = new Targets(around);
  const bus = await Bus.build(template, targets, clock, logger);
  const plan = await schedules(template, targets, (entry) => bus.put(entry), around);
  const find = routesOf(template, functions);
  const sources: EventSource[] = [...(await eventSources(around)), ...targets.sources];

  const eventsDoor = await bus.listen(port.events);
  closers.add(() => eventsDoor.close());
  const objects = await serveObjects({
    port: port.s3,
    engine: engines.queues.endpoint,
    template,
    clock,
    announce: (entry) => bus.put(entry),
  });
  closers.add(() => objects.close());
  for (const source of sources) activity.add(source);
  for (const source of sources) source.start();
  closers.add(() => stopSources(sources, engines));
  const idle = (withinMs?: number): Promise<void> => activity.idle(withinMs);
  follow(clock, plan, sources, idle);
  closers.add(() => plan.forEach((schedule) => void schedule.stop()));
  const apiId = template.resources('AWS::ApiGatewayV2::Api')[0]?.logicalId ?? 'local';
  const api = await serveHttpApi({ find, apiId, port: port.http, clock, logger });
  closers.add(() => api.close());

  return cloudHandle({
    url,
    mail,
    mailUrl: mailPage.url,
    endpoints,
    clock,
    template,
    functions,
    oidc,
    idle,
    urlOf,
    engines,
    closers,
  });
}

/** The SDK's own variables; nothing in a function knows that it is not in the cloud. */
function sdkVariables(endpoints: Cloud['endpoints']): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.events,
  };
}

function follow(
  clock: Clock,
  plan: readonly Schedule[],
  sources: readonly EventSource[],
  idle: () => Promise<void>,
) {
  const queues = sources.filter((source) => source instanceof QueueSource);
  for (const timeline of [...plan, ...queues] as Timeline[]) clock.attach(timeline, idle);
  clock.whenReal(() => {
    for (const schedule of plan) schedule.start();
  });
}

async function stopSources(sources: readonly EventSource[], engines: Engines): Promise<void> {
  const ended = sources.map((source) => source.stop());
  engines.receiver.close();
  await Promise.race([Promise.all(ended), sleep(GRACE_MS, undefined, { ref: false })]);
}
