import { type Filter, isRecord, type Model, targetOf, type Viewpoint } from './model';
import { refusal } from './refusal';

/** Each group, and what it becomes where it is negated. */
const NEGATED: Record<string, string> = { $and: '$or', $or: '$and' };

type Step = { model: Model; viewpoint: Viewpoint; path: string; isNegated: boolean };

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
    Object.keys(value).every((key) => key.startsWith('$') && !(key in NEGATED) && key !== '$not'));

const negate = (filter: Filter, isNegated: boolean): Filter =>
  isNegated ? { $not: filter } : filter;

const guardEntry = (step: Step, key: string, value: unknown): Filter => {
  const { model, viewpoint, path, isNegated } = step;
  if (key === '$not') return guardValue({ ...step, isNegated: !isNegated }, value);
  const opposite = NEGATED[key];
  if (opposite !== undefined && Array.isArray(value)) {
    return { [isNegated ? opposite : key]: value.map((item) => guardValue(step, item)) };
  }
  const attribute = model.attributes[key];
  if (!attribute) return negate({ [key]: value }, isNegated);
  const here = path === '' ? key : `${path}.${key}`;
  if (attribute.type === 'relation' && attribute.target === undefined) {
    throw refusal({
      message: `${here} leads to entries of any type and may not be asked.`,
      path: here,
    });
  }
  const uid = targetOf(attribute);
  const target = uid === undefined ? undefined : viewpoint.getModel(uid);
  if (!target) return negate({ [key]: value }, isNegated);
  if (viewpoint.isPrivate(target.uid)) {
    throw refusal({
      message: `${here} leads to private entries and may not be asked.`,
      path: here,
    });
  }
  const conditions = viewpoint.visibleWhere(target);
  if (isIdQuestion(value)) {
    if (conditions.length === 0) return negate({ [key]: value }, isNegated);
    return { [key]: { $and: [negate(byId({ value, path: here }), isNegated), ...conditions] } };
  }
  const inner = guardValue({ model: target, viewpoint, path: here, isNegated }, value);
  // Strapi takes a $not behind a link inside a group only.
  const isPlain = conditions.length === 0 && !isNegated;
  return { [key]: isPlain ? inner : { $and: [inner, ...conditions] } };
};

const guardValue = (step: Step, value: unknown): Filter => {
  if (!isRecord(value)) return {};
  const parts = Object.entries(value).map(([key, item]) => guardEntry(step, key, item));
  if (parts.length < 2) return parts[0] ?? {};
  // One key per object: Strapi merges what a relation yields into its object, and two `$and` there
  // overwrite each other.
  return { [step.isNegated ? '$or' : '$and']: parts };
};

/**
 * Rewrites REST filters so that a row counts as linked only where the request may see it: the
 * answer then tells nothing of hidden rows, not even by how many entries match. A `$not` goes behind
 * the link, to what is asked of the visible row: before it, a hidden row would count as one that does
 * not match.
 * @param filters what the request sent, as `checkFilters` took it
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
}): Filter => guardValue({ model, viewpoint, path, isNegated: false }, filters);
