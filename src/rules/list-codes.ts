import { isRecord, textOf } from './readers';
import { type Attributes, type ComponentLookup, declaredAttributes } from './schema';
import { type Row, type Violation, violation } from './violation';

/** What a code is made of, the first that an item has. */
const SPEAKING = ['kind', 'name', 'label', 'heading', 'indicator', 'category', 'section', 'text'];
const MAX_LENGTH = 32;

/** The repeatable components that have a `code`. */
export const codedLists = ({
  attributes,
  components,
}: {
  attributes: Attributes;
  components: ComponentLookup;
}): string[] =>
  declaredAttributes(attributes)
    .filter(
      ([, { type, component, repeatable }]) =>
        type === 'component' && repeatable === true && component && 'code' in components(component),
    )
    .map(([key]) => key);

const free = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1) {
    const candidate = `${wanted}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
};

const makeCode = ({
  item,
  slugify,
  random,
  taken,
}: {
  item: Row;
  slugify: (text: string) => string;
  random: () => string;
  taken: ReadonlySet<string>;
}): string => {
  const spoken = SPEAKING.map((key) => textOf(item, key)).find((text) => text !== undefined);
  const base = slugify(spoken ?? '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '');
  return free(base === '' ? random() : base, taken);
};

/**
 * Gives each item of a list that has no `code` one: the stored item's where it has an id, that of
 * the next item of the list it describes where it is a list of texts, else one made of what the
 * item says. Codes that are there stay.
 * @param items what is to be written
 * @param stored the list as it stands
 * @param described codes of the list that these texts describe, if they describe one
 */
export const withCodes = ({
  items,
  stored,
  described,
  slugify,
  random,
}: {
  items: readonly unknown[];
  stored: readonly Row[];
  described?: readonly string[];
  slugify: (text: string) => string;
  random: () => string;
}): unknown[] => {
  const known = items.map((item) => {
    if (!isRecord(item)) return item;
    if (textOf(item, 'code') !== undefined) return item;
    const same = stored.find(({ id }) => item.id != null && String(id) === String(item.id));
    return { ...item, code: same ? (textOf(same, 'code') ?? null) : null };
  });
  const taken = new Set(known.flatMap((item) => (isRecord(item) && textOf(item, 'code')) || []));
  const undescribed = (described ?? []).filter((code) => !taken.has(code));
  return known.map((item) => {
    if (!isRecord(item) || textOf(item, 'code') !== undefined) return item;
    const code = undescribed.shift() ?? makeCode({ item, slugify, random, taken });
    taken.add(code);
    return { ...item, code };
  });
};

/** A `code` names one item of its list. */
export const codeViolations = ({
  key,
  items,
}: {
  key: string;
  items: readonly Row[];
}): Violation[] =>
  items.flatMap((item, index) => {
    const code = textOf(item, 'code');
    const first = items.findIndex((other) => textOf(other, 'code') === code);
    return code === undefined || first === index
      ? []
      : [
          violation({
            path: [key, index, 'code'],
            rule: 'unique-code',
            sentence: `"${code}" is already the code of item ${first + 1}`,
          }),
        ];
  });
