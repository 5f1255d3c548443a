import type { CampaignCard } from '../../../domain/campaign/card.ts';
import type { StageState } from '../../../domain/campaign/progress.ts';
import { type Campaign, campaignHistory, type Stage } from '../../../domain/campaign/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { type CampaignSources, progressOf, type UnitProgress } from '../campaign-progress.ts';
import { organisationCards } from './organisation-cards.ts';
import { rowsUnder } from './rows.ts';
import { upFrom } from './under.ts';

interface Named {
  readonly id: string;
  /** Who planned it. */
  readonly organisation: OrganisationId;
  readonly title: string;
  readonly plannedAt: Instant;
  readonly withdrawn?: true;
}

export interface CampaignLine extends Named {
  readonly stages: CampaignCard['stages'];
}

/** A superior's campaign, and how the organisation itself stands with it. */
export interface JoinedCampaign extends Named {
  readonly planner: string;
  readonly stages: readonly (Stage & {
    readonly own: StageState;
    /** The last word of whoever urged it, where it was for this organisation. */
    readonly urged?: { readonly at: Instant; readonly note: string };
  })[];
}

export interface CampaignReading extends Named, Pick<Campaign, 'about'> {
  readonly streamVersion: number;
  readonly today: Day;
  readonly stages: readonly (Campaign['stages'][number] & {
    /** Who has not closed it though it is over. */
    readonly behind: readonly OrganisationId[];
  })[];
  /** Those that are behind with most stages first. */
  readonly units: readonly UnitProgress[];
}

/** 推进部署, for those who plan it and those who are to follow. Never for the public. */
export class CampaignReadings {
  readonly #sources: CampaignSources;

  constructor(sources: CampaignSources) {
    this.#sources = sources;
  }

  /** Those planned here, and those of the superiors, last first. @throws Refusal `not-found` for who does not work here */
  async all(
    scope: OrgScope,
    reader: Reader,
    now: Instant,
  ): Promise<{ readonly planned: readonly CampaignLine[]; readonly joined: readonly JoinedCampaign[] }> {
    const { organisation } = scope;
    if (!mayWork(reader, organisation)) refuse('not-found');
    const { views, district } = this.#sources;
    const [own, cards] = await Promise.all([this.#cards(organisation), organisationCards(views, district)]);
    const above = upFrom(cards, organisation).filter(({ id }) => id !== organisation);
    const joined = above.map(async ({ id, shortName }) => {
      const theirs = (await this.#cards(id)).filter(
        ({ withdrawn, units }) => !withdrawn && (units?.includes(organisation) ?? true),
      );
      return Promise.all(theirs.map((card) => this.#joined(card, shortName, organisation, now)));
    });
    return {
      planned: lastFirst(own).map(({ campaign, withdrawn, waits: _, units: __, ...line }) => ({
        ...line,
        title: campaign,
        ...(withdrawn && { withdrawn: true as const }),
      })),
      joined: lastFirst((await Promise.all(joined)).flat()),
    };
  }

  /** One of those planned here, unit by unit. @throws Refusal `not-found`, also for who does not work here */
  async one(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<CampaignReading> {
    const { organisation } = scope;
    if (!mayWork(reader, organisation)) refuse('not-found');
    const { campaign, version } = await this.#load(organisation, id);
    const { title, about, plannedAt, withdrawn } = campaign;
    const units = await progressOf(this.#sources, organisation, campaign, now);
    const behindIn = (stage: number): string[] =>
      units.filter(({ stages }) => stages[stage]?.state === 'behind').map((unit) => unit.id);
    const behindOf = ({ stages }: UnitProgress): number =>
      stages.filter(({ state }) => state === 'behind').length;
    return {
      id,
      organisation,
      title,
      ...(about !== undefined && { about }),
      plannedAt,
      ...(withdrawn && { withdrawn: true as const }),
      streamVersion: version,
      today: dayOf(now),
      stages: campaign.stages.map((stage, index) => ({ ...stage, behind: behindIn(index) })),
      units: units.toSorted((a, b) => behindOf(b) - behindOf(a) || a.name.localeCompare(b.name, 'zh-CN')),
    };
  }

  async #joined(
    { id, organisation: planner }: CampaignCard,
    plannerName: string,
    unit: OrganisationId,
    now: Instant,
  ): Promise<JoinedCampaign> {
    const { campaign } = await this.#load(planner, id);
    const [progress] = await progressOf(this.#sources, planner, campaign, now, unit);
    return {
      id,
      organisation: planner,
      planner: plannerName,
      title: campaign.title,
      plannedAt: campaign.plannedAt,
      stages: campaign.stages.map(({ name, from, until, closes, urged }, index) => {
        const told = urged.find(({ behind }) => behind.includes(unit));
        return {
          name,
          from,
          until,
          closes,
          own: progress?.stages[index] ?? refuse('not-found'),
          ...(told && { urged: { at: told.at, note: told.note } }),
        };
      }),
    };
  }

  async #load(planner: OrganisationId, id: string) {
    const stream = new OrgScope(planner).stream('CAMPAIGN', id);
    const { state, version } = await this.#sources.aggregates.load(stream, campaignHistory);
    return { campaign: state ?? refuse('not-found'), version };
  }

  async #cards(planner: OrganisationId): Promise<readonly CampaignCard[]> {
    const rows = await Array.fromAsync(
      rowsUnder(this.#sources.views, new OrgScope(planner).partition('CAMPAIGN')),
    );
    return rows.map(({ card }) => card as CampaignCard);
  }
}

const lastFirst = <Row extends { readonly plannedAt: Instant }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => (a.plannedAt > b.plannedAt ? -1 : 1));
