import type { AttributeSettings, SearchType } from '../../../shared/contracts';
import { all, any, type Expression, isIn } from './filter-expression';
import type { AttributeKind } from './filter-values';
import { parseFilters } from './parse-filters';
import type { SearchRules } from './parse-search-query';
import { type StateReader, stateReader } from './state-reader';

const COMMON: Readonly<Record<string, AttributeKind>> = {
  type: 'text',
  locale: 'text',
  locales: 'text',
  reference: 'text',
  documentId: 'text',
  isFallback: 'boolean',
};
const COMMON_FACETS = ['type', 'locale'];
const ALWAYS = ['type', 'documentId', 'locale'];
const USUAL = ['title', 'summary', 'slug', 'reference', 'url', 'isFallback'];
const ON_DEMAND = ['locales', 'access', 'geo'];

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** The parts of the rules that the declarations alone decide, and what the moment adds to them. */
type Rules = {
  (input: { now: number }): Omit<SearchRules, 'locales' | 'defaultLocale'>;
  kinds: Readonly<Record<string, AttributeKind>>;
  states: StateReader;
};

/**
 * What may be asked of search, from the declarations and settings.
 * @throws Error that names a state whose filters are wrong
 */
export const searchRules = ({
  types,
  parameters,
  attributes,
}: {
  types: readonly SearchType[];
  parameters: Readonly<Record<string, string>>;
  attributes: Readonly<Record<string, AttributeSettings>>;
}): Rules => {
  const filterable = types.flatMap((type) => [...(type.filterable ?? []), ...(type.facets ?? [])]);
  const sortable = unique(types.flatMap((type) => type.sortable ?? []));
  const kindOf = (attribute: string): AttributeKind => attributes[attribute]?.kind ?? 'text';
  const kinds = {
    ...Object.fromEntries(unique([...filterable, ...sortable]).map((name) => [name, kindOf(name)])),
    ...COMMON,
  };
  const filterableKinds = {
    ...Object.fromEntries(unique(filterable).map((name) => [name, kindOf(name)])),
    ...COMMON,
  };
  const reader = stateReader({ types, kinds: filterableKinds });
  const fields = {
    always: ALWAYS,
    usual: USUAL,
    all: [...ALWAYS, ...USUAL, ...ON_DEMAND, ...reader.names, ...Object.keys(kinds)].filter(
      (name, index, names) => names.indexOf(name) === index,
    ),
  };

  const conditionOf = (type: SearchType, state: string, now: string): Expression => {
    const filters = type.states?.[state]?.(now);
    if (filters === undefined) return '';
    const read = parseFilters({
      filters,
      rules: { attributes: filterableKinds, computed: {} },
      path: [state],
    });
    if (read.state === 'valid') return all([isIn('type', [type.type]), read.value]);
    throw new Error(
      `search: ${type.uid}: ${read.problems.map(({ message }) => message).join('; ')}`,
    );
  };

  const states = [...new Set(types.flatMap((type) => Object.keys(type.states ?? {})))].map(
    (state) => ({ state, having: types.filter((type) => type.states?.[state] !== undefined) }),
  );
  const statesAt = (now: number): Record<string, Expression> => {
    const moment = new Date(now).toISOString();
    return Object.fromEntries(
      states.map(({ state, having }) => [
        state,
        any(having.map((type) => conditionOf(type, state, moment))),
      ]),
    );
  };

  // What is wrong is told at the start, and not at a search.
  statesAt(0);

  const fixed = {
    types: types.map(({ type }) => type),
    parameters,
    attributes: filterableKinds,
    facets: unique([
      ...COMMON_FACETS,
      ...reader.names,
      ...types.flatMap((type) => type.facets ?? []),
    ]),
    sortable: ['title', ...sortable],
    fields,
  };
  const rules = ({ now }: { now: number }): ReturnType<Rules> => ({
    ...fixed,
    now,
    computed: Object.fromEntries(reader.names.map((name) => [name, () => statesAt(now)])),
  });
  return Object.assign(rules, { kinds, states: reader });
};
