import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { fillFirst, signIn, watchConsole } from '../support/panel';

const TERM = 'api::observatory.glossary-term';

let browser: Browser;
let page: Page;
let consoleErrors: string[];

beforeAll(async () => {
  const { url, admin, adminPassword } = inject('demo');
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 2000 } });
  consoleErrors = watchConsole(page);
  await signIn(page, { url, email: admin, password: adminPassword });
});

afterAll(() => browser?.close());

test('the homepage says in French how search is doing, and leads to its page', async () => {
  await page.getByText('En service', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Ouvrir la page Recherche' }).click();
  await page.getByRole('heading', { level: 1, name: 'Recherche' }).waitFor();
  const rows = page.getByRole('grid', { name: 'Documents par langue' }).getByRole('row');
  await rows
    .filter({ hasText: 'Toutes langues réunies' })
    .getByText(/^\d{3}$/)
    .first()
    .waitFor();
  expect(await rows.count()).toBe(8);
});

test('a rebuild is confirmed, shows its progress and tells what it did; a check, what it found', async () => {
  await page.getByRole('button', { name: 'Reconstruire…' }).click();
  await page.getByRole('combobox', { name: 'Lesquels' }).click();
  await page.getByRole('option', { name: 'Grec' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reconstruire' }).click();
  await page.getByRole('progressbar', { name: 'Avancement : Reconstruction' }).waitFor();
  const rebuilt = page.locator('[data-last-run=rebuild]');
  await rebuilt.getByText(/documents dans 1 index/).waitFor();
  await page.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await page
    .locator('[data-last-run=check]')
    .getByText(/fiches comparées/)
    .waitFor();
});

test('a search is answered as a visitor gets it, with its ranking explained', async () => {
  await page.getByRole('tab', { name: 'Essayer une recherche' }).click();
  await page.getByLabel('Mots').fill('administration');
  await page.keyboard.press('Enter');
  const first = page.getByRole('list', { name: 'Ce qui a été trouvé' }).locator('> li').first();
  await first.getByText('Pourquoi ce rang ?').click();
  await first.getByRole('meter', { name: 'Mots trouvés' }).waitFor();
  await first.getByText('1 sur 1', { exact: true }).waitFor();
  const { url } = inject('demo');
  const response = await fetch(`${url}/api/search?locale=fr&q=administration`);
  const { data } = (await response.json()) as { data: { title: string }[] };
  expect(await first.getByRole('heading').textContent()).toBe(`1. ${data[0]?.title}`);
});

test('beside an entry stands whether it is in search, and a publication brings it there', async () => {
  const { url } = inject('demo');
  const term = `Cherchable ${randomUUID().slice(0, 8)}`;
  await page.goto(
    `${url}/admin/content-manager/collection-types/${TERM}/create?plugins[i18n][locale]=fr`,
  );
  await fillFirst(page, 'term', term);
  await page.fill('[name="plainDefinition"]', 'Ce que l’on peut chercher.');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
  await page.getByText('Pas publiée, donc pas dans la recherche').waitFor();
  await page.getByRole('button', { name: 'Publier', exact: true }).first().click();
  await page.getByText(/^Dans la recherche depuis le /).waitFor();
  await page.getByText('Dans chaque langue').click();
  await page.getByText('affichée en français, faute de traduction').first().waitFor();
});

test('nothing of this put an error on the console', () => {
  expect(consoleErrors).toEqual([]);
});
