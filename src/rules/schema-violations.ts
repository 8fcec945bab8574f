import type { SentenceKey, SentenceValues } from '../refusals/sentence';
import { listOptionsOf } from '../string-lists/attribute';
import { checkStringList } from '../string-lists/check-string-list';
import { isEmpty, isRecord } from './readers';
import {
  type Attribute,
  type Attributes,
  type ComponentLookup,
  declaredAttributes,
} from './schema';
import { type Row, type Violation, violation } from './violation';

const TEXTS = new Set(['string', 'text', 'richtext', 'uid', 'email']);
const NUMBERS = new Set(['integer', 'decimal', 'float', 'biginteger']);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type Finding = { rule: SentenceKey; values?: SentenceValues };

const textFindings = (attribute: Attribute, value: unknown): Finding[] => {
  if (typeof value !== 'string') return [{ rule: 'text' }];
  const { minLength, maxLength, regex } = attribute;
  return [
    ...(maxLength !== undefined && value.length > maxLength
      ? [
          {
            rule: 'max-length' as const,
            values: { length: value.length, max: maxLength },
          },
        ]
      : []),
    ...(minLength !== undefined && value.length < minLength
      ? [
          {
            rule: 'min-length' as const,
            values: { length: value.length, min: minLength },
          },
        ]
      : []),
    ...(regex !== undefined && !new RegExp(regex).test(value)
      ? [{ rule: 'format' as const, values: { text: value, form: regex } }]
      : []),
    ...(attribute.type === 'email' && !EMAIL.test(value) ? [{ rule: 'email' as const }] : []),
  ];
};

const numberFindings = (attribute: Attribute, value: unknown): Finding[] => {
  const number = typeof value === 'boolean' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return [{ rule: 'number' }];
  const { min, max } = attribute;
  return [
    ...(attribute.type === 'integer' && !Number.isInteger(number)
      ? [{ rule: 'integer' as const }]
      : []),
    ...(min !== undefined && number < min
      ? [{ rule: 'min' as const, values: { number, min } }]
      : []),
    ...(max !== undefined && number > max
      ? [{ rule: 'max' as const, values: { number, max } }]
      : []),
  ];
};

const findings = (attribute: Attribute, value: unknown): Finding[] => {
  if (TEXTS.has(attribute.type)) return textFindings(attribute, value);
  if (NUMBERS.has(attribute.type)) return numberFindings(attribute, value);
  if (attribute.type === 'enumeration' && !attribute.enum?.includes(String(value))) {
    return [{ rule: 'choice', values: { choices: { choices: attribute.enum ?? [] } } }];
  }
  return [];
};

/**
 * What the schema itself asks: lengths, ranges, forms and choices; where `required` holds, what
 * must be there. Strapi asks most of it of published rows only.
 * @param complete whether `required` holds: at publication, and on types without drafts
 */
export const schemaViolations = ({
  attributes,
  components,
  row,
  complete,
  path = [],
}: {
  attributes: Attributes;
  components: ComponentLookup;
  row: Row;
  complete: boolean;
  path?: (string | number)[];
}): Violation[] =>
  declaredAttributes(attributes).flatMap(([key, attribute]) => {
    const value = row[key];
    const here = [...path, key];
    if (isEmpty(value)) {
      return complete && attribute.required ? [violation({ path: here, rule: 'required' })] : [];
    }
    if (attribute.type === 'component' && attribute.component) {
      const inner = components(attribute.component);
      return (Array.isArray(value) ? value : [value]).filter(isRecord).flatMap((item, index) =>
        schemaViolations({
          attributes: inner,
          components,
          row: item,
          complete,
          path: attribute.repeatable ? [...here, index] : here,
        }),
      );
    }
    const list = listOptionsOf(attribute);
    if (list) return checkStringList({ value, path: here, holds: list.holds });
    return findings(attribute, value).map((finding) => violation({ path: here, ...finding }));
  });
