import type { Affiliation } from '../../../domain/organisation/affiliation.ts';
import type { AboutReading } from '../../shell/reading/about-reading.ts';
import { PUBLIC_AREAS } from '../areas.ts';
import { AreaList } from '../components/areas.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

interface AboutProps {
  readonly frame: Frame;
  readonly about: AboutReading;
  readonly superior: { readonly id: string; readonly name: string } | undefined;
  /** 隶属沿革, by name, if it was ever put under another superior. */
  readonly affiliations: readonly (Affiliation & { readonly name: string })[];
  readonly mayWork: boolean;
}

/** 单位信息: where the office is, whom to call, who sits where (TZ-11, TZ-20, ZH-08). */
export function AboutPage({ frame, about, superior, affiliations, mayWork }: AboutProps) {
  const { id, name } = about;
  return (
    <Page frame={frame} title="单位信息" section="about">
      <div class="title-row">
        <h1>
          单位信息
          <small>
            {name} <span lang="en">About this organisation</span>
          </small>
        </h1>
      </div>
      <Contacts about={about} superior={superior} mayWork={mayWork} />
      <Affiliations affiliations={affiliations} />
      <Leaders leaders={about.leaders} />
      <Bodies bodies={about.bodies} />
      <Departments departments={about.departments} />
      <section class="sheet">
        <h2>公开栏目</h2>
        <AreaList base={`/o/${id}`} areas={PUBLIC_AREAS} />
      </section>
    </Page>
  );
}

function Contacts({ about, superior, mayWork }: Omit<AboutProps, 'frame' | 'affiliations'>) {
  const { id, place, hours, email, lines } = about;
  return (
    <section class="sheet">
      <h2>联系方式</h2>
      {lines.length === 0 ? (
        <p class="empty">党务公开办公室还没有公布联系方式。</p>
      ) : (
        <table class="particulars">
          <tbody>
            <Fact name="办公地点">{place}</Fact>
            <Fact name="办公时间">{hours}</Fact>
            {lines.map(({ name, post, phone, hotline }) => (
              <Fact name={name}>
                <a href={`tel:${phone}`}>{phone}</a> {hotline && <span class="tag ok">党务公开热线电话</span>}
                <span class="small">责任岗位：{post}</span>
              </Fact>
            ))}
            {email !== undefined && <Fact name="办公邮箱">{email}</Fact>}
          </tbody>
        </table>
      )}
      {superior && (
        <p class="small">
          上级党组织：<a href={`/o/${superior.id}/about`}>{superior.name}</a>
        </p>
      )}
      {mayWork && (
        <p class="actions no-print">
          <a class="button second" href={`/desk/o/${id}/opinions/new`}>
            登记来电来访
          </a>
          <a class="button second" href={`/desk/o/${id}/profile`}>
            修改单位信息
          </a>
        </p>
      )}
    </section>
  );
}

function Affiliations({ affiliations }: Pick<AboutProps, 'affiliations'>) {
  if (affiliations.length < 2) return null;
  return (
    <section class="sheet">
      <h2>隶属沿革</h2>
      <ol class="steps">
        {affiliations.map(({ superior, name, from, until, basis }) => (
          <li>
            <p>
              <b>
                {chineseDate(from)}
                {until === undefined ? '起' : `至${chineseDate(until)}`}
              </b>
              　隶属<a href={`/o/${superior}`}>{name}</a>
            </p>
            {basis !== undefined && <p class="small">依据：{basis}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children?: unknown }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{children}</td>
  </tr>
);

function Leaders({ leaders }: Pick<AboutReading, 'leaders'>) {
  if (leaders.length === 0) return null;
  return (
    <section class="sheet">
      <h2>领导分工</h2>
      <section class="table-scroll" tabindex={0} aria-label="领导分工">
        <table>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">职务</th>
              <th scope="col">分工</th>
              <th scope="col">办公电话</th>
            </tr>
          </thead>
          <tbody>
            {leaders.map(({ name, titles, duties, phone }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{titles.join('、')}</td>
                <td>{duties}</td>
                <td>{phone ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Bodies({ bodies }: Pick<AboutReading, 'bodies'>) {
  if (bodies.length === 0) return null;
  return (
    <section class="sheet">
      <h2>机构和任职</h2>
      <section class="table-scroll" tabindex={0} aria-label="机构和任职">
        <table>
          <thead>
            <tr>
              <th scope="col">机构</th>
              <th scope="col">职务</th>
              <th scope="col">任职人员</th>
              <th scope="col">任职时间</th>
            </tr>
          </thead>
          {bodies.map(({ name, host, seats }) => (
            <tbody>
              {seats.map((seat, index) => (
                <tr>
                  {index === 0 && (
                    <th scope="rowgroup" rowspan={seats.length}>
                      {name}
                      {host !== undefined && <span class="small">（设在{host}）</span>}
                    </th>
                  )}
                  <td>{seat.title}</td>
                  <td>{seat.name ?? (seat.since === undefined ? '空缺' : '不公开姓名')}</td>
                  <td>{seat.since === undefined ? '—' : `${chineseDate(seat.since)}起`}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </section>
  );
}

function Departments({ departments }: Pick<AboutReading, 'departments'>) {
  return (
    <>
      {departments.map(({ name, phone, steps }) => (
        <section class="sheet">
          <h2>{name}办事流程</h2>
          <ol class="steps">
            {steps.map((step) => (
              <li>
                <p>{step}</p>
              </li>
            ))}
          </ol>
          {phone !== undefined && <p class="small">办公电话：{phone}</p>}
        </section>
      ))}
    </>
  );
}
