import { z } from 'zod';

const MAX_KM = 20_000;

const numbers = (value: string): number[] =>
  value
    .split(',')
    .map((part) => (/^\s*-?\d{1,5}(\.\d{1,12})?\s*$/.test(part) ? Number(part) : Number.NaN));

const isLatitude = (value: number | undefined) => value !== undefined && Math.abs(value) <= 90;
const isLongitude = (value: number | undefined) => value !== undefined && Math.abs(value) <= 180;

const NEAR = 'must be lat,lng,km in degrees and kilometres, as in near=32.75,-17,50';
/** `lat,lng,km` */
export const near = z.string(NEAR).transform((value, context) => {
  const [lat = Number.NaN, lng = Number.NaN, km = Number.NaN, ...more] = numbers(value);
  if (more.length > 0 || !isLatitude(lat) || !isLongitude(lng) || !(km > 0 && km <= MAX_KM)) {
    context.addIssue({ code: 'custom', message: NEAR });
    return z.NEVER;
  }
  return { lat, lng, metres: Math.round(km * 1000) };
});

const BBOX = 'must be west,south,east,north in degrees, as in bbox=-17.3,32.4,-16.2,33.2';
/** `west,south,east,north` */
export const bbox = z.string(BBOX).transform((value, context) => {
  const sides = numbers(value);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = sides;
  const isRight =
    sides.length === 4 &&
    [west, east].every(isLongitude) &&
    [south, north].every(isLatitude) &&
    south <= north;
  if (!isRight) {
    context.addIssue({ code: 'custom', message: BBOX });
    return z.NEVER;
  }
  return { west, south, east, north };
});
