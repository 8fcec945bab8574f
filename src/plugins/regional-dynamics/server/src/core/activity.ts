/** A territory as activity is counted: where it stands, and whether anybody looks there at all. */
export type Place = {
  id: number;
  unit: string | null;
  parent: number | null;
  inPerimeter: boolean;
  population: number | null;
  populationYear: number | null;
};

/** One published entry, counted by one measure. */
export type ActivityEntry = {
  measure: string;
  /** Ids of the territories it names. */
  places: readonly number[];
  /** Codes of the themes it names. */
  themes: readonly string[];
  amounts: readonly { currency: string; amount: number }[];
  /** Its own strongest level, where the measure has levels. */
  level: string | null;
};

export type Tally = {
  n: number;
  /** Sums by currency; amounts of different currencies are never added up. */
  amounts: Record<string, number>;
  levels: Record<string, number>;
};

type MeasureTally = Tally & { themes: Record<string, Tally> };

export type UnitActivity = {
  population: number | null;
  populationYear: number | null;
  measures: Record<string, MeasureTally>;
};

const newTally = (): Tally => ({ n: 0, amounts: {}, levels: {} });

const add = (tally: Tally, { amounts, level }: ActivityEntry): void => {
  tally.n++;
  for (const { currency, amount } of amounts) {
    tally.amounts[currency] = (tally.amounts[currency] ?? 0) + amount;
  }
  if (level !== null) tally.levels[level] = (tally.levels[level] ?? 0) + 1;
};

/** These and all above them, each once; a circle ends. */
const withAbove = <K>(own: readonly K[], parentOf: (key: K) => K | null): Set<K> => {
  const found = new Set<K>();
  for (const start of own) {
    for (let at: K | null = start; at !== null && !found.has(at); at = parentOf(at)) found.add(at);
  }
  return found;
};

/** The strongest of an entry's levels; null where none is one of the scale. */
export const strongestOf = (
  levels: readonly string[],
  weakestFirst: readonly string[],
): string | null => [...weakestFirst].reverse().find((level) => levels.includes(level)) ?? null;

/**
 * What is known of the activity in each unit of the perimeter: an entry counts once for a unit,
 * whether it names the unit itself or territories below it, and once for each theme and the
 * broader ones. A unit of the perimeter that no entry names has zeros; one outside has nothing.
 */
export const countActivity = ({
  measures,
  entries,
  places,
  broader,
}: {
  measures: readonly string[];
  entries: Iterable<ActivityEntry>;
  places: readonly Place[];
  /** Code of a theme → that of the theme above it. */
  broader: ReadonlyMap<string, string>;
}): Map<string, UnitActivity> => {
  const byId = new Map(places.map((place) => [place.id, place]));
  const parentOf = (id: number) => byId.get(id)?.parent ?? null;
  const counted = new Map<number, UnitActivity>();
  const units = new Map<string, UnitActivity>();
  for (const place of places) {
    const isObserved = [...withAbove([place.id], parentOf)].some((id) => byId.get(id)?.inPerimeter);
    if (place.unit === null || !isObserved) continue;
    const { population, populationYear } = place;
    const activity: UnitActivity = {
      population,
      populationYear,
      measures: Object.fromEntries(
        measures.map((measure) => [measure, { ...newTally(), themes: {} }]),
      ),
    };
    counted.set(place.id, activity);
    units.set(place.unit, activity);
  }
  for (const entry of entries) {
    const themes = withAbove(entry.themes, (code) => broader.get(code) ?? null);
    for (const id of withAbove(entry.places, parentOf)) {
      const tally = counted.get(id)?.measures[entry.measure];
      if (!tally) continue;
      add(tally, entry);
      for (const theme of themes) {
        const own = tally.themes[theme] ?? newTally();
        tally.themes[theme] = own;
        add(own, entry);
      }
    }
  }
  return units;
};
