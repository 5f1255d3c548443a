import type { Instant } from '../../../domain/kernel/time.ts';
import { SampleApi, type SampleDoor } from './api.ts';
import { eachOf } from './each-of.ts';
import { runErrands } from './errands/errand.ts';
import { SAMPLE_ERRANDS } from './errands/errands.ts';
import { SAMPLE_ITEMS } from './items/items.ts';
import { itemId, stepLabel } from './known-ids.ts';
import { type Calendar, calendarFrom, type SampleItem, type SoFar, type Step } from './life.ts';
import {
  SAMPLE_ADMINISTRATOR,
  SAMPLE_ORGANISATIONS,
  type SampleOrganisation,
  seatsFrom,
} from './organisations.ts';

export interface LoadOptions extends SampleDoor {
  /** Every date of the sample counts from here. */
  readonly now: Instant;
  /** Told how much has been done and how much there is in all. */
  onProgress?(done: number, total: number): void;
}

/**
 * Brings the sample district in over the HTTP API, as people would. Loading it again, also after it broke off half-way,
 * adds what is missing and changes nothing else.
 *
 * @throws Error naming the first request that was refused for good
 */
export async function loadSample(options: LoadOptions): Promise<void> {
  await openDistrict(options);
  await loadItems(options);
}

/** The organisations with their people and rules, but nothing to disclose yet. */
export async function openDistrict({ now, onProgress, ...door }: LoadOptions): Promise<void> {
  const api = new SampleApi(door);
  const calendar = calendarFrom(now);
  const opened = new Map<string, Promise<void>>();
  let done = 0;
  for (const organisation of SAMPLE_ORGANISATIONS) {
    // Superiors come first in the list; whoever has the same superior is opened at the same time.
    const above = opened.get(organisation.superior ?? '') ?? Promise.resolve();
    const opening = above.then(() => openOrganisation(api, organisation, calendar));
    const report = () => {
      done += 1;
      onProgress?.(done, SAMPLE_ORGANISATIONS.length);
    };
    opened.set(organisation.id, opening.then(report));
  }
  await Promise.all(opened.values());
}

/** What the organisations are disclosing now, and what else goes on in them. */
export async function loadItems({ now, onProgress, ...door }: LoadOptions): Promise<void> {
  const api = new SampleApi(door);
  const calendar = calendarFrom(now);
  const lives = SAMPLE_ORGANISATIONS.flatMap(({ id }) =>
    (SAMPLE_ITEMS[id]?.(calendar) ?? []).map((item) => ({ id, item })),
  );
  let done = 0;
  await eachOf(lives, async ({ id, item }) => {
    await live(api, id, item);
    done += 1;
    onProgress?.(done, lives.length);
  });
  // One after the other: schools answer what the district has sent them.
  for (const [id, errands] of Object.entries(SAMPLE_ERRANDS)) {
    const all = errands.flatMap((each) => each(calendar));
    await runErrands(api, id, all);
  }
}

/** Brings in one organisation with its people, seats, rules, rows and displays, but no items. */
export async function openOrganisation(
  api: SampleApi,
  organisation: SampleOrganisation,
  calendar: Calendar,
): Promise<void> {
  const { id, name, shortName, kind, superior, people, seats, catalogue, policy, dutyRules, channels } =
    organisation;
  const base = `/v1/organisations/${id}`;
  const as = SAMPLE_ADMINISTRATOR;
  const send = (label: string, method: string, path: string, body: object, by = as) =>
    api.send(`${id}/${label}`, by, method, path, body);
  await send('onboard', 'POST', '/v1/organisations', {
    id,
    name,
    shortName,
    kind,
    ...(superior && { superior }),
  });
  const administrator = administratorOf(organisation);
  await send('people', 'POST', `${base}/people`, { people }, administrator);
  for (const [body, position, person] of seats) {
    const seat = { body, position, person, from: seatsFrom(calendar) };
    await send(`seat/${body}/${person}`, 'POST', `${base}/seats`, seat, administrator);
  }
  if (policy) await send('policy', 'PUT', `${base}/policy`, policy, administrator);
  if (dutyRules) {
    const reason = '经会议研究：党费、意见建议和职工代表大会情况每季度公开，其余定期事项每半年公开。';
    await send('duty-rules', 'PUT', `${base}/duty-rules`, { rules: dutyRules, reason }, administrator);
  }
  const adoption = { template: catalogue, version: 1 };
  await send('adoption', 'POST', `${base}/catalogue/adoption`, adoption, administrator);
  for (const [row, refinement] of Object.entries(organisation.refinements)) {
    await send(`row/${row}`, 'PUT', `${base}/catalogue/rows/${row}`, refinement, administrator);
  }
  for (const [index, row] of organisation.localRows.entries()) {
    await send(`local-row/${index}`, 'POST', `${base}/catalogue/rows`, row, administrator);
  }
  if (channels.length > 0) await send('channels', 'PUT', `${base}/channels`, { channels }, administrator);
  for (const [index, display] of organisation.displays.entries()) {
    await send(`display/${index}`, 'POST', `${base}/displays`, display, officeHead(organisation));
  }
}

/** The superior's office sets an organisation up; the district's founder is the head of its office. */
function administratorOf({ superior }: SampleOrganisation): string {
  const above = SAMPLE_ORGANISATIONS.find(({ id }) => id === superior);
  return above ? officeHead(above) : SAMPLE_ADMINISTRATOR;
}

const officeHead = ({ seats }: SampleOrganisation): string =>
  seats.find(([body, position]) => body === 'office' && position === 'head')?.[2] ?? SAMPLE_ADMINISTRATOR;

async function live(api: SampleApi, organisation: string, item: SampleItem): Promise<void> {
  const items = `/v1/organisations/${organisation}/items`;
  const label = (step: string) => stepLabel(organisation, item.slug, step);
  const idOf = (slug: string) => itemId(organisation, slug);
  // Nobody can tell the id of an opinion before it is left: it is a hash of its receipt code.
  const opinions = new Map<string, string>();
  const opinion = (step: string) => opinions.get(step) ?? '';
  const pathOf = ({ on, path }: Step) =>
    on
      ? `/v1/organisations/${organisation}/feedback/${opinion(on.opinion)}/${path}`
      : `${items}/${idOf(item.slug)}/${path}`;

  await api.send(label('propose'), item.clerk, 'POST', items, withIds(item.content, idOf));
  for (const step of item.life) {
    const body =
      typeof step.body === 'function'
        ? step.body({ opinion, ...(await approvalOf(api, item, `${items}/${idOf(item.slug)}`)) })
        : step.body;
    const id = await api.send(label(step.label), step.as, 'POST', pathOf(step), body);
    if (step.path === 'feedback' && id !== undefined) opinions.set(step.label, id);
  }
}

async function approvalOf(
  api: SampleApi,
  item: SampleItem,
  path: string,
): Promise<Pick<SoFar, 'approvedAt'>> {
  const { work } = (await api.get(item.clerk, path)) as {
    work?: { item: { versions: readonly { approvedAt?: Instant }[] } };
  };
  return { approvedAt: work?.item.versions.at(-1)?.approvedAt ?? '' };
}

/** `"{plan}"` in a content stands for the id of the item of that slug. */
const withIds = (content: object, idOf: (slug: string) => string): object =>
  JSON.parse(
    JSON.stringify(content).replace(/"\{([\w-]+)\}"/g, (_, slug: string) => JSON.stringify(idOf(slug))),
  );
