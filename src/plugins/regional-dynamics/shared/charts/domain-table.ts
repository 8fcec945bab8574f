import type { ChartDomain, ChartTable, ChartUnit } from './chart';
import type { Words } from './words';

/** Scores by domain, a row for each unit, then one with the means. */
export const domainTable = (
  rows: readonly ChartUnit[],
  { domains, say }: { domains: readonly ChartDomain[]; say: Words },
): ChartTable => ({
  columns: [
    { label: say.text('code') },
    { label: say.text('region') },
    ...domains.map(({ name }) => ({ label: name, digits: 2 })),
  ],
  rows: [
    ...rows.map((row) => ({
      key: row.unit,
      cells: [
        row.unit,
        row.name,
        ...domains.map(({ code }) => row.domains.find((own) => own.code === code)?.score ?? null),
      ],
    })),
    { key: '', cells: ['', say.text('mean'), ...domains.map(({ mean }) => mean)] },
  ],
});
