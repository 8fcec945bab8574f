import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { fillFirst } from '../support/panel';
import { waitFor } from '../support/wait-for';

const UID = 'api::iris.initiative';

let browser: Browser;
let page: Page;
const consoleErrors: string[] = [];
/** Asked by Strapi's panel in every edition, answered in the paid one or where a preview is set up. */
const ABSENT = /\/(admin\/ai-feature-config|i18n\/ai-localization-jobs|content-manager\/preview)/;

type Hits = { data: { documentId: string; title: string }[] };
type Initiative = { documentId: string; title: string; strap: string | null };

const get = async <T>(path: string): Promise<T> => {
  const response = await fetch(`${inject('demo').url}${path}`);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
};

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 1000 } });
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !ABSENT.test(url)) {
      consoleErrors.push(`${message.text()} ${url}`);
    }
  });
  page.on('pageerror', (error) => consoleErrors.push(error.message));
});

afterAll(() => browser?.close());

test('an editor signs in to a panel in French', async () => {
  const { url, editor, editorPassword } = inject('demo');
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name="email"]', editor);
  await page.fill('input[name="password"]', editorPassword);
  await page.click('button[type="submit"]');
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  expect(await page.getAttribute('html', 'lang')).toBe('fr');
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
});

test('edits an initiative in Greek, publishes it, and finds it by search', async () => {
  const { url } = inject('demo');
  const { data } = await get<{ data: Initiative[] }>(
    '/api/initiatives?locale=el&pagination[pageSize]=1&sort=reference',
  );
  const [initiative] = data;
  if (!initiative) throw new Error('The demo has no initiative in Greek');
  const french = await get<{ data: Initiative }>(
    `/api/initiatives/${initiative.documentId}?locale=fr`,
  );
  // A word that no other text holds.
  const word = 'Ζζκφχψεδοκιμη';

  await page.goto(
    `${url}/admin/content-manager/collection-types/${UID}/${initiative.documentId}?plugins[i18n][locale]=el`,
  );
  const strap = page.locator('[name="strap"]');
  await strap.waitFor();
  expect(await page.inputValue('[name="title"]')).toBe(initiative.title);
  await strap.fill(`${word} στην Κρήτη`);
  await page.getByRole('button', { name: 'Publier', exact: true }).first().click();

  const found = await waitFor(async () => {
    const { data: hits } = await get<Hits>(`/api/search?locale=el&q=${encodeURIComponent(word)}`);
    return hits.find(({ documentId }) => documentId === initiative.documentId);
  });
  expect(found.title).toBe(initiative.title);

  const published = await get<{ data: Initiative }>(
    `/api/initiatives/${initiative.documentId}?locale=el`,
  );
  expect(published.data.strap).toBe(`${word} στην Κρήτη`);
  expect(
    (await get<{ data: Initiative }>(`/api/initiatives/${initiative.documentId}?locale=fr`)).data,
  ).toMatchObject({ title: french.data.title, strap: french.data.strap });
});

test('a link to a form opens it, even when what its reader may do is answered last', async () => {
  const { url } = inject('demo');
  const { data } = await get<{ data: Initiative[] }>('/api/initiatives?pagination[pageSize]=1');
  const types = Promise.all(
    ['init', 'content-types-settings'].map(async (name) => {
      const isIt = (address: string) => new URL(address).pathname === `/content-manager/${name}`;
      await (await page.waitForResponse((response) => isIt(response.url()))).finished();
    }),
  );
  await page.route('**/admin/users/me/permissions', async (route) => {
    await types;
    // Strapi decides before the second frame from here.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await route.continue();
  });
  await page.goto(
    `${url}/admin/content-manager/collection-types/${UID}/${data[0]?.documentId}?plugins[i18n][locale]=fr`,
  );
  await page.locator('[name="strap"]').waitFor();
  await page.unrouteAll();
});

test('a translation shows shared fields read-only, the original does not', async () => {
  const { url } = inject('demo');
  const { data } = await get<{ data: (Initiative & { originalLocale: string })[] }>(
    '/api/initiatives?locale=el&filters[originalLocale]=es&pagination[pageSize]=1',
  );
  const entry = `${url}/admin/content-manager/collection-types/${UID}/${data[0]?.documentId}`;
  await page.goto(`${entry}?plugins[i18n][locale]=el`);
  await page.locator('[name="reference"]:disabled').waitFor();
  expect(await page.locator('[name="strap"]').isEnabled()).toBe(true);
  await page.getByRole('link', { name: 'Original (espagnol)' }).click();
  await page.locator('[name="reference"]:enabled').waitFor();
  expect(decodeURIComponent(page.url())).toContain('plugins[i18n][locale]=es');
});

