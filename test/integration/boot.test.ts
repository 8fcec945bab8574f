import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;

beforeAll(async () => {
  app = await bootStrapi({ firstStart: true });
});

afterAll(() => app.stop());

test('the application starts and answers', async () => {
  expect((await fetch(`${app.url}/_health`)).status).toBe(204);
});

test('French is the default locale from the first start', async () => {
  const code = await app.strapi.plugin('i18n').service('locales').getDefaultLocale();
  expect(code).toBe('fr');
});
