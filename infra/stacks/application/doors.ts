import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { DisclosureFunction } from '../../constructs/disclosure-function.ts';
import { FrontDoor } from '../../constructs/front-door.ts';
import type { Parts } from './parts.ts';

/** Under the 30 seconds at which the HTTP API gives up, with time left for a clear answer. */
const TIMEOUT = Duration.seconds(15);
/** A person waits for these, and processor share comes with memory. */
const MEMORY = 1024;

/** The ways in: the JSON API and the pages. */
export class Doors extends Construct {
  readonly api: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    { bundles, settings, record, files, views, displayMasterKey }: Parts,
  ) {
    super(scope, id);
    const door = { bundles, timeout: TIMEOUT, memory: MEMORY };
    const commands = new DisclosureFunction(this, 'commands', {
      ...door,
      impact: {
        zh: '通过接口提交的操作（提出、审核、审批、公开）失败，未被记录。',
        en: 'actions sent through the API (propose, review, approve, release) fail and are not recorded.',
      },
    });
    const queries = new DisclosureFunction(this, 'queries', {
      ...door,
      impact: {
        zh: '接口读不到公开内容，依赖接口的公示屏停在旧内容。',
        en: 'the API cannot be read; displays that poll it stand at old content.',
      },
    });
    const site = new DisclosureFunction(this, 'site', {
      ...door,
      impact: {
        zh: '公开栏、事项页或办事台打不开，群众看不到公开内容，经办人无法办理。',
        en: 'boards, item pages or the desk do not open: people cannot read what is disclosed, staff cannot work.',
      },
    });
    for (const writer of [commands, site]) record.letAppend(writer);
    record.letRead(queries);
    for (const reader of [queries, site]) views.letRead(reader, 'board', 'desk');
    views.letHearScreens(site);
    views.letCountReads(site);
    for (const door of [commands, site]) views.letCountAttempts(door);
    views.letKeepReplies(commands);
    views.letLookOnDesks(commands);
    views.letCountVoices(commands);
    // A signed upload or link may do what its signer may do.
    files.letUpload(commands, site);
    files.letServe(queries, site);
    settings.tellAddress(site);
    settings.tellSignIn(commands, queries, site);
    settings.tellDistrict(commands, queries, site);
    settings.tellAdministrator(commands);
    settings.tellFraming(site);
    // `commands` shows a display's secret, once, to whoever registers it; `site` knows a screen by its token.
    displayMasterKey.tell(commands, site);
    this.api = new FrontDoor(this, 'FrontDoor', { commands, queries, site }).api;
  }
}
