import { itemsOf, textOf } from './readers';
import { type Attributes, type ComponentLookup, declaredAttributes } from './schema';
import { type Row, type Violation, violation } from './violation';

/** In each repeatable component that has a `code`, a code names one item. */
export const codeViolations = ({
  attributes,
  components,
  row,
}: {
  attributes: Attributes;
  components: ComponentLookup;
  row: Row;
}): Violation[] =>
  declaredAttributes(attributes)
    .filter(
      ([, { type, component, repeatable }]) =>
        type === 'component' && repeatable === true && component && 'code' in components(component),
    )
    .flatMap(([key]) => {
      const items = itemsOf(row, key);
      return items.flatMap((item, index) => {
        const code = textOf(item, 'code');
        const first = items.findIndex((other) => textOf(other, 'code') === code);
        if (code === undefined || first === index) return [];
        const values = { code, item: first + 1 };
        return [violation({ path: [key, index, 'code'], rule: 'unique-code', values })];
      });
    });
