import { DESK_AREAS } from '../areas.ts';
import { AreaList } from '../components/areas.tsx';
import { type Frame, Page } from '../components/layout.tsx';

interface OfficeProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** 工作台: everything that those who work for an organisation can go to. */
export const OfficePage = ({ frame, organisation: { id, name } }: OfficeProps) => (
  <Page frame={frame} title="工作台" section="desk">
    <h1>
      工作台
      <small>
        {name} <span lang="en">Everything there is to work on</span>
      </small>
    </h1>
    {DESK_AREAS.map((group) => (
      <section class="sheet">
        <h2>{group.name}</h2>
        <AreaList base={`/desk/o/${id}`} areas={group.areas} />
      </section>
    ))}
  </Page>
);