test('a new translation starts from the original, which its form cannot change', async () => {
  const { url } = inject('demo');
  const { data } = await get<{ data: (Initiative & { reference: string })[] }>(
    '/api/initiatives?locale=fr&filters[reference]=IRIS-2009-0001',
  );
  const [initiative] = data;
  const polish = `${url}/api/initiatives/${initiative?.documentId}?locale=pl`;
  expect((await fetch(polish)).status).toBe(404);
  const entry = `${url}/admin/content-manager/collection-types/${UID}/${initiative?.documentId}`;
  await page.goto(`${entry}?plugins[i18n][locale]=pl`);
  await page.locator('[name="reference"]:disabled').waitFor();
  await page.locator('[name="title"]').fill('Nowe tłumaczenie');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
  await page.getByText('Sauvegardé').waitFor();
  await page.reload();
  await page.locator('[name="reference"]:disabled').waitFor();
  expect(await page.inputValue('[name="title"]')).toBe('Nowe tłumaczenie');
  expect(await page.inputValue('[name="reference"]')).toBe(initiative?.reference);
});

test('a draft says in French what its publication misses, leads there, and is ready once it is given', async () => {
  const { url } = inject('demo');
  await page.goto(
    `${url}/admin/content-manager/collection-types/api::observatory.project/create?plugins[i18n][locale]=fr`,
  );
  const save = () => page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
  await fillFirst(page, 'title', 'Un projet à compléter');
  await page.locator('[name="periodStart"]').fill('2005');
  await page.locator('[name="periodEnd"]').fill('2004');
  await save();
  const refused = 'Fin de la période : vient avant « Début de la période » (2005)';
  await page.getByText(refused).first().waitFor();
  await page.locator('[name="periodEnd"]').fill('2006');
  await save();

  const missing = page.locator('[data-publication]');
  await missing.getByText('2 points restent à régler').waitFor();
  expect(await missing.getByRole('listitem').allTextContents()).toEqual([
    'Nature : obligatoire',
    'Résumé : obligatoire',
  ]);
  await missing.getByRole('button', { name: 'Résumé : obligatoire' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[name="summary"]:focus').waitFor();
  await page.keyboard.type('Un résumé.');
  await missing.getByText('Des modifications ne sont pas enregistrées').waitFor();
  await page.getByRole('combobox', { name: /Nature/ }).click();
  await page.getByRole('option', { name: 'action', exact: true }).click();
  await save();
  await missing.getByText('Rien ne manque').waitFor();
});

test('the translation desk shows its matrix', async () => {
  await page.goto(`${inject('demo').url}/admin/plugins/translation-desk`);
  const table = page.getByRole('table').or(page.getByRole('grid'));
  await table.waitFor();
  expect(await table.textContent()).toContain('el');
});

test('an edition shows ranks with their ranges, is read by arrow keys, and is saved', async () => {
  const list = `${inject('demo').url}/admin/plugins/regional-dynamics`;
  await page.goto(list);
  await page.getByRole('link', { name: /dynamique-numerique-regionale-2018-1$/ }).click();
  const chart = page.getByRole('group', { name: 'Dynamique numérique régionale 2018' });
  await chart.getByRole('img', { name: /rangs et intervalles$/ }).waitFor();
  expect(await chart.textContent()).toMatch(/1 \(1–\d+\)/);
  await chart.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText(/Région : .+ Rang : 1 · Intervalle, de : 1 · /).waitFor();
  for (const [format, start] of [
    ['SVG', '<svg '],
    ['CSV', '\uFEFFCode,Région,Score,Rang,'],
    ['PNG', '\uFFFDPNG'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `enregistrer en ${format}` }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect([format, text.slice(0, start.length)]).toEqual([format, start]);
  }
  await page.getByRole('tab', { name: 'Classement' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('img', { name: /scores par domaine$/ }).waitFor();
  await page.goto(`${list}/editions/dynamique-numerique-regionale-2018-1?view=method`);
  await page.getByRole('columnheader', { name: 'D’où elle vient' }).waitFor();
  await page.getByText(/ · \d+ relevées? au plancher · /).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger l’édition (JSON)' }).click();
  const { data } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect([data.inputTable.length, data.results.units.length]).toEqual([1512, 252]);
});

test('nothing of this put an error on the console', () => {
  // The browser itself notes the one refused save.
  expect(consoleErrors.filter((error) => !error.includes('400 (Bad Request)'))).toEqual([]);
});
