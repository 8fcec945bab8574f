import { readFileSync } from 'node:fs';
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

test('a node of the tree is given a mean, a power, a floor and an availability of its own', async () => {
  await open(`recipes/${CODE}`);
  // Of the root, usage, skills, …
  await page.getByRole('button', { name: 'Nom, agrégation, disponibilité' }).nth(2).click();
  expect(await page.getByLabel('Nom (grec)').inputValue()).toBe('Δεξιότητες');
  const kind = page.getByRole('combobox', { name: 'Agrégation', exact: true });
  await kind.click();
  await page.getByRole('option', { name: 'moyenne généralisée' }).click();
  const power = page.getByLabel('Puissance');
  expect(await power.inputValue()).toBe('0,5');
  await power.fill('2');
  await page.getByText('Une disponibilité qui lui est propre').click();
  const needed = page.getByLabel('Un nœud demande tant').first();
  expect(await needed.inputValue()).toBe('2');
  await needed.fill('9');
  const problem = page.getByText(/^Compétences › Disponibilité d’un nœud : doit être une part/);
  await problem.waitFor();
  await needed.fill('1');
  await problem.waitFor({ state: 'detached' });
  const noFloor = page.getByRole('checkbox', { name: /^Sans plancher/ }).first();
  expect(await noFloor.isChecked()).toBe(true);
  await noFloor.click();
  expect(await page.getByLabel('Plancher').first().inputValue()).toBe('1');
  await page.getByRole('button', { name: 'Revenir à l’enregistré' }).click();
  await page.getByLabel('Puissance').waitFor({ state: 'detached' });
});

test('an indicator has a normalisation of its own, with the settings of its kind', async () => {
  await open(`recipes/${CODE}`);
  await page.getByRole('button', { name: /^Dépenses intérieures/ }).click();
  const own = page.getByRole('region', { name: /^Dépenses intérieures/ });
  await own.getByRole('combobox', { name: 'Normalisation' }).click();
  await page.getByRole('option', { name: 'min-max' }).click();
  const upper = own.getByLabel('Échelle à');
  expect(await upper.inputValue()).toBe('100');
  await upper.fill('0');
  const problem = page.getByText(/doit aller d’une valeur à une valeur plus grande/).first();
  await problem.waitFor();
  await upper.fill('100');
  await problem.waitFor({ state: 'detached' });
  await own.getByRole('combobox', { name: 'Normalisation' }).click();
  await page.getByRole('option', { name: 'cote z' }).click();
  await own.getByLabel('Écart type').fill('15');
  expect(await own.getByLabel('Échelle à').count()).toBe(0);
  await page.getByRole('button', { name: 'Revenir à l’enregistré' }).click();
  await own.getByLabel('Écart type').waitFor({ state: 'detached' });
});

test('a region is found by its code to give it other figures, as they were observed', async () => {
  await open('what-if');
  await page.getByRole('combobox', { name: 'Région' }).click();
  await page.keyboard.type('PT30');
  await page.getByRole('option', { name: /PT30/ }).click();
  const gerd = page.getByLabel(/^Dépenses intérieures .+ \(% du PIB\)$/);
  await gerd.waitFor();
  expect(await gerd.inputValue()).toBe('0,31');
});

test('the statistics of an edition warn of double counting and tell what moves its ranks', async () => {
  await open(`editions/${CODE}-2018-1?view=statistics`);
  await page.getByText(/^Ressources humaines .+ et Diplômés .+ : r = 0,90$/).waitFor();
  const table = page.getByRole('grid', { name: 'Quelle hypothèse déplace les rangs' });
  expect(await table.getByRole('row', { name: /^pondérations/ }).count()).toBe(1);
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: 'Les nœuds et leurs éléments : enregistrer en CSV' })
    .click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^\uFEFFÉlément,Fait partie de,Poids,Poids équilibré,/);
});

const VIEWS = [
  [`editions/${CODE}-2018-1`, 1],
  [`editions/${CODE}-2018-1?view=domains`, 2],
  [`editions/${CODE}-2018-1?view=contributions`, 1],
  [`editions/${CODE}-2018-1?view=map`, 1],
  [`editions/${CODE}-2011-2016-1?view=change`, 2],
  [`editions/${CODE}-2011-2016-1?view=compare&regions=FR10,PL21,EL43`, 6],
] as const;

test.each(VIEWS)(
  'every chart of %s is walked by keys, let go of, and saved as a picture',
  async (address, count) => {
    await open(address);
    const charts = page.getByRole('figure');
    await charts.first().getByRole('img').waitFor();
    expect(await charts.count()).toBe(count);
    for (const chart of await charts.all()) {
      const said = chart.locator('[aria-live]');
      const drawn = () => chart.getByRole('img').innerHTML();
      const plain = await drawn();
      await chart.locator('[role=group]').focus();
      await page.keyboard.press('ArrowDown');
      await said
        .getByText(/Région : /)
        .first()
        .waitFor();
      const first = await said.textContent();
      expect(await drawn()).not.toBe(plain);
      await page.keyboard.press('End');
      expect(await said.textContent()).not.toBe(first);
      await page.keyboard.press('Home');
      expect(await said.textContent()).toBe(first);
      await page.keyboard.press('Escape');
      expect([await said.textContent(), await drawn()]).toEqual(['', plain]);
      const download = page.waitForEvent('download');
      await chart.getByRole('button', { name: /enregistrer en PNG$/ }).click();
      const png = readFileSync(await (await download).path());
      const height = Number(await chart.getByRole('img').getAttribute('height'));
      // The header of a PNG: its mark, then width and height.
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1760, 2 * height]);
    }
  },
);

test('nothing of this put an error on the console', () => {
  expect(consoleErrors).toEqual([]);
});
