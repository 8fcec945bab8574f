import { toInstant } from '../../../rules/checks/instants';
import { isTimeZone } from '../../../rules/checks/time-zone';
import { itemsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import { instantOfWallTime, wallTimeAt } from './wall-time';

export type CallState = 'forthcoming' | 'open' | 'closed';

/** All in milliseconds since 1970 (UTC). */
export type CallDates = {
  /** The first moment of the opening day. */
  opensAt: number | undefined;
  /** Until when each deadline can be met, the earliest first. */
  cutoffs: number[];
  /** The last of them; undefined for a call that stays open. */
  closesAt: number | undefined;
};

const BRUSSELS = 'Europe/Brussels';
const HOME = 'Europe/Paris';
const MIDNIGHT = '00:00:00';

/** The hour in Brussels until which the EU's portal takes proposals, on days it gives without one. */
const EU_CUTOFF = '17:00';

const zoneOf = (deadline: Row, fallback: string): string => {
  const zone = textOf(deadline, 'timezone');
  return zone !== undefined && isTimeZone(zone) ? zone : fallback;
};

/**
 * Until when a deadline can be met: its own instant; where an EU source gives midnight (of UTC or
 * of the deadline's zone), which stands for a day without an hour, 17:00 in Brussels that day.
 * @returns undefined for a deadline without a date
 */
export const cutoffOf = ({
  deadline,
  source,
}: {
  deadline: Row;
  source: string | undefined;
}): number | undefined => {
  const instant = toInstant(deadline.dateTime);
  if (instant === undefined || source !== 'eu') return instant;
  const midnight = ['UTC', zoneOf(deadline, BRUSSELS)]
    .map((zone) => wallTimeAt({ instant, zone }))
    .find(({ time }) => time === MIDNIGHT);
  return midnight && instant % 1000 === 0
    ? instantOfWallTime({ day: midnight.day, time: EU_CUTOFF, zone: BRUSSELS })
    : instant;
};

/** The instants that the state of a call hangs on, from its own attributes alone. */
export const callDates = (row: Row): CallDates => {
  const source = textOf(row, 'source');
  const deadlines = itemsOf(row, 'deadlines');
  const cutoffs = deadlines
    .flatMap((deadline) => cutoffOf({ deadline, source }) ?? [])
    .sort((one, other) => one - other);
  const day = textOf(row, 'openingDate')?.slice(0, 10);
  const home = source === 'eu' ? BRUSSELS : HOME;
  const zone = source === 'eu' ? BRUSSELS : zoneOf(deadlines[0] ?? {}, home);
  return {
    opensAt: day === undefined ? undefined : instantOfWallTime({ day, time: '00:00', zone }),
    cutoffs,
    closesAt: cutoffs.at(-1),
  };
};

/**
 * `forthcoming` before the opening day, `open` until the last deadline, `closed` from then on.
 * A call without an opening date counts as opened; one without any date has no state.
 * @param now milliseconds since 1970
 */
export const callStateAt = ({
  opensAt,
  closesAt,
  now,
}: {
  opensAt: number | undefined;
  closesAt: number | undefined;
  now: number;
}): CallState | undefined => {
  if (opensAt === undefined && closesAt === undefined) return undefined;
  if (closesAt !== undefined && closesAt <= now) return 'closed';
  return opensAt !== undefined && opensAt > now ? 'forthcoming' : 'open';
};

/**
 * The first deadline that is not over, else the last one.
 * @param cutoffs the earliest first, in milliseconds since 1970
 */
export const nextDeadlineAt = ({
  cutoffs,
  now,
}: {
  cutoffs: readonly number[];
  now: number;
}): number | undefined => cutoffs.find((cutoff) => cutoff > now) ?? cutoffs.at(-1);
