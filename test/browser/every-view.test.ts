import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { helpOf } from '../../src/admin/forms/help-of';
import { helpTexts } from '../../src/admin/forms/help-texts';
import type { Labels } from '../../src/admin/labels';
import english from '../../src/admin/translations/en.json';
import french from '../../src/admin/translations/fr.json';
import { forms } from '../../src/forms';
import { launchBrowser } from '../support/browser';
import { readSchemas, type SchemaFile } from '../support/read-schemas';

/** Asked by Strapi's panel in every edition, answered in the paid one or where a preview is set up. */
const ABSENT = /\/(admin\/ai-feature-config|i18n\/ai-localization-jobs|content-manager\/preview)/;
/** A message that no translation answered. */
const RAW_KEY =
  /(?:content-manager|content-types|app\.components|forms|global|i18n|shared-fields|string-list|Settings)\.[\w-]+\.[\w.-]+/;

const types = readSchemas().filter(({ uid }) => uid.startsWith('api::'));

let browser: Browser;
let context: BrowserContext;
let page: Page;
const problems: string[] = [];

const watch = (watched: Page): void => {
  watched.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !ABSENT.test(url)) problems.push(`${message.text()} ${url}`);
  });
  watched.on('pageerror', (error) => problems.push(error.message));
  watched.on('response', (response) => {
    if (response.status() >= 400 && !ABSENT.test(response.url())) {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
};

const listOf = (uid: string) => `/admin/content-manager/collection-types/${uid}`;

/** Goes to a page of the panel as its own links do, without loading the panel again. */
const goTo = (panel: Page, path: string) =>
  panel.evaluate((address) => {
    window.history.pushState({}, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);

type Row = Record<string, unknown> & { documentId: string; locale?: string | null };

/** Opens the list of a type and answers its first entry. */
const openList = async (panel: Page, { uid, info }: SchemaFile, labels: Labels) => {
  const answered = panel.waitForResponse((response) =>
    response.url().includes(`/content-manager/collection-types/${uid}?`),
  );
  await goTo(panel, listOf(uid));
  const { results }: { results: Row[] } = await (await answered).json();
  await panel
    .getByRole('heading', { level: 1, name: labels.names[info.displayName], exact: true })
    .waitFor();
  const [row] = results;
  if (row) await panel.locator('tbody tr').first().waitFor();
  return row;
};

const textOf = async (panel: Page): Promise<string> =>
  (await panel.locator('main').textContent()) ?? '';

const shownFields = ({ uid, attributes }: SchemaFile) =>
  Object.keys(attributes).filter((name) => !forms[uid]?.hidden?.includes(name));

/** What the form should say of its fields, and does not. */
const missingTexts = async (panel: Page, schema: SchemaFile, language: 'fr' | 'en') => {
  const { uid } = schema;
  const labels: Labels = language === 'fr' ? french : english;
  const texts = helpTexts[language] ?? {};
  const wanted = shownFields(schema).flatMap((attribute) => [
    labels.fields[uid]?.[attribute] ?? `no label of ${attribute}`,
    helpOf({ texts, uid, attribute }) ?? `no help of ${attribute}`,
  ]);
  const shown = await textOf(panel);
  return wanted.filter((text) => !shown.includes(text));
};

const checkForm = async (panel: Page, schema: SchemaFile, language: 'fr' | 'en') => {
  const last = Object.keys(forms[schema.uid]?.sections ?? {}).at(-1);
  await panel.locator(`h2#section-${last}`).waitFor();
  await expect.poll(() => missingTexts(panel, schema, language), { timeout: 90_000 }).toEqual([]);
  expect(await textOf(panel)).not.toMatch(RAW_KEY);
};

const openViews = async (panel: Page, schema: SchemaFile, language: 'fr' | 'en') => {
  const labels: Labels = language === 'fr' ? french : english;
  const row = await openList(panel, schema, labels);
  const list = await textOf(panel);
  expect(list).not.toMatch(RAW_KEY);
  for (const column of forms[schema.uid]?.list ?? []) {
    const label = labels.fields[schema.uid]?.[column] ?? labels.system[column];
    expect(row ? list.toLowerCase() : label?.toLowerCase()).toContain(label?.toLowerCase());
  }
  await goTo(panel, `${listOf(schema.uid)}/create`);
  await panel.getByRole('heading', { level: 1, name: /^(Créer une|Create an) / }).waitFor();
  await checkForm(panel, schema, language);
  if (row) {
    const locale = row.locale ? `?plugins[i18n][locale]=${row.locale}` : '';
    await goTo(panel, `${listOf(schema.uid)}/${row.documentId}${locale}`);
    await panel
      .getByRole('heading', { level: 1, name: /^(Créer une|Create an) / })
      .waitFor({ state: 'detached' });
    await checkForm(panel, schema, language);
  }
};

beforeAll(async () => {
  const { url, editor, editorPassword } = inject('demo');
  browser = await launchBrowser();
  context = await browser.newContext({
    baseURL: url,
    locale: 'fr-FR',
    viewport: { width: 1440, height: 1000 },
  });
  page = await context.newPage();
  watch(page);
  await page.goto('/admin/auth/login');
  await page.fill('input[name="email"]', editor);
  await page.fill('input[name="password"]', editorPassword);
  await page.click('button[type="submit"]');
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
});

afterAll(() => browser?.close());

describe('in French', () => {
  test.each(types.map((schema) => [schema.uid, schema] as const))(
    'the list and the form of %s open, with labels and help',
    async (_, schema) => {
      problems.length = 0;
      await openViews(page, schema, 'fr');
      expect(problems).toEqual([]);
    },
  );

  test('a limited text counts its characters, and says when there are too many', async () => {
    problems.length = 0;
    await goTo(page, `${listOf('api::iris.initiative')}/create`);
    const title = page.locator('[name="title"]');
    await title.fill('Une initiative');
    await page.getByText('14 / 100', { exact: true }).waitFor();
    await title.fill('x'.repeat(101));
    await page.getByText('101 / 100', { exact: true }).waitFor();
    await page.getByText('Trop long : 100 caractères au plus.').waitFor({ state: 'attached' });
    expect(problems).toEqual([]);
  });
});

test('in English, for who chooses it', async () => {
  problems.length = 0;
  const panel = await context.newPage();
  watch(panel);
  await panel.addInitScript(() => localStorage.setItem('strapi-admin-language', 'en'));
  // The account's own choice would hold for the other tests that sign in with it.
  await panel.route('**/admin/users/me', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    await route.fulfill({
      response,
      json: { ...body, data: { ...body.data, preferedLanguage: 'en' } },
    });
  });
  await panel.goto(listOf('api::observatory.theme'));
  const chosen = ['api::iris.initiative', 'api::hub.funding-call', 'api::observatory.organisation'];
  for (const schema of types.filter(({ uid }) => chosen.includes(uid))) {
    await openViews(panel, schema, 'en');
  }
  await panel.close();
  expect(problems).toEqual([]);
});
