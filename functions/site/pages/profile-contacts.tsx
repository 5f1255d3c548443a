import type { Contacts } from '../../../domain/profile/commands.ts';
import { HOTLINE_NAMES, HOTLINES } from '../../../domain/profile/vocabulary.ts';
import { AreaField, type Filled, SelectField, TextField } from '../components/field.tsx';
import { MOST, placesFor } from '../forms/profile-forms.ts';

interface ContactFieldsProps {
  readonly filled: Filled;
  readonly contacts: Contacts | undefined;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Where the office is and whom to call (TZ-20, ZH-08), who leads what, and how departments handle matters (TZ-11). */
export function ContactFields({ filled, contacts, people }: ContactFieldsProps) {
  const names = [{ value: '', name: '——' }, ...people.map(({ id, name }) => ({ value: id, name }))];
  return (
    <>
      <TextField filled={filled} name="contacts.place" label="办公地点" max={120} />
      <TextField filled={filled} name="contacts.hours" label="办公时间" max={120} />
      <TextField filled={filled} name="contacts.email" label="办公邮箱" optional max={254} />
      {HOTLINE_NAMES.map((line) => (
        <fieldset class="field">
          <legend>{HOTLINES[line]}</legend>
          <div class="pair">
            <TextField filled={filled} name={`contacts.lines.${line}.post`} label="责任岗位" max={60} />
            <TextField
              filled={filled}
              name={`contacts.lines.${line}.phone`}
              label="办公电话"
              type="tel"
              max={30}
            />
          </div>
        </fieldset>
      ))}
      {placesFor(contacts?.leaders.length ?? 0, MOST.leaders).map((place) => (
        <fieldset class="field">
          <legend>领导分工 {place + 1}</legend>
          <SelectField
            filled={filled}
            name={`contacts.leaders.${place}.person`}
            label="姓名"
            optional
            choices={names}
          />
          <AreaField
            filled={filled}
            name={`contacts.leaders.${place}.duties`}
            label="工作分工"
            optional
            max={500}
          />
          <TextField
            filled={filled}
            name={`contacts.leaders.${place}.phone`}
            label="办公电话"
            type="tel"
            optional
            max={30}
          />
        </fieldset>
      ))}
      {placesFor(contacts?.departments.length ?? 0, MOST.departments).map((place) => (
        <fieldset class="field">
          <legend>部门办事流程 {place + 1}</legend>
          <TextField
            filled={filled}
            name={`contacts.departments.${place}.name`}
            label="部门"
            optional
            max={60}
          />
          <TextField
            filled={filled}
            name={`contacts.departments.${place}.phone`}
            label="办公电话"
            type="tel"
            optional
            max={30}
          />
          <AreaField
            filled={filled}
            name={`contacts.departments.${place}.steps`}
            label="办事步骤"
            hint="一行一步。"
            optional
            max={2_000}
          />
        </fieldset>
      ))}
    </>
  );
}

export function contactValues(contacts: Contacts | undefined): Filled['values'] {
  if (!contacts) return {};
  const { place, hours, email, lines, leaders, departments } = contacts;
  return Object.fromEntries(
    [
      ...Object.entries({ place, hours, email }),
      ...HOTLINE_NAMES.flatMap((line) => [
        [`lines.${line}.post`, lines[line].post],
        [`lines.${line}.phone`, lines[line].phone],
      ]),
      ...leaders.flatMap((leader, at) =>
        Object.entries(leader).map(([field, value]) => [`leaders.${at}.${field}`, value]),
      ),
      ...departments.flatMap(({ steps, ...department }, at) => [
        ...Object.entries(department).map(([field, value]) => [`departments.${at}.${field}`, value]),
        [`departments.${at}.steps`, steps.join('\n')],
      ]),
    ].map(([field, value]) => [`contacts.${field}`, value]),
  );
}
