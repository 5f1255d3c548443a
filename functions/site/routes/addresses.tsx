import { Hono } from 'hono';
import { isOfficeSystem } from '../../../domain/display/office-system.ts';
import { displayHistory } from '../../../domain/display/state.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { DisplayReading } from '../../shell/reading/displays.ts';
import { FORMAT_NAMES, FORMATS } from '../feed-formats.ts';
import { deskOf } from '../frames.ts';
import { AddressesPage, type AddressList } from '../pages/addresses.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';
import { AUDIENCE_NAMES } from '../words.ts';

/** Addresses to fetch from, for those who work here; those of screens that are not for everybody with their token. */
export function addressRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, aggregates, displayTokens, settings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get('/desk/o/:org/addresses', async (c) => {
    const { frame, scope, organisation, reader } = await deskOf(c, services);
    const displays = (await readings.displays.all(scope, reader)).filter(
      (display) => display.active && !isOfficeSystem(display),
    );
    const lists = await Promise.all(displays.map((display) => listOf(scope, display)));
    const board = `${settings.publicUrl}/o/${scope.organisation}`;
    c.header('Cache-Control', 'no-store');
    return c.html(
      <AddressesPage
        frame={frame}
        embed={`<iframe src="${board}" title="${organisation.name}党务公开" width="100%" height="800"></iframe>`}
        lists={[
          {
            name: '本单位公开栏',
            about: '向社会公开的全部事项。',
            addresses: under(board),
            isSecret: false,
          },
          ...lists.flat(),
        ]}
      />,
    );
  });
  return routes;

  async function listOf(
    scope: OrgScope,
    { id, name, place, audience }: DisplayReading,
  ): Promise<AddressList[]> {
    const isSecret = audience !== 'public';
    const { state } = await aggregates.load(scope.stream('DISPLAY', id), displayHistory);
    const token = state && `?token=${displayTokens.token(scope.organisation, id, state.keyVersion)}`;
    const about = `${place}，面向${AUDIENCE_NAMES[audience]}。`;
    const addresses = under(
      `${settings.publicUrl}/display/${scope.organisation}/${id}`,
      isSecret ? token : '',
      token,
    );
    return [{ name, about, addresses, isSecret }];
  }
}

/** A screen brings its token with its page in any case: by that its heartbeats are known. */
const under = (home: string, query = '', pageQuery = query): AddressList['addresses'] => [
  ['网页', `${home}${pageQuery}`],
  ...FORMAT_NAMES.map((format) => [FORMATS[format].name, `${home}/${format}${query}`] as const),
];
