interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
}

/** One choice of a `form.filters`, which keeps what was chosen in the address. */
export const FilterSelect = ({ name, label, chosen, options }: FilterSelectProps) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
);
