import { LIMITS } from '../../../domain/limits.ts';
import {
  BODIES,
  type Body,
  isHeld,
  POSITIONS_IN,
  positionTitle,
  seatTitle,
} from '../../../domain/organisation/body.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { SUPERVISOR_SOURCES } from '../../../domain/organisation/supervisors.ts';
import { CaseForm, choices } from '../components/case-form.tsx';
import { AreaField, type Choice, SelectField, TextField } from '../components/field.tsx';
import { seatValue } from '../forms/organisation-forms.ts';
import type { OrganisationDeskProps } from './organisation-desk.tsx';

const BODY_NAMES = Object.keys(BODIES) as Body[];

/** Places where a body was laid out in them, and otherwise each position that it has. */
const seatChoices = ({ layouts = {} }: Organisation): readonly Choice[] =>
  BODY_NAMES.flatMap((body) => {
    const places = layouts[body]?.places;
    return places
      ? places.map(({ id, position, office }) => ({
          value: seatValue(body, position, id),
          name: `${seatTitle({ body, position })}${office ? `（${office}）` : `（席位 ${id}）`}`,
        }))
      : POSITIONS_IN[body].map((position) => ({
          value: seatValue(body, position),
          name: seatTitle({ body, position }),
        }));
  });

function heldChoices({ seats, people }: Organisation, today: string): readonly Choice[] {
  return seats
    .filter((seat) => isHeld(seat, today) || seat.from > today)
    .map((seat) => ({
      value: seatValue(seat.body, seat.position, seat.person),
      name: `${seatTitle(seat)} ${people[seat.person]?.name ?? seat.person}`,
    }));
}

/** 任职、离任 and 席位, which the office keeps. */
export function SeatForms({ organisation, forms, today }: OrganisationDeskProps) {
  const people = Object.values(organisation.people).map(({ id, name }) => ({ value: id, name }));
  const nobody = { value: '', name: '（不填）' };
  const held = heldChoices(organisation, today);
  return (
    <>
      {people.length > 0 && (
        <CaseForm props={forms} action="seat" title="登记任职" folded start={{ 'seat.from': today }}>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="seat.place"
                label="席位"
                choices={seatChoices(organisation)}
              />
              <SelectField filled={filled} name="seat.person" label="人员" choices={people} />
              <TextField filled={filled} name="seat.from" label="任职日期" type="date" />
              <TextField
                filled={filled}
                name="seat.until"
                label="任期截止日期"
                type="date"
                optional
                hint="自该日起不再担任。监督员和抽调人员须填写。"
              />
              <SelectField
                filled={filled}
                name="seat.source"
                label="监督员的聘请来源"
                optional
                choices={[nobody, ...choices(SUPERVISOR_SOURCES)]}
              />
              <TextField
                filled={filled}
                name="seat.unit"
                label="本人所在单位编号"
                optional
                max={40}
                hint="监督人员填写：不得督查本人所在单位。"
              />
            </>
          )}
        </CaseForm>
      )}
      {held.length > 0 && (
        <CaseForm props={forms} action="vacancy" title="登记离任" folded start={{ 'vacancy.until': today }}>
          {(filled) => (
            <>
              <SelectField filled={filled} name="vacancy.person" label="席位" choices={held} />
              <TextField
                filled={filled}
                name="vacancy.until"
                label="离任日期"
                type="date"
                hint="自该日起不再担任，待办的审批转由继任者办理。"
              />
            </>
          )}
        </CaseForm>
      )}
      <CaseForm props={forms} action="layout" title="核定机构席位" folded>
        {(filled) => (
          <>
            <SelectField filled={filled} name="layout.body" label="机构" choices={choices(BODIES)} />
            <TextField
              filled={filled}
              name="layout.host"
              label="设在哪个部门"
              optional
              max={LIMITS.name}
              hint="办公室填写，例如：纪工委监察室。"
            />
            <AreaField
              filled={filled}
              name="layout.places"
              label="席位"
              max={LIMITS.note}
              hint={`每行一个席位：先写职务（${titles()}），空一格写按什么职位担任，没有可不写。例如：副组长 纪委书记`}
            />
          </>
        )}
      </CaseForm>
    </>
  );
}

/** Every title that a place may have, each once. */
const titles = (): string =>
  [
    ...new Set(
      BODY_NAMES.flatMap((body) => POSITIONS_IN[body].map((position) => positionTitle(body, position))),
    ),
  ]
    .filter((title) => title !== '')
    .join('、');
