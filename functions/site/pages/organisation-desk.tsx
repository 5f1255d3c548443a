import type { Day } from '../../../domain/kernel/time.ts';
import type { Organisation, Regulation } from '../../../domain/organisation/organisation.ts';
import { REGULATION_SUBJECTS } from '../../../domain/organisation/regulations.ts';
import { STANDINGS, type Standing } from '../../../domain/organisation/standing.ts';
import type { LightReading, OpenWorkLine } from '../../shell/reading/organisation-health.ts';
import type { OrganisationCard, OrganisationReading } from '../../shell/reading/organisation-reading.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';
import { BodyTables, SeatHistory } from './organisation-desk-bodies.tsx';
import { KeepingForms } from './organisation-desk-keeping.tsx';
import { LifeForms } from './organisation-desk-life.tsx';
import { SeatForms } from './organisation-desk-seats.tsx';
import { Done } from './topics.tsx';

export interface OrganisationDeskProps {
  readonly frame: Frame;
  readonly organisation: Organisation;
  readonly reading: OrganisationReading;
  readonly standing: Standing;
  readonly lights: readonly LightReading[];
  readonly regulations: readonly Regulation[];
  /** What waits for somebody here, now or later. */
  readonly work: readonly OpenWorkLine[];
  /** Every other organisation of the district that is not closed. */
  readonly others: readonly OrganisationCard[];
  /** Those that were split from this one. */
  readonly parts: readonly OrganisationCard[];
  /** Everybody below, if whoever looks may put them under one another: the office of this organisation. */
  readonly below: readonly OrganisationCard[];
  /** Whoever looks is of the superior's office, which suspends, merges and splits. */
  readonly isAbove: boolean;
  readonly today: Day;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 组织机构, for the office of the organisation and the office above. */
export function OrganisationDeskPage(props: OrganisationDeskProps) {
  const { frame, reading, standing, lights, regulations, done } = props;
  return (
    <Page
      frame={frame}
      title="组织机构"
      section="desk"
      trail={[{ href: `/desk/o/${reading.id}`, name: '工作台' }]}
    >
      <h1>
        组织机构 <small lang="en">Bodies, seats and standing</small>
      </h1>
      <Done text={done} />
      <StandingSheet {...props} />
      <section class="sheet">
        <h2>“六有”</h2>
        <ul>
          {lights.map(({ name, lit }) => (
            <li>
              {lit ? '✓' : '✗'} {name}
              {lit ? '' : '：尚缺'}
            </li>
          ))}
        </ul>
        {reading.kind !== 'branch' && (
          <p>
            <a href={`/desk/o/${reading.id}/organisation/gaps`}>查看下级组织缺口</a>
          </p>
        )}
      </section>
      <BodyTables bodies={reading.bodies} />
      <SeatHistory reading={reading} />
      <RegulationSheet regulations={regulations} />
      {standing !== 'closed' && (
        <>
          <SeatForms {...props} />
          <KeepingForms {...props} />
          <LifeForms {...props} />
        </>
      )}
    </Page>
  );
}

function StandingSheet({ reading, standing, others, parts, organisation }: OrganisationDeskProps) {
  const { rest, successor, origin, pilot, responsibilities } = reading;
  const nameOf = (id: string) => others.find((card) => card.id === id)?.name ?? id;
  return (
    <section class="sheet">
      <h2>状态</h2>
      <dl class="facts">
        <dt>状态</dt>
        <dd>
          {STANDINGS[standing]}
          {organisation.activeSince && `（${chineseDate(organisation.activeSince)}正式启用）`}
        </dd>
        {rest && (
          <>
            <dt>{successor ? '并入时间和理由' : '暂停时间和理由'}</dt>
            <dd>
              {chineseDate(rest.since)}，{rest.reason}
            </dd>
          </>
        )}
        {successor && (
          <>
            <dt>并入</dt>
            <dd>
              <a href={`/o/${successor}`}>{nameOf(successor)}</a>
            </dd>
          </>
        )}
        {origin && (
          <>
            <dt>分设自</dt>
            <dd>
              <a href={`/o/${origin}`}>{nameOf(origin)}</a>
            </dd>
          </>
        )}
        {parts.length > 0 && (
          <>
            <dt>分设出的组织</dt>
            <dd>{parts.map(({ name }) => name).join('、')}</dd>
          </>
        )}
        {pilot && (
          <>
            <dt>试点</dt>
            <dd>党务公开试点单位，其他单位可以沿用其规定和自设目录条目</dd>
          </>
        )}
        {responsibilities && (
          <>
            <dt>责任分工</dt>
            <dd>
              领导：{responsibilities.accountable}；负责：{responsibilities.responsible}；配合：
              {responsibilities.consulted.join('、')}；协同推进：{responsibilities.informed.join('、')}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

const RegulationSheet = ({ regulations }: { regulations: readonly Regulation[] }) => (
  <section class="sheet">
    <h2>党务公开制度</h2>
    {regulations.length === 0 ? (
      <p>尚未登记制度。</p>
    ) : (
      <ul>
        {regulations.map(({ title, number, about, audience, inForceFrom }) => (
          <li>
            《{title}》{number ?? ''}，{about.map((each) => REGULATION_SUBJECTS[each]).join('、')}，
            {AUDIENCE_NAMES[audience]}，自{chineseDate(inForceFrom)}起施行
          </li>
        ))}
      </ul>
    )}
  </section>
);
