import { addDays, type Day } from '../../../domain/kernel/time.ts';
import type { BodyReading } from '../../shell/reading/bodies.ts';
import type { OrganisationReading } from '../../shell/reading/organisation-reading.ts';
import { chineseDate } from '../dates.ts';

/** Each body with its seats, filled or vacant. */
export const BodyTables = ({ bodies }: { bodies: readonly BodyReading[] }) => (
  <section class="sheet">
    <h2>机构和席位</h2>
    {bodies.length === 0 && <p>尚未设立机构。</p>}
    {bodies.map(({ name, host, seats }) => (
      <section class="table-scroll" aria-label={name} tabindex={0}>
        <table>
          <caption>
            {name}
            {host && `（设在${host}）`}
          </caption>
          <thead>
            <tr>
              <th scope="col">职务</th>
              <th scope="col">人员</th>
              <th scope="col">任职</th>
            </tr>
          </thead>
          <tbody>
            {seats.map(({ title, office, since, until, source, name: who }) => (
              <tr>
                <th scope="row">
                  {title}
                  {office && `（${office}）`}
                </th>
                <td>
                  {who ?? '空缺'}
                  {source && `（${source}）`}
                </td>
                <td>
                  {since ? `${chineseDate(since)}起` : '—'}
                  {until && `，至${chineseDate(lastDayOf(until))}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    ))}
  </section>
);

/** Who sat when: also those who have left (DF-02). */
export function SeatHistory({ reading: { work } }: { reading: OrganisationReading }) {
  const past = (work?.seats ?? []).filter(({ held }) => !held);
  if (!work || past.length === 0) return null;
  const names = new Map(work.people.map(({ id, name }) => [id, name]));
  return (
    <details>
      <summary>历任和待任人员（{past.length}）</summary>
      <ul>
        {past
          .toSorted((a, b) => (a.from > b.from ? -1 : 1))
          .map(({ title, person, from, until }) => (
            <li>
              {title} {names.get(person) ?? person}：{chineseDate(from)}起
              {until && `，至${chineseDate(lastDayOf(until))}`}
            </li>
          ))}
      </ul>
    </details>
  );
}

/** Terms name the first day without the seat; people name the last one with it. */
const lastDayOf = (until: Day): Day => addDays(until, -1);
