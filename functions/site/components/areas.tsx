import type { Area } from '../areas.ts';

/** Links to parts of the system, each with what it is for. */
export const AreaList = ({ base, areas }: { base: string; areas: readonly Area[] }) => (
  <ul class="areas">
    {areas.map(({ path, name, about }) => (
      <li>
        <a href={`${base}/${path}`}>{name}</a>
        <span class="small">{about}</span>
      </li>
    ))}
  </ul>
);
