import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useText } from '../use-text';

/** Finds a region by its name or code. */
export const UnitFinder = ({
  label,
  hint,
  units,
  value,
  onUnit,
}: {
  label: string;
  hint?: string;
  units: readonly { unit: string; name: string }[];
  value: string | undefined;
  onUnit: (unit: string | undefined) => void;
}) => {
  const text = useText();
  return (
    <Field.Root {...(hint === undefined ? {} : { hint })} width="32rem">
      <Field.Label>{label}</Field.Label>
      <Combobox
        // A new one for each choice: it knows the name of what is chosen only from its start.
        key={value ?? ''}
        defaultTextValue={units.find(({ unit }) => unit === value)?.name ?? ''}
        value={value ?? ''}
        placeholder={text('finder.placeholder')}
        clearLabel={text('finder.clear')}
        noOptionsMessage={() => text('finder.none')}
        onChange={(unit) => onUnit(unit === '' ? undefined : unit)}
        onClear={() => onUnit(undefined)}
        autocomplete={{ type: 'list', filter: 'contains' }}
      >
        {units.map(({ unit, name }) => (
          <ComboboxOption key={unit} value={unit}>
            {name === unit ? unit : `${name} (${unit})`}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
    </Field.Root>
  );
};
