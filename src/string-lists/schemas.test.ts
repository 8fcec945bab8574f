import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Attribute, Attributes } from '../rules/schema';
import { listOptionsOf } from './attribute';
import { STRATA } from './strata';

type Column = Attribute & { columnType?: { type: string } };

const source = path.resolve(import.meta.dirname, '..');

const filesOf = (folder: string): string[] =>
  readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  );

const schemas = [
  ...['api', 'plugins'].flatMap(filesOf).filter((file) => path.basename(file) === 'schema.json'),
  ...filesOf('components').filter((file) => file.endsWith('.json')),
].map((file): { file: string; attributes: Record<string, Column> } => ({
  file,
  attributes: JSON.parse(readFileSync(path.join(source, file), 'utf8')).attributes,
}));

const all = schemas.flatMap(({ file, attributes }) =>
  Object.entries(attributes).map(([key, attribute]) => ({
    where: `${file} ${key}`,
    attributes,
    attribute,
  })),
);

const attributesOf = (uid: string): Attributes | undefined => {
  const [room, type] = uid.replace('api::', '').split('.');
  return schemas.find(({ file }) => file === `api/${room}/content-types/${type}/schema.json`)
    ?.attributes;
};

const componentOf = (uid: string | undefined): Attributes | undefined =>
  schemas.find(({ file }) => file === `components/${uid?.replace('.', '/')}.json`)?.attributes;

it('each text fits its column: PostgreSQL keeps 255 characters of a string', () => {
  const tooLong = all.filter(
    ({ attribute }) =>
      ['string', 'email', 'uid'].includes(attribute.type) &&
      attribute.columnType?.type !== 'text' &&
      (attribute.maxLength ?? 255) > 255,
  );
  expect(all.length).toBeGreaterThan(400);
  expect(tooLong.map(({ where }) => where)).toEqual([]);
});

it('strata are the same wherever one or many are named', () => {
  const named = all.filter(({ attribute }) => attribute.enum?.includes('intercommunality'));
  const single = named.filter(({ where }) => where.endsWith(' stratum'));
  expect(single.length).toBeGreaterThan(2);
  for (const { attribute } of single) expect(attribute.enum).toEqual([...STRATA]);
});

describe('lists of strings', () => {
  const lists = all.flatMap(({ where, attributes, attribute }) => {
    const options = listOptionsOf(attribute);
    return options ? [{ where, attributes, options }] : [];
  });

  it('name what they refer to', () => {
    const lost = lists.filter(({ options: { holds, of, through } }) => {
      if (holds === 'references') return !attributesOf(of ?? '')?.reference;
      return through !== undefined && holds !== 'codes';
    });
    expect(lists.length).toBeGreaterThan(20);
    expect(lost.map(({ where }) => where)).toEqual([]);
  });

  it('of codes name component lists that have codes and titles', () => {
    const codes = lists.filter(({ options }) => options.holds === 'codes');
    expect(codes.length).toBe(3);
    for (const { attributes, options } of codes) {
      const holders = options.through
        ? [attributesOf(attributes[options.through]?.target ?? '')]
        : schemas.map((one) => one.attributes).filter((one) => one[options.from ?? '']);
      const [titles = '', title = ''] = options.titles?.split('.') ?? [];
      expect(holders.length).toBeGreaterThan(0);
      for (const holder of holders) {
        expect(componentOf(holder?.[options.from ?? '']?.component)).toHaveProperty('code');
        expect(componentOf(holder?.[titles]?.component)).toHaveProperty([title]);
      }
    }
  });

  it('are the only json that editors write, but for what has a shape of its own', () => {
    const plain = all.filter(({ attribute }) => attribute.type === 'json');
    expect(plain.map(({ where }) => where.split(' ')[1]).sort()).toEqual([
      'cutoffs',
      'editionPlan',
      'inputTable',
      'nutsHistory',
      'reading',
      'recipe',
      'recipe',
      'results',
    ]);
  });
});
