import { describe, expect, test } from 'vitest';
import { judgeWrite } from './judge-write';
import { keepFields } from './keep-fields';
import { type WriteCall, writeDemands } from './write-demands';
import type { WritePermission } from './write-permission';
import { writeRefusal } from './write-refusal';

const UID = 'api::room.sheet';
const versions = { existing: ['fr', 'el'], defaultLocale: 'fr' };

const may = (
  right: string,
  properties?: WritePermission['properties'],
  subject = UID,
): WritePermission => ({
  action: `plugin::content-manager.explorer.${right}`,
  subject,
  properties,
});

describe('writeDemands', () => {
  test.each<[WriteCall, string]>([
    [{ action: 'findMany', locale: 'el' }, ''],
    [{ action: 'create', locale: 'el' }, 'create el'],
    [{ action: 'create' }, 'create fr'],
    [{ action: 'update', locale: 'el' }, 'update el'],
    [{ action: 'update', locale: 'pl' }, 'create pl'],
    [{ action: 'update', locale: '' }, 'update fr'],
    [{ action: 'update', locale: 'el', status: 'published' }, 'update el, publish el'],
    [{ action: 'publish', locale: '*' }, 'publish fr, publish el'],
    [{ action: 'unpublish', locale: ['el', 'en'] }, 'publish el, publish en'],
    [{ action: 'discardDraft', locale: null }, 'update fr'],
    [{ action: 'delete', locale: ['el', '*'] }, 'delete el, delete fr'],
    [{ action: 'clone', locale: 'el', data: { locale: 'en' } }, 'create el, create en'],
  ])('%o needs %s', (call, expected) => {
    const demands = writeDemands({ call, versions });
    expect(demands.map(({ right, locale }) => `${right} ${locale}`).join(', ')).toBe(expected);
  });

  test('a type without locales has no locale to ask for', () => {
    const call = { action: 'update', locale: 'el', status: 'published' };
    expect(writeDemands({ call, versions: undefined })).toEqual([
      { right: 'update' },
      { right: 'publish' },
    ]);
  });
});

describe('judgeWrite', () => {
  const judge = (permissions: WritePermission[], locale?: string) =>
    judgeWrite({ demands: [{ right: 'update', locale }], permissions, uid: UID });

  test('a permission reaches its locales, or all where it says so', () => {
    const greek = [may('update', { locales: ['el'], fields: ['title'] })];
    expect(judge(greek, 'el')).toEqual({ kind: 'allowed', fields: ['title'] });
    expect(judge(greek, 'fr')).toMatchObject({ kind: 'elsewhere', locales: ['el'] });
    expect(judge([may('update', { locales: null })], 'fr')).toMatchObject({ kind: 'allowed' });
    expect(judge([may('update')], 'fr')).toMatchObject({ kind: 'never' });
    expect(judge([may('update')])).toEqual({ kind: 'allowed', fields: 'all' });
  });

  test('other rights and other types give nothing', () => {
    const others = [may('create', { locales: null }), may('update', { locales: null }, 'api::a.b')];
    expect(judge(others, 'fr')).toMatchObject({ kind: 'never' });
  });

  test('fields are those of the permissions that reach the locale', () => {
    const two = [
      may('update', { locales: ['el'], fields: ['title', 'text'] }),
      may('update', { locales: ['fr'], fields: ['title'] }),
    ];
    expect(judge(two, 'fr')).toEqual({ kind: 'allowed', fields: ['title'] });
    const both = judgeWrite({
      demands: [
        { right: 'update', locale: 'fr' },
        { right: 'update', locale: 'el' },
      ],
      permissions: two,
      uid: UID,
    });
    expect(both).toEqual({ kind: 'allowed', fields: ['title'] });
  });
});

test('keepFields drops attributes that no permission names, and nothing else', () => {
  const data = { title: 'a', costs: [], code: 'b', createdBy: 1, unknown: 2 };
  const attributes = ['title', 'costs', 'code', 'createdBy'];
  const kept = keepFields({ data, attributes, fields: ['title', 'costs.kind'] });
  expect(kept).toEqual({ title: 'a', costs: [], createdBy: 1, unknown: 2 });
  expect(keepFields({ data, attributes, fields: 'all' })).toEqual(data);
});

test('a refusal speaks the editor’s language', () => {
  const verdict = {
    kind: 'elsewhere',
    demand: { right: 'create', locale: 'en' },
    locales: ['el', 'fr'],
  } as const;
  const given = { verdict: { ...verdict, locales: [...verdict.locales] }, roles: ['Crète'] };
  expect(writeRefusal({ ...given, language: 'fr' })).toBe(
    'Votre rôle (Crète) ne permet pas de créer la version en anglais (en), seulement en grec (el) et français (fr). Rien n’a été enregistré.',
  );
  expect(writeRefusal({ ...given, language: 'el' })).toBe(
    'Your role (Crète) does not let you create the version in English (en), only in Greek (el) and French (fr). Nothing was saved.',
  );
});
