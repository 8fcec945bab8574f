import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { fillFirst, signIn, watchConsole } from '../support/panel';

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

const press = (page: Page, label: 'Enregistrer' | 'Publier') =>
  page.getByRole('button', { name: label, exact: true }).first().click();

/**
 * Does what saves, and waits until the form holds what is stored then: Strapi reads it anew, and
 * fills the form with it over whatever is typed before.
 */
const saving = async (page: Page, act: () => Promise<void>) => {
  let saved = false;
  const readAnew = page.waitForResponse((response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith(`/content-manager/collection-types/${PROJECT}`)) return false;
    const isRead = response.request().method() === 'GET';
    if (!isRead) saved = response.ok();
    return isRead && saved && /^\w+$/.test(pathname.split(`${PROJECT}/`)[1] ?? '');
  });
  await act();
  await (await readAnew).finished();
  // The form takes it over before the second frame from here.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
};

const save = (page: Page) => saving(page, () => press(page, 'Enregistrer'));
/** Shown for some seconds only: to be waited for while what it tells of happens. */
const notice = (page: Page, text: string) =>
  page.locator('[role=status] p').getByText(text, { exact: true }).first().waitFor();
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

  await dominique.fill('[name="title"]', TITLE.dominique);
  await dominique.fill('[name="attribution"]', ATTRIBUTION);
  await press(dominique, 'Enregistrer');
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
  await press(dominique, 'Enregistrer');
  const dialog = dialogOf(dominique);
  await dialog.waitFor();
  const confirm = dialog.getByRole('button', { name: 'Enregistrer mon choix' });
  expect(await confirm.isDisabled()).toBe(true);
  // By keyboard: the group of the title is the first, its first choice the own text.
  await dialog.getByRole('radio', { name: 'Votre texte' }).first().focus();
  await dominique.keyboard.press('Space');
  await Promise.all([
    saving(dominique, () => confirm.click()),
    notice(dominique, 'Sauvegardé'),
    dialog.waitFor({ state: 'hidden' }),
  ]);

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
    await Promise.all([saving(dominique, () => press(dominique, label)), notice(dominique, done)]);
    expect(await dialogOf(dominique).count()).toBe(0);
  }
});

test('a draft that somebody else has saved is not discarded unseen', async () => {
  const seen = `Résumé que Dominique n’a pas vu ${RUN}`;
  await dominique.fill('[name="title"]', `Brouillon ${RUN}`);
  await save(dominique);
  await camille.reload();
  await camille.locator('[name="title"]').waitFor();
  await camille.fill('[name="summary"]', seen);
  await save(camille);
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
  await fillFirst(camille, 'title', `À supprimer ${RUN}`);
  await save(camille);
  await camille.waitForURL((address) => !address.pathname.endsWith('/create'));
  await dominique.goto(camille.url());
  await dominique.fill('[name="summary"]', typed);
  await camille.getByRole('button', { name: /^Plus d.actions$/ }).click();
  await camille.getByRole('menuitem', { name: /toutes les langues/ }).click();
  await camille.getByRole('button', { name: 'Confirmer' }).click();
  await camille.waitForURL((address) => address.pathname.endsWith(PROJECT));

  await press(dominique, 'Enregistrer');
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
