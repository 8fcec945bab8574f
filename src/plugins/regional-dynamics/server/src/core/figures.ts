import type { Observation } from './observation';

/**
 * Observations packed in columns: 24 bytes a figure instead of some hundred, so that a panel of
 * millions fits in memory and goes to a worker thread as it is. Places point into the lists.
 */
export type Figures = {
  units: readonly string[];
  indicators: readonly string[];
  flags: readonly string[];
  unit: Uint32Array<ArrayBuffer>;
  indicator: Uint32Array<ArrayBuffer>;
  year: Int32Array<ArrayBuffer>;
  /** NaN is a gap that the source itself shows. */
  value: Float64Array<ArrayBuffer>;
  /** 0 is none, n the flag at n − 1. */
  flag: Uint32Array<ArrayBuffer>;
  /** Null where no figure has one. */
  standardError: Float64Array<ArrayBuffer> | null;
};

const CHUNK = 1 << 16;

/** Hands out a place per text, in the order in which they come. */
const interning = () => {
  const places = new Map<string, number>();
  return {
    place: (text: string): number => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, places.size);
      return places.size - 1;
    },
    list: () => [...places.keys()],
  };
};

type Chunk = Omit<Figures, 'units' | 'indicators' | 'flags' | 'standardError'> & {
  standardError: Float64Array<ArrayBuffer>;
};

const newChunk = (size: number): Chunk => ({
  unit: new Uint32Array(size),
  indicator: new Uint32Array(size),
  year: new Int32Array(size),
  value: new Float64Array(size),
  flag: new Uint32Array(size),
  standardError: new Float64Array(size),
});

/** Takes observations one by one; `pack` gives all that were taken. */
export const figurePacker = () => {
  const units = interning();
  const indicators = interning();
  const flags = interning();
  const chunks: Chunk[] = [];
  let chunk = newChunk(0);
  let used = 0;
  let hasErrors = false;
  const add = ({ unit, year, indicator, value, flag, standardError }: Observation): void => {
    if (used === chunk.value.length) {
      chunk = newChunk(CHUNK);
      chunks.push(chunk);
      used = 0;
    }
    chunk.unit[used] = units.place(unit);
    chunk.indicator[used] = indicators.place(indicator);
    chunk.year[used] = year;
    // A figure that is no number is not a gap: it is named later, as every unusable figure.
    const usable = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    chunk.value[used] = usable ?? Number.NaN;
    chunk.flag[used] = flag ? flags.place(flag) + 1 : 0;
    hasErrors ||= typeof standardError === 'number';
    chunk.standardError[used] = standardError ?? Number.NaN;
    used++;
  };
  const pack = (): Figures => {
    const count = Math.max(0, chunks.length - 1) * CHUNK + used;
    const whole = newChunk(count);
    chunks.forEach((part, index) => {
      const length = Math.min(CHUNK, count - index * CHUNK);
      whole.unit.set(part.unit.subarray(0, length), index * CHUNK);
      whole.indicator.set(part.indicator.subarray(0, length), index * CHUNK);
      whole.year.set(part.year.subarray(0, length), index * CHUNK);
      whole.value.set(part.value.subarray(0, length), index * CHUNK);
      whole.flag.set(part.flag.subarray(0, length), index * CHUNK);
      whole.standardError.set(part.standardError.subarray(0, length), index * CHUNK);
    });
    return {
      ...whole,
      units: units.list(),
      indicators: indicators.list(),
      flags: flags.list(),
      standardError: hasErrors ? whole.standardError : null,
    };
  };
  return { add, pack };
};

export const packFigures = (observations: Iterable<Observation>): Figures => {
  const packer = figurePacker();
  for (const observation of observations) packer.add(observation);
  return packer.pack();
};

/** The figures as observations, in the order in which they were packed; may be run through again. */
export const observationsOf = (figures: Figures): Iterable<Observation> => ({
  *[Symbol.iterator]() {
    for (let i = 0; i < figures.value.length; i++) {
      const value = figures.value[i] ?? Number.NaN;
      const error = figures.standardError?.[i] ?? Number.NaN;
      yield {
        unit: figures.units[figures.unit[i] ?? 0] ?? '',
        year: figures.year[i] ?? 0,
        indicator: figures.indicators[figures.indicator[i] ?? 0] ?? '',
        value: Number.isNaN(value) ? null : value,
        flag: figures.flags[(figures.flag[i] ?? 0) - 1] ?? null,
        standardError: Number.isNaN(error) ? null : error,
      };
    }
  },
});
