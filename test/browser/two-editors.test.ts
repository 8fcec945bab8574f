import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { signIn, watchConsole } from '../support/panel';

const PROJECT = 'api::observatory.project';
/** Tells the texts of this run from those of another. */
const RUN = randomUUID().slice(0, 8);
const TITLE = { camille: `Titre de Camille ${RUN}`, dominique: `Titre de Dominique ${RUN}` };
const SUMMARY = `Résumé de Camille ${RUN}`;
const ATTRIBUTION = `Dominique ${RUN}`;

const browsers: Browser[] = [];
let camille: Page;
let dominique: Page;
const consoleErrors: string[][] = [];

const person = async (email: string, password: string): Promise<Page> => {
  // One each: the packaged Chromium runs in one process, where a second context hangs.
  const browser = await launchBrowser();
  browsers.push(browser);
  const page = await browser.newPage({
    locale: 'fr-FR',
    viewport: { width: 1440, height: 1000 },
  });
  consoleErrors.push(watchConsole(page));
  await signIn(page, { url: inject('demo').url, email, password });
  return page;
};

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
};
const saved = (page: Page) => page.getByText('Sauvegardé').first().waitFor();
const dialogOf = (page: Page) =>
  page.getByRole('dialog', { name: 'Quelqu’un d’autre a enregistré cette fiche' });

const texts = async (page: Page) => ({
  title: await page.inputValue('[name="title"]'),
  attribution: await page.inputValue('[name="attribution"]'),
  summary: await page.inputValue('[name="summary"]'),
});

beforeAll(async () => {
  const { url, admin, adminPassword, editor, editorPassword } = inject('demo');
  camille = await person(admin, adminPassword);
  dominique = await person(editor, editorPassword);
  const { data } = await (
    await fetch(`${url}/api/projects?locale=fr&filters[reference]=PROJECT-IRIS-NOTES`)
  ).json();
  const entry = `${url}/admin/content-manager/collection-types/${PROJECT}/${data[0].documentId}`;
  for (const page of [camille, dominique]) {
    await page.goto(`${entry}?plugins[i18n][locale]=fr`);
    await page.locator('[name="title"]').waitFor();
  }
});

afterAll(async () => {
  for (const browser of browsers) await browser.close();
});

test('the second of two editors is shown both texts, and the form keeps what was typed', async () => {
  await camille.fill('[name="title"]', TITLE.camille);
  await camille.fill('[name="summary"]', SUMMARY);
  await save(camille);
  await saved(camille);

  await dominique.fill('[name="title"]', TITLE.dominique);
  await dominique.fill('[name="attribution"]', ATTRIBUTION);
  await save(dominique);
  const dialog = dialogOf(dominique);
  await dialog.waitFor();
  const shown = await dialog.textContent();
  for (const text of [TITLE.camille, TITLE.dominique, SUMMARY]) {
    expect(shown).toContain(text);
  }
  expect(shown).toContain('Camille Administration');

  await dominique.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await dominique.getByText('Rien n’a été enregistré').first().waitFor();
  expect(await texts(dominique)).toMatchObject({
    title: TITLE.dominique,
    attribution: ATTRIBUTION,
  });
  await camille.reload();
  await camille.locator('[name="title"]').waitFor();
  expect(await texts(camille)).toMatchObject({
    title: TITLE.camille,
    summary: SUMMARY,
  });
});

test('what the editor chooses is saved, text by text', async () => {
  await save(dominique);
  const dialog = dialogOf(dominique);
  await dialog.waitFor();
  const confirm = dialog.getByRole('button', { name: 'Enregistrer mon choix' });
  expect(await confirm.isDisabled()).toBe(true);
  // By keyboard: the group of the title is the first, its first choice the own text.
  await dialog.getByRole('radio', { name: 'Votre texte' }).first().focus();
  await dominique.keyboard.press('Space');
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
  await saved(dominique);

  const merged = { title: TITLE.dominique, attribution: ATTRIBUTION, summary: SUMMARY };
  await expect.poll(() => texts(dominique)).toEqual(merged);
  await camille.reload();
  await camille.locator('[name="title"]').waitFor();
  expect(await texts(camille)).toEqual(merged);
});

test('whoever has seen the last text saves and publishes without being asked', async () => {
  for (const [label, done] of [
    ['Enregistrer', 'Sauvegardé'],
    ['Publier', 'Publié'],
  ] as const) {
    await dominique.fill('[name="title"]', `Titre après ${label}`);
    await dominique.getByRole('button', { name: label, exact: true }).first().click();
    await dominique.getByText(done).first().waitFor();
    expect(await dialogOf(dominique).count()).toBe(0);
  }
});

test('a draft that somebody else has saved is not discarded unseen', async () => {
  const seen = `Résumé que Dominique n’a pas vu ${RUN}`;
  await dominique.fill('[name="title"]', `Brouillon ${RUN}`);
  await save(dominique);
  await saved(dominique);
  await camille.reload();
  await camille.locator('[name="title"]').waitFor();
  await camille.fill('[name="summary"]', seen);
  await save(camille);
  await saved(camille);
  await dominique.getByRole('button', { name: /actions sur les documents/ }).click();
  await dominique.getByRole('menuitem', { name: 'Rejeter les modifications' }).click();
  await dominique.getByRole('button', { name: 'Confirmer' }).click();
  await dominique.getByText('Rien n’a été annulé').first().waitFor();
  await expect.poll(async () => (await texts(dominique)).summary).toBe(seen);
});

test('what was typed into an entry that somebody has deleted is not lost', async () => {
  const { url } = inject('demo');
  const typed = `Texte de Dominique ${RUN}`;
  await camille.goto(
    `${url}/admin/content-manager/collection-types/${PROJECT}/create?plugins[i18n][locale]=fr`,
  );
  await camille.fill('[name="title"]', `À supprimer ${RUN}`);
  await save(camille);
  await camille.waitForURL((address) => !address.pathname.endsWith('/create'));
  await dominique.goto(camille.url());
  await dominique.fill('[name="summary"]', typed);
  await camille
    .getByRole('button', { name: /^Plus d/ })
    .nth(1)
    .click();
  await camille.getByRole('menuitem', { name: /toutes les langues/ }).click();
  await camille.getByRole('button', { name: 'Confirmer' }).click();
  await camille.waitForURL((address) => address.pathname.endsWith(PROJECT));

  await save(dominique);
  const dialog = dominique.getByRole('dialog', { name: 'Cette fiche n’existe plus' });
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain(typed);
  await dominique.keyboard.press('Escape');
  await dominique.getByText('quelqu’un a supprimé cette fiche').first().waitFor();
  expect(await dominique.inputValue('[name="summary"]')).toBe(typed);
});

test('nothing of this put an error on the console but the refusals themselves', () => {
  const others = consoleErrors.flat().filter((error) => !/40[49]/.test(error));
  expect(others).toEqual([]);
});
