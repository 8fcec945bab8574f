const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
};

/** What clocks in the zone show at an instant, as `2026-03-29` and `17:00:00`. */
export const wallTimeAt = ({
  instant,
  zone,
}: {
  instant: number;
  zone: string;
}): { day: string; time: string } => {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
};

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant, to the second. */
const offsetAt = (instant: number, zone: string): number => {
  const { day, time } = wallTimeAt({ instant, zone });
  return Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1000) * 1000;
};

/**
 * The instant at which clocks in the zone show this time: the first of two in autumn's repeated hour;
 * in spring's missing hour, as far after its beginning as the time is (RFC 5545, 3.3.5).
 * @param day `YYYY-MM-DD`
 * @param time `HH:mm`
 * @param zone an IANA time zone
 * @returns milliseconds since 1970 (UTC)
 */
export const instantOfWallTime = ({
  day,
  time,
  zone,
}: {
  day: string;
  time: string;
  zone: string;
}): number => {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(asUtc - DAY, zone);
  const after = offsetAt(asUtc + DAY, zone);
  const real = [before, after]
    .filter((offset) => offsetAt(asUtc - offset, zone) === offset)
    .map((offset) => asUtc - offset);
  return real.length > 0 ? Math.min(...real) : asUtc - before;
};
