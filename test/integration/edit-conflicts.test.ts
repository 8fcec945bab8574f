import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConflictDetails } from '../../src/plugins/edit-conflicts/shared/contracts';
import { type Ask, signInAs } from '../support/admin';
import {
  COMPLETE_PROJECT,
  documents,
  ensureLocales,
  PROJECT,
  untilIdle,
} from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const TERRITORY = 'api::observatory.territory';

type Version = { documentId: string; updatedAt: string; name?: string; title?: string };
type Answer = {
  status: number;
  body: {
    data?: Version;
    error?: { status: number; name: string; message: string; details: ConflictDetails };
  };
};

let app: TestStrapi;
let anna: Ask;
let boris: Ask;
let documentId: string;

const address = (uid: string, id: string, rest = '') =>
  `/content-manager/collection-types/${uid}/${id}${rest}`;

const open = async (locale = 'fr'): Promise<string> => {
  const { body } = (await anna('GET', address(PROJECT, documentId, `?locale=${locale}`))) as Answer;
  return body.data?.updatedAt ?? 'none';
};

const send = async (
  who: Ask,
  {
    opened,
    data,
    locale = 'fr',
    action = '',
    method = action ? 'POST' : 'PUT',
  }: {
    opened?: string;
    data: Record<string, unknown>;
    locale?: string;
    action?: string;
    method?: string;
  },
): Promise<Answer> =>
  (await who(
    method,
    address(PROJECT, documentId, `${action}?locale=${locale}`),
    data,
    opened === undefined ? {} : { 'x-opened-version': opened },
  )) as Answer;

const titleOf = async (locale = 'fr'): Promise<unknown> =>
  (await documents(app.strapi, PROJECT).findOne({ documentId, locale }))?.title;

beforeAll(async () => {
  app = await bootStrapi();
  await ensureLocales(app.strapi);
  anna = await signInAs(app, 'strapi-super-admin', 'anna');
  boris = await signInAs(app, 'strapi-super-admin', 'boris');
});

afterAll(async () => {
  await untilIdle(app.strapi);
  await app.stop();
});

beforeEach(async () => {
  const { documentId: made } = await documents(app.strapi, PROJECT).create({
    locale: 'fr',
    data: { title: 'Before', kind: 'action', ...COMPLETE_PROJECT },
  });
  documentId = made;
});

describe('a save from a version that is no longer the stored one', () => {
  test('is refused with 409, says what is stored now, and changes nothing', async () => {
    const opened = await open();
    expect((await send(anna, { opened, data: { title: 'By Anna' } })).status).toBe(200);
    const { status, body } = await send(boris, { opened, data: { title: 'By Boris' } });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      name: 'ConflictError',
      details: { updatedAt: await open() },
    });
    expect(body.error?.details.fields).toContain('title');
    expect(body.error?.details.fields).not.toContain('updatedAt');
    expect(await titleOf()).toBe('By Anna');
    const again = await send(boris, { opened: await open(), data: { title: 'By Boris' } });
    expect(again.status).toBe(200);
    expect(await titleOf()).toBe('By Boris');
  });

  test.each(['/actions/publish', '/actions/discard'])('is refused by %s too', async (action) => {
    await documents(app.strapi, PROJECT).publish({ documentId, locale: 'fr' });
    const opened = await open();
    await send(anna, { opened, data: { title: 'By Anna' } });
    const { status } = await send(boris, { opened, action, data: { title: 'By Boris' } });
    expect(status).toBe(409);
    expect(await titleOf()).toBe('By Anna');
    const published = await documents(app.strapi, PROJECT).findOne({
      documentId,
      locale: 'fr',
      status: 'published',
    });
    expect(published?.title).toBe('Before');
  });

  test('is refused when the version was deleted meanwhile', async () => {
    await documents(app.strapi, PROJECT).update({ documentId, locale: 'el', data: { title: 'Α' } });
    const opened = await open('el');
    await documents(app.strapi, PROJECT).delete({ documentId, locale: 'el' });
    const { status, body } = await send(boris, { opened, locale: 'el', data: { title: 'Β' } });
    expect(status).toBe(409);
    expect(body.error?.details.updatedAt).toBeNull();
    expect((await send(boris, { opened: 'none', locale: 'el', data: { title: 'Β' } })).status).toBe(
      200,
    );
  });

  test('is refused when two begin the same translation', async () => {
    expect(await open('pl')).toBe('none');
    const [first, second] = [anna, boris].map((who) =>
      send(who, { opened: 'none', locale: 'pl', data: { title: 'Tytuł' } }),
    );
    const statuses = [(await first)?.status, (await second)?.status].sort();
    expect(statuses).toEqual([200, 409]);
  });

  test('a header that is no instant is refused by name', async () => {
    const { status, body } = await send(anna, { opened: 'monday', data: { title: 'T' } });
    expect(status).toBe(400);
    expect(body.error?.message).toContain('x-opened-version');
  });
});

describe('what is no conflict', () => {
  test('saves and publications by the same person, one after another', async () => {
    for (const action of ['', '/actions/publish', '', '/actions/publish']) {
      const { status } = await send(anna, {
        opened: await open(),
        action,
        data: { title: `T${action}` },
      });
      expect(status).toBe(200);
    }
  });

  test('clients that opened nothing: the Document Service, and requests without the header', async () => {
    await open();
    await documents(app.strapi, PROJECT).update({ documentId, locale: 'fr', data: { title: 'A' } });
    expect((await send(anna, { data: { title: 'B' } })).status).toBe(200);
    expect(await titleOf()).toBe('B');
  });

  test('a save of another locale', async () => {
    await documents(app.strapi, PROJECT).update({ documentId, locale: 'el', data: { title: 'Α' } });
    const opened = await open('fr');
    await send(anna, { opened: await open('el'), locale: 'el', data: { title: 'Αα' } });
    expect((await send(boris, { opened, data: { title: 'A' } })).status).toBe(200);
  });
});

test('a translation is told of its texts only: the rest is the original’s', async () => {
  await documents(app.strapi, PROJECT).update({ documentId, locale: 'el', data: { title: 'Α' } });
  const opened = await open('el');
  await send(anna, { opened, locale: 'el', data: { title: 'Αα' } });
  const { body } = await send(boris, { opened, locale: 'el', data: { title: 'Β' } });
  expect(body.error?.details.fields).toContain('title');
  expect(body.error?.details.fields).not.toContain('sources');
});

test('of many simultaneous saves from one version exactly one is kept', async () => {
  const opened = await open();
  const people = [anna, boris, anna, boris, anna, boris];
  const answers = await Promise.all(
    people.map((who, index) => send(who, { opened, data: { title: `Text ${index}` } })),
  );
  const kept = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []));
  expect(kept).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(people.length - 1);
  expect(await titleOf()).toBe(`Text ${kept[0]}`);
});

test('a type without locales and drafts is guarded as well', async () => {
  const { documentId: id } = await documents(app.strapi, TERRITORY).create({
    data: { name: 'Crete', level: 'region' },
  });
  const { body } = (await anna('GET', address(TERRITORY, id))) as Answer;
  const save = (who: Ask, name: string) =>
    who(
      'PUT',
      address(TERRITORY, id),
      { name },
      { 'x-opened-version': body.data?.updatedAt ?? '' },
    );
  const answers = await Promise.all([save(anna, 'Crète'), save(boris, 'Kriti')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});
