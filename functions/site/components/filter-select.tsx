interface FilterSelectProps {
  readonly name: string;
  /** Of the field, where another one of the page has the name. @default name */
  readonly id?: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
}

/** One choice of a `form.filters`, which keeps what was chosen in the address. */
export const FilterSelect = ({ name, id = name, label, chosen, options }: FilterSelectProps) => (
  <div>
    <label for={id}>{label}</label>
    <select id={id} name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
);
