import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { fillFirst, signIn, watchConsole } from '../support/panel';

const PROJECT = 'api::observatory.project';

let browser: Browser;
let page: Page;
let consoleErrors: string[];

beforeAll(async () => {
  const { url, editor, editorPassword } = inject('demo');
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 2000 } });
  consoleErrors = watchConsole(page);
  await signIn(page, { url, email: editor, password: editorPassword });
});

afterAll(() => browser?.close());

test('the homepage tells in French what there is to do', async () => {
  for (const title of [
    'Mes brouillons',
    'En attente d’approbation',
    'À réviser',
    'Appels qui se clôturent cette semaine',
  ]) {
    await page.getByText(title, { exact: true }).first().waitFor();
  }
});

test('a draft appears there, and its link leads to its form', async () => {
  const { url } = inject('demo');
  const title = `Un brouillon pour la page d’accueil ${randomUUID().slice(0, 8)}`;
  await page.goto(`${url}/admin/content-manager/collection-types/${PROJECT}/create`);
  await fillFirst(page, 'title', title);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
  await page.waitForURL((address) => !address.pathname.endsWith('/create'));
  await page.goto(`${url}/admin`);
  await page.getByRole('link', { name: title }).click();
  await page.locator('[name="title"]').waitFor();
  expect(await page.inputValue('[name="title"]')).toBe(title);
});

test('nothing of this put an error on the console', () => {
  expect(consoleErrors).toEqual([]);
});
