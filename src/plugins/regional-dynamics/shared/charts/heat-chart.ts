import { axisX, cell, text } from '@observablehq/plot';
import {
  type Chart,
  type ChartDomain,
  type ChartSource,
  type ChartUnit,
  type Look,
  WIDTH,
} from './chart';
import { domainTable } from './domain-table';
import { extremes, NAMES, nameMarks, rowScale, rowSize, sourceNote } from './rows';
import { shade } from './shade';
import { clip } from './text-width';
import { words } from './words';

type Cell = { unit: string; code: string; score: number };

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** Domain by region, each cell shaded by its score and with the score in it. */
export const heatChart = (
  rows: readonly ChartUnit[],
  { domains, source, look }: { domains: readonly ChartDomain[]; source: ChartSource; look: Look },
): Chart => {
  const { theme, locale } = look;
  const say = words(locale);
  const all = domains.flatMap(({ code }) =>
    rows.map((row) => ({
      unit: row.unit,
      code,
      score: row.domains.find((own) => own.code === code)?.score ?? null,
    })),
  );
  const known = all.filter((one): one is Cell => one.score !== null);
  const scores = known.map(({ score }) => score);
  // Scores on a scale of 100 keep it, so that pages and editions can be compared.
  const isPercent = scores.every((score) => score >= 0 && score <= 100) && Math.max(...scores) > 1;
  const [least, most] =
    isPercent || scores.length === 0 ? [0, 100] : [Math.min(...scores), Math.max(...scores)];
  const share = (score: number) => (most === least ? 0.5 : (score - least) / (most - least));
  const room = Math.floor((WIDTH - NAMES) / Math.max(1, domains.length) / 7);
  const names = new Map(domains.map(({ code, name }) => [code, name]));
  return {
    id: 'heat',
    title: say.text('heat.title', source),
    description: domains
      .map(({ code, name }) => {
        const own = rows.map((row) => ({
          name: row.name,
          value: row.domains.find((domain) => domain.code === code)?.score ?? null,
        }));
        return say.of(name, extremes(own, locale));
      })
      .join(' '),
    legend: STEPS.map((step) => ({
      label: say.number(least + step * (most - least), most - least > 5 ? 0 : 2),
      colour: shade(step).fill,
      shape: 'square',
    })),
    plot: {
      ...rowSize(rows),
      x: { domain: domains.map(({ code }) => code), label: null, padding: 0.02 },
      y: { ...rowScale(rows), padding: 0.04 },
      marks: [
        axisX({
          anchor: 'top',
          label: null,
          tickSize: 0,
          fill: theme.ink,
          tickFormat: (code: string) => clip(names.get(code) ?? code, room),
        }),
        ...nameMarks(rows, { look }),
        cell(known, {
          x: 'code',
          y: 'unit',
          fill: ({ score }: Cell) => shade(share(score)).fill,
        }),
        text(known, {
          x: 'code',
          y: 'unit',
          fill: ({ score }: Cell) => shade(share(score)).ink,
          text: ({ score }: Cell) => say.score(score),
        }),
        text(
          all.filter(({ score }) => score === null),
          { x: 'code', y: 'unit', fill: theme.muted, text: () => say.text('missing') },
        ),
      ],
    },
    notes: [sourceNote(source, say)],
    table: domainTable(rows, { domains, say }),
  };
};
