/** A relation in a form's values: what was changed; what was stored is counted in the document. */
type RelationChange = { connect: unknown[]; disconnect: unknown[] };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRelationChange = (value: Record<string, unknown>): value is RelationChange =>
  Array.isArray(value.connect) && Array.isArray(value.disconnect);

const storedCount = (stored: unknown): number => {
  if (Array.isArray(stored)) return stored.length;
  if (isObject(stored)) return typeof stored.count === 'number' ? stored.count : 1;
  return 0;
};

/**
 * Whether a field of a form holds something.
 * @param value what the form holds
 * @param stored what the saved document holds
 */
export const isFilled = ({ value, stored }: { value: unknown; stored: unknown }): boolean => {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value) && isRelationChange(value)) {
    return storedCount(stored) + value.connect.length - value.disconnect.length > 0;
  }
  return true;
};

/** How many fields of a section hold something. */
export const filledIn = ({
  fields,
  values,
  stored,
}: {
  fields: readonly string[];
  values: Readonly<Record<string, unknown>>;
  stored: Readonly<Record<string, unknown>>;
}): number =>
  fields.filter((name) => isFilled({ value: values[name], stored: stored[name] })).length;
