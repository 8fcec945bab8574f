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

type Finding = { rule: string; sentence: string };

const textFindings = (attribute: Attribute, value: unknown): Finding[] => {
  if (typeof value !== 'string') return [{ rule: 'text', sentence: 'must be a text' }];
  const { minLength, maxLength, regex } = attribute;
  return [
    ...(maxLength !== undefined && value.length > maxLength
      ? [
          {
            rule: 'max-length',
            sentence: `has ${value.length} characters, at most ${maxLength} are allowed`,
          },
        ]
      : []),
    ...(minLength !== undefined && value.length < minLength
      ? [
          {
            rule: 'min-length',
            sentence: `has ${value.length} characters, at least ${minLength} are needed`,
          },
        ]
      : []),
    ...(regex !== undefined && !new RegExp(regex).test(value)
      ? [{ rule: 'format', sentence: `"${value}" does not have the form ${regex}` }]
      : []),
    ...(attribute.type === 'email' && !EMAIL.test(value)
      ? [{ rule: 'email', sentence: 'must be an e-mail address' }]
      : []),
  ];
};

const numberFindings = (attribute: Attribute, value: unknown): Finding[] => {
  const number = typeof value === 'boolean' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return [{ rule: 'number', sentence: 'must be a number' }];
  const { min, max } = attribute;
  return [
    ...(attribute.type === 'integer' && !Number.isInteger(number)
      ? [{ rule: 'integer', sentence: 'must be a whole number' }]
      : []),
    ...(min !== undefined && number < min
      ? [{ rule: 'min', sentence: `is ${number}, the least is ${min}` }]
      : []),
    ...(max !== undefined && number > max
      ? [{ rule: 'max', sentence: `is ${number}, the most is ${max}` }]
      : []),
  ];
};

const findings = (attribute: Attribute, value: unknown): Finding[] => {
  if (TEXTS.has(attribute.type)) return textFindings(attribute, value);
  if (NUMBERS.has(attribute.type)) return numberFindings(attribute, value);
  if (attribute.type === 'enumeration' && !attribute.enum?.includes(String(value))) {
    return [{ rule: 'choice', sentence: `must be one of ${attribute.enum?.join(', ')}` }];
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
      return complete && attribute.required
        ? [violation({ path: here, rule: 'required', sentence: 'is required' })]
        : [];
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
