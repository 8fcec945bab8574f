import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../server/src/draw-svg';
import type { Chart, ChartDomain, Look } from './chart';
import { contributionsChart } from './contributions-chart';
import { domainBars } from './domain-bars';
import { heatChart } from './heat-chart';
import { historyChart } from './history-chart';
import { leagueChart } from './league-chart';
import { mapChart, type PlacedUnit } from './map-chart';
import { quadrantChart } from './quadrant-chart';
import { radarChart } from './radar-chart';
import { slopeChart } from './slope-chart';
import { DARK, LIGHT } from './theme';

const HOSTILE = `A & <b> "x" ]]> \u0001`;

const domains: ChartDomain[] = [
  { code: 'usage', name: 'Usages', weight: 0.5, mean: 40 },
  { code: 'skills', name: HOSTILE, weight: 0.25, mean: 30 },
  { code: 'research', name: 'Recherche', weight: 0.25, mean: null },
];

const unit = (code: string, name: string, score: number | null, place = 1): PlacedUnit => {
  const own =
    score === null
      ? { score: null, rank: null }
      : { score, rank: { value: place, low: place, high: place + 3, of: 3 } };
  return {
    unit: code,
    name,
    ...own,
    domains: domains.map((domain, k) => ({
      code: domain.code,
      name: domain.name,
      ...(k === 2 || own.score === null
        ? { score: null, rank: null }
        : { score: own.score + 3 * k, rank: own.rank }),
    })),
    place: { latitude: 48 + place, longitude: 2 },
  };
};

const units = [
  unit('FR10', 'Île-de-France', 58.4),
  unit('PT30', HOSTILE, 14.98, 2),
  { ...unit('FRY4', 'La Réunion', 26, 3), place: { latitude: -21, longitude: 55 } },
  { ...unit('XX', 'Sans score', null), place: null },
];

const years = units.map(({ unit: code, name, score, rank }) => ({
  unit: code,
  name,
  points: [2011, 2016].map((year) =>
    score === null ? { year, score, rank: null } : { year, score: score + year - 2011, rank },
  ),
}));

const courses = units.slice(0, 3).map(({ unit: code, name }, k) => ({
  ...{ unit: code, name, level: 20 + k, growth: 0.01 * k },
  quadrant: (['leading', 'catching-up', 'falling-behind'] as const)[k] ?? 'leading',
}));

const look: Look = { locale: 'fr', theme: LIGHT, highlight: 'FR10' };

const all = (own: Look): Record<string, Chart> => {
  const source = { index: `Indice ${HOSTILE}`, year: 2018, edition: 'indice-2018-1' };
  const common = { domains, source, look: own };
  const [first] = years;
  if (!first) throw new Error('no unit');
  return {
    league: leagueChart(units, common),
    domains: domainBars(units, common),
    contributions: contributionsChart(units, common),
    heat: heatChart(units, common),
    map: mapChart(units, common),
    slope: slopeChart(years, common),
    history: historyChart(first, common),
    quadrants: quadrantChart(courses, { from: 2011, to: 2016, source, look: own }),
    radar: radarChart(units, common),
  };
};

const charts = all(look);
const darkCharts = all({ ...look, theme: DARK });
const languages = ['fr', 'en', 'el', 'es', 'pt', 'pl'].map((locale) => all({ ...look, locale }));

describe.each(Object.entries(charts))('the chart %s', (name, chart) => {
  const svg = drawSvg(chart, look);

  test('has a title and a description that assistive technology finds', () => {
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const part of [
      'role="img"',
      `aria-labelledby="${chart.id}-title"`,
      `aria-describedby="${chart.id}-description"`,
      `<title id="${chart.id}-title">`,
      `<desc id="${chart.id}-description">`,
    ]) {
      expect(svg).toContain(part);
    }
    expect(chart.description.length).toBeGreaterThan(30);
    expect(chart.description).toContain(name === 'quadrants' ? 'Île' : '58,4');
  });

  test('escapes every text and is XML', () => {
    expect(svg).not.toContain('<b>');
    expect(svg).not.toContain('\u0001');
    expect(svg.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
    const open: string[] = [];
    for (const [, close, tag, self] of svg.matchAll(/<(\/?)([\w-]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(tag);
      else if (!self) open.push(tag ?? '');
    }
    expect(open).toEqual([]);
  });

  test('never writes a number that is none, and the same bytes twice', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(drawSvg(all(look)[name] ?? chart, look)).toBe(svg);
  });

  test('has a table with a cell for each column, and no rank without its range', () => {
    const { columns, rows } = chart.table;
    expect(rows.length).toBeGreaterThan(0);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    const labels = columns.map(({ label }) => label);
    expect(labels.includes('Rang')).toBe(labels.includes('Intervalle, de'));
  });

  test('sets off the unit that is asked for', () => {
    const plain = all({ ...look, highlight: undefined })[name] ?? chart;
    const isOfOne = name === 'history';
    expect(drawSvg(plain, look) === svg).toBe(isOfOne);
  });

  test('speaks six languages, and has colours for the dark', () => {
    const titles = languages.map((own) => `${own[name]?.title} ${own[name]?.notes}`);
    expect(new Set(titles).size).toBe(6);
    const dark = drawSvg(darkCharts[name] ?? chart, { ...look, theme: DARK });
    expect(dark).toContain(DARK.background);
    expect(dark).not.toContain(LIGHT.ink);
  });
});

test('ranks are written with their ranges, and who has none is said to have none', () => {
  expect(charts.league?.description).toContain('Île-de-France : 1 (1–4), 58,4 ; ');
  expect(charts.league?.description).toContain('Sans score : non classée');
  const english = all({ ...look, locale: 'en' });
  expect(english.league?.description).toContain('Île-de-France: 1 (1–4), 58.4; ');
  expect(drawSvg(charts.league as Chart, look)).toContain('1 (1–4)');
});

test('contributions are weighted by the domains available, and sum', () => {
  // 58.4 and 61.4, with weights of two thirds and one third.
  const [row] = charts.contributions?.table.rows ?? [];
  const cells = (row?.cells ?? []).slice(2).map((cell) => cell && Number(cell).toFixed(2));
  expect(cells).toEqual(['38.93', '20.47', null, '59.40', '1.00', '58.40']);
});

test('no unit and no year are no reason to fail', () => {
  const source = { index: 'Indice', year: 2018, edition: 'e' };
  const common = { domains, source, look };
  for (const chart of [
    leagueChart([], common),
    domainBars([], common),
    contributionsChart([], common),
    heatChart([], common),
    mapChart([], common),
    slopeChart([], common),
    historyChart({ unit: 'a', name: 'A', points: [] }, common),
    quadrantChart([], { ...common, from: 2011, to: 2016 }),
    radarChart([], common),
  ]) {
    expect(drawSvg(chart, look)).not.toMatch(/NaN|Infinity/);
  }
});
