import { score } from '../score';
import { type Oracle, orNull } from './oracle';
import { COUNTRY_CODES, taiObservations, taiRanks, taiRecipe } from './tai';

const french = new Intl.DisplayNames(['fr'], { type: 'region' });

const TABLES = { equal: '23', budget: '23', geometric: '38' } as const;

const taiOracle = (which: keyof typeof TABLES): Oracle => ({
  code: `tai-${which}`,
  source: {
    fr: `OCDE/JRC, Handbook on Constructing Composite Indicators (2008), tableau ${TABLES[which]}`,
    en: `OECD/JRC, Handbook on Constructing Composite Indicators (2008), table ${TABLES[which]}`,
  },
  tolerance: 0,
  lines: () => {
    const scored = score({ recipe: taiRecipe(which), observations: taiObservations() });
    const ranks = scored.ranks.at(-1);
    const rows = new Map(scored.table.rows.map(({ unit }, row) => [unit, row]));
    return taiRanks(which).map(([country, expected]) => ({
      label: { fr: french.of(COUNTRY_CODES[country] ?? '') ?? country, en: country },
      expected,
      computed: orNull(ranks?.[rows.get(country) ?? -1]),
    }));
  },
});

/** The three published rankings of the Technology Achievement Index: 23 ranks each. */
export const taiOracles: Oracle[] = [
  taiOracle('equal'),
  taiOracle('budget'),
  taiOracle('geometric'),
];
