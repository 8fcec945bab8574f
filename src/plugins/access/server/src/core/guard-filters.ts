import { type Filter, isRecord, type Model, targetOf, type Viewpoint } from './model';
import { refusal } from './refusal';

const GROUPS = new Set(['$and', '$or']);

type Step = { model: Model; viewpoint: Viewpoint; path: string };

/** A relation asked by the linked row's id: `5`, `{ $eq: 5 }`, `{ $notNull: true }`. */
const byId = ({ value, path }: { value: unknown; path: string }): Filter => {
  const absent =
    value === null ||
    (isRecord(value) && ('$null' in value || Object.values(value).includes(null)));
  if (absent) {
    throw refusal({
      message: `${path} may not ask for the absence of a link: it would tell that a hidden entry is linked.`,
      path,
    });
  }
  return { id: isRecord(value) ? value : { $eq: value } };
};

const isIdQuestion = (value: unknown): boolean =>
  !isRecord(value) ||
  (Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => key.startsWith('$') && !GROUPS.has(key) && key !== '$not'));

const guardEntry = ({ model, viewpoint, path }: Step, key: string, value: unknown): unknown => {
  if (GROUPS.has(key) || key === '$not') return guardValue({ model, viewpoint, path }, value);
  const attribute = model.attributes[key];
  if (!attribute) return value;
  const here = path === '' ? key : `${path}.${key}`;
  if (attribute.type === 'relation' && attribute.target === undefined) {
    throw refusal({
      message: `${here} leads to entries of any type and may not be asked.`,
      path: here,
    });
  }
  const uid = targetOf(attribute);
  const target = uid === undefined ? undefined : viewpoint.getModel(uid);
  if (!target) return value;
  if (viewpoint.isPrivate(target.uid)) {
    throw refusal({
      message: `${here} leads to private entries and may not be asked.`,
      path: here,
    });
  }
  const conditions = viewpoint.visibleWhere(target);
  if (conditions.length === 0) {
    return isIdQuestion(value)
      ? value
      : guardValue({ model: target, viewpoint, path: here }, value);
  }
  const inner = isIdQuestion(value)
    ? byId({ value, path: here })
    : guardValue({ model: target, viewpoint, path: here }, value);
  return { $and: [inner, ...conditions] };
};

const guardValue = (step: Step, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => guardValue(step, item));
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).map(([key, item]) => ({
    [key]: guardEntry(step, key, item),
  }));
  if (parts.length < 2) return parts[0] ?? {};
  // One key per object: Strapi merges what a relation yields into its object, and two `$and` there
  // overwrite each other.
  return { $and: parts };
};

/**
 * Rewrites REST filters so that a row counts as linked only where the request may see it: the
 * answer then tells nothing of hidden rows, not even by how many entries match.
 * @param filters what the request sent, in Strapi's form
 * @param path where the filters stand, for messages
 * @returns new filters; the ones given are not changed
 * @throws PolicyError where a private type, a polymorphic link or the absence of a link is asked
 */
export const guardFilters = ({
  filters,
  model,
  viewpoint,
  path = '',
}: {
  filters: unknown;
  model: Model;
  viewpoint: Viewpoint;
  path?: string;
}): unknown => guardValue({ model, viewpoint, path }, filters);
