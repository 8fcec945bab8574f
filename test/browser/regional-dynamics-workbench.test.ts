import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { signIn, watchConsole } from '../support/panel';

const HOME = '/admin/plugins/regional-dynamics';
const CODE = 'dynamique-numerique-regionale';

let browser: Browser;
let page: Page;
let consoleErrors: string[];

const file = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['unit,year,indicator,value,flag', ...lines].join('\n')),
});

const open = (path: string) => page.goto(`${inject('demo').url}${HOME}/${path}`);

beforeAll(async () => {
  const { url, admin, adminPassword } = inject('demo');
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1600, height: 1400 } });
  consoleErrors = watchConsole(page);
  await signIn(page, { url, email: admin, password: adminPassword });
});

afterAll(() => browser?.close());

test('the import wizard names a wrong line, and loads the mended file', async () => {
  await open('data');
  await page.getByRole('link', { name: 'Importer des données' }).click();
  const choice = page.getByLabel('Fichier');
  const preview = page.getByRole('button', { name: 'Aperçu' });
  await choice.setInputFiles(file('figures.csv', ['FR10,1999,gerd,3,', 'PL21,1999,gerd,x,']));
  await preview.click();
  await page.getByText('gerd n’est pas un nombre : « x »').waitFor();
  expect(await page.getByRole('button', { name: /^Charger/ }).count()).toBe(0);
  await choice.setInputFiles(file('figures.csv', ['FR10,1999,gerd,3,', 'PL21,1999,gerd,1,b']));
  await preview.click();
  await page.getByRole('button', { name: /^Charger 2/ }).click();
  await page.getByText(/Chargement fait : 2 nouvelles données/).waitFor();
  await open('data/indicators/gerd');
  await page.getByPlaceholder('Chercher une région par nom ou code').fill('PL21');
  await page.getByRole('row', { name: /PL21.*1999/ }).waitFor();
});

test('a slider of the recipe moves ranks, each shown with its range', async () => {
  await open(`recipes/${CODE}`);
  const row = page.getByRole('row', { name: /FR10/ });
  await page.getByPlaceholder('Chercher une région par nom ou code').fill('FR10');
  await row
    .getByText(/^22 \(\d+–\d+\)$/)
    .first()
    .waitFor();
  const slider = page.getByRole('slider', { name: 'Poids de Recherche' });
  await slider.focus();
  await page.keyboard.press('End');
  await row.getByText(/[▲▼] \d+/).waitFor();
  expect(await row.textContent()).toMatch(/\d+ \(\d+–\d+\)/);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await row.getByText('=', { exact: true }).waitFor();
});

test('the self-check agrees on every line', async () => {
  await open('self-check');
  await page.getByText(/les \d+ contrôles concordent/).waitFor();
  await page.getByRole('button', { name: /rangs à pondération égale/ }).click();
  await page.getByRole('row', { name: /Finlande 1 1 concorde/ }).waitFor();
});

test('a computation that was cancelled is told among the editions, and begun again', async () => {
  await open('editions');
  const answers = await page.evaluate(async (runs) => {
    const { token } = await (await fetch('/admin/access-token', { method: 'POST' }))
      .json()
      .then(({ data }) => data);
    const post = (path: string) =>
      fetch(path, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    return [(await post(runs)).status, (await post(`${runs}/cancel`)).status];
  }, `/regional-dynamics/runs/${CODE}`);
  expect(answers).toEqual([200, 200]);
  await open('editions');
  await page.getByText(/le calcul a été annulé/).waitFor();
  await page.getByRole('button', { name: 'Recalculer' }).click();
  await page.getByText(/vont être calculées|en cours de calcul/).waitFor();
  await page.getByText(/vont être calculées|en cours de calcul/).waitFor({ state: 'detached' });
  expect(await page.getByText(/n’ont pas pu être calculées/).count()).toBe(0);
});

test('what is wrong with a recipe is named by the labels of the editor', async () => {
  await open(`recipes/${CODE}`);
  await page.getByLabel('Un nœud demande tant').fill('9');
  await page.getByText(/^Disponibilité d’un nœud : doit être une part, d’au plus 1$/).waitFor();
  expect(await page.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
});

test('nothing of this put an error on the console', () => {
  expect(consoleErrors).toEqual([]);
});
