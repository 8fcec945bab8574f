import { errors } from '@strapi/utils';
import { isRecord } from '../../../rules/readers';
import type { CallState } from '../rules/call-dates';

type Filter = Record<string, unknown>;
type State = CallState | null;

const STATES: readonly State[] = ['forthcoming', 'open', 'closed', null];

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [value];

const isTrue = (value: unknown): boolean => value === true || /^(true|t|1)$/i.test(String(value));

const isSame = (state: State, value: unknown): boolean =>
  value === null ? state === null : state === String(value);

const lower = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;

const isIn = (state: State, value: unknown): boolean =>
  listOf(value).some((one) => isSame(state, one));

/** Whether a state is one that the condition of a filter on `state` allows. */
const allows = (condition: unknown, state: State): boolean => {
  if (Array.isArray(condition)) return isIn(state, condition);
  if (!isRecord(condition)) return isSame(state, condition);
  return Object.entries(condition).every(([operator, value]): boolean => {
    switch (operator) {
      case '$eq':
        return isSame(state, value);
      case '$eqi':
        return isSame(state, lower(value));
      case '$ne':
        return !isSame(state, value);
      case '$nei':
        return !isSame(state, lower(value));
      case '$in':
        return isIn(state, value);
      case '$notIn':
        return !isIn(state, value);
      case '$null':
        return (state === null) === isTrue(value);
      case '$notNull':
        return (state !== null) === isTrue(value);
      case '$not':
        return !allows(value, state);
      case '$and':
        return listOf(value).every((one) => allows(one, state));
      case '$or':
        return listOf(value).some((one) => allows(one, state));
      default: {
        const message = `filters.state: ${operator} is not understood here, use $eq, $ne, $in or $notIn`;
        throw new errors.ValidationError(message, {
          errors: [{ path: ['filters', 'state', operator], message, name: 'known-operator' }],
        });
      }
    }
  });
};

const isNull = (key: string): Filter => ({ [key]: { $null: true } });
const isGiven = (key: string): Filter => ({ [key]: { $notNull: true } });

const whereState = (state: State, now: string): Filter => {
  const until = { $or: [isNull('closesAt'), { closesAt: { $gt: now } }] };
  switch (state) {
    case 'closed':
      return { closesAt: { $lte: now } };
    case 'forthcoming':
      return { $and: [{ opensAt: { $gt: now } }, until] };
    case 'open':
      // Without an opening date it is its deadline that tells a call from one without any date.
      return {
        $and: [
          { $or: [{ opensAt: { $lte: now } }, { $and: [isNull('opensAt'), isGiven('closesAt')] }] },
          until,
        ],
      };
    default:
      return { $and: [isNull('opensAt'), isNull('closesAt')] };
  }
};

/**
 * A filter on the computed state of a call as one on its stored instants, which holds at `now`:
 * it finds the calls whose `callStateAt` that moment is among those it allows.
 * @param condition what REST takes for an attribute: a value, a list, or operators
 * @param now milliseconds since 1970
 * @throws ValidationError for an operator that makes no sense for three words
 */
export const stateFilter = ({ condition, now }: { condition: unknown; now: number }): Filter => {
  const allowed = STATES.filter((state) => allows(condition, state));
  if (allowed.length === STATES.length) return isGiven('id');
  if (allowed.length === 0) return isNull('id');
  const moment = new Date(now).toISOString();
  return { $or: allowed.map((state) => whereState(state, moment)) };
};
