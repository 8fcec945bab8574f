import { CheckField, NumberField, type Option, SelectField } from '../components/fields';
import { type TextKey, useText } from '../use-text';
import { useDraftDesk } from './draft-desk';

type Path = (string | number)[];

/** A number of the recipe; empty leaves it to its default, which stands in the field in grey. */
export const DeskNumber = ({
  path,
  label,
  step,
  fallback,
}: {
  path: Path;
  label: TextKey;
  step?: number;
  fallback?: number;
}) => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const value = valueAt(path);
  return (
    <NumberField
      label={text(label)}
      value={typeof value === 'number' ? value : undefined}
      error={problemAt(path)}
      {...(step === undefined ? {} : { step })}
      {...(fallback === undefined ? {} : { placeholder: `${fallback}` })}
      onChange={(next) => change(path, next)}
    />
  );
};

/** A choice of the recipe. */
export const DeskSelect = <T extends string>({
  path,
  label,
  options,
  fallback,
  toValue = (chosen) => chosen,
}: {
  path: Path;
  label: TextKey;
  options: readonly Option<T>[];
  fallback: T;
  /** What is written for a choice; `undefined` leaves the setting out. */
  toValue?: (chosen: T) => unknown;
}) => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const value = valueAt(path);
  return (
    <SelectField
      label={text(label)}
      value={(typeof value === 'string' ? (value as T) : undefined) ?? fallback}
      options={options}
      error={problemAt(path)}
      onChange={(chosen) => change(path, toValue(chosen))}
    />
  );
};

export const DeskCheck = ({
  path,
  label,
  fallback = false,
}: {
  path: Path;
  label: TextKey;
  fallback?: boolean;
}) => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const value = valueAt(path);
  return (
    <CheckField
      label={text(label)}
      value={typeof value === 'boolean' ? value : fallback}
      onChange={(next) => change(path, next)}
    />
  );
};
