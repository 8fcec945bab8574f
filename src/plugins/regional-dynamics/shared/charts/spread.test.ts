import { expect, test } from 'vitest';
import { project } from './project';
import { spread } from './spread';
import { clip, wrap } from './text-width';

test('labels are moved apart and kept inside', () => {
  const bounds = { gap: 10, least: 0, most: 100 };
  expect(spread([50, 51, 10], bounds)).toEqual([50, 60, 10]);
  expect(spread([99, 100], bounds)).toEqual([90, 100]);
  expect(spread([], bounds)).toEqual([]);
});

test('texts are cut and wrapped at words', () => {
  expect(clip('Île-de-France', 5)).toBe('Île-…');
  expect(clip('Île', 5)).toBe('Île');
  expect(wrap('one two three', { size: 10, width: 45 })).toEqual(['one two', 'three']);
});

test('the centre of the map is 52° N, 10° E, and areas are kept', () => {
  const { x, y } = project({ latitude: 52, longitude: 10 });
  expect([x, y].map((at) => at.toFixed(9))).toEqual(['0.000000000', '0.000000000']);
  // Chord of the distance, by the definition of the projection.
  const north = project({ latitude: 70, longitude: 10 });
  expect(Math.hypot(north.x, north.y)).toBeCloseTo(2 * Math.sin((9 * Math.PI) / 180), 12);
});
