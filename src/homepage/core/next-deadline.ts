import { cutoffOf } from '../../api/hub/rules/call-dates';
import { itemsOf, textOf } from '../../rules/readers';
import type { Row } from '../../rules/violation';

const BRUSSELS = 'Europe/Brussels';

/**
 * The next deadline of a call, with the zone in which it is given.
 * @param now milliseconds since 1970
 * @returns undefined when all are over, or there is none
 */
export const nextDeadline = ({
  call,
  now,
}: {
  call: Row;
  now: number;
}): { instant: number; timezone: string; last: boolean } | undefined => {
  const source = textOf(call, 'source');
  const ahead = itemsOf(call, 'deadlines')
    .flatMap((deadline) => {
      const instant = cutoffOf({ deadline, source });
      if (instant === undefined || instant <= now) return [];
      return [{ instant, timezone: textOf(deadline, 'timezone') ?? BRUSSELS }];
    })
    .sort((one, other) => one.instant - other.instant);
  const [next] = ahead;
  return next && { ...next, last: ahead.length === 1 };
};
