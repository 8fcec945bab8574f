import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { signIn } from '../support/panel';
import { waitFor } from '../support/wait-for';

const INTERVIEW = 'api::iris.interview';
const INITIATIVE = 'api::iris.initiative';
const CANARY = 'Αυτό μένει μεταξύ μας';
const TITLE = 'Πύλη δοκιμής της Κρήτης';

/** What the owner says, by the question's code. */
const ANSWERS: Record<string, string> = {
  strap: 'Μια πύλη για όλες τις υπηρεσίες της περιφέρειας.',
  summary: 'Η περιφέρεια άνοιξε μια πύλη όπου οι πολίτες βρίσκουν όλες τις υπηρεσίες της.',
  context: 'Ένα νησί με πολλά απομακρυσμένα χωριά.',
  problem: 'Οι πολίτες ταξίδευαν ώρες για μια αίτηση.',
  objectives: 'Καμία μετακίνηση για μια αίτηση.',
  solution: 'Μια πύλη με ηλεκτρονικές αιτήσεις.',
  users: 'Δώδεκα χιλιάδες πολίτες.',
  organisation: 'Η περιφέρεια με τους δήμους.',
  costs: '100.000 ευρώ το 2006.',
  lessons: CANARY,
  conditions: 'Η στήριξη των δήμων.',
};

let browser: Browser;
let page: Page;
let interviewAddress: string;
let initiativeAddress: string;

const save = async () => {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
  await page.getByText('Sauvegardé').first().waitFor();
};

/** Chooses the first entry that a relation field of the form offers. */
const connect = async (label: string) => {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
  // Until the entries are loaded, the offer to create one stands alone.
  const entries = page.getByRole('option').filter({ hasNotText: 'Créer une relation' });
  await entries.first().click();
};

/** What the side panel says of the owner's approval, when it is in this state. */
const approval = (state: string) => page.locator(`[data-approval="${state}"]`);

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 1000 } });
  const { url, editor, editorPassword } = inject('demo');
  await signIn(page, { url, email: editor, password: editorPassword });
});

afterAll(() => browser?.close());

test('an editor conducts the interview of a questionnaire, in the owner’s language', async () => {
  const { url } = inject('demo');
  await page.goto(`${url}/admin/content-manager/collection-types/${INTERVIEW}/create`);
  await page.locator('[name="language"]').fill('el');
  await connect('Questionnaire');
  await page.getByText('Reste 45 minutes').waitFor();
  await page.getByRole('button', { name: 'Mener l’entretien' }).click();
  const dialog = page.getByRole('dialog');
  for (const [code, answer] of Object.entries(ANSWERS)) {
    await dialog.locator(`[name="conduct.${code}"]`).fill(answer);
  }
  const lessons = dialog
    .getByRole('group')
    .filter({ has: page.locator('[name="conduct.lessons"]') });
  await lessons.getByRole('checkbox').check();
  await dialog.getByText('Reste 27 minutes').waitFor();
  await dialog.getByRole('button', { name: 'Revenir à la fiche' }).click();
  await save();
  await page.waitForURL((address) => !address.pathname.endsWith('/create'));
  interviewAddress = page.url();
});

test('each answer stands under its question', async () => {
  await page.goto(interviewAddress);
  await page.getByRole('button', { name: /Με μία φράση/ }).waitFor();
});

test('the editor fills the monograph without typing an answer twice', async () => {
  await page.getByRole('button', { name: 'Remplir la monographie' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('rien ne sera rempli sans lui').waitFor();
  expect(await dialog.getByRole('button', { name: 'Remplir le brouillon' }).isEnabled()).toBe(
    false,
  );
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('checkbox', { name: 'Consentement' }).focus();
  await page.keyboard.press('Space');
  await save();
  await page.getByRole('button', { name: 'Remplir la monographie' }).click();
  await dialog.getByText('9 champs à remplir').waitFor();
  expect(await dialog.textContent()).not.toContain(CANARY);
  await dialog.locator('[name="monograph-title"]').fill(TITLE);
  await dialog.getByRole('button', { name: 'Remplir le brouillon' }).click();
  await dialog.getByRole('link', { name: 'Ouvrir la monographie' }).click();
  await page.waitForURL((address) => address.pathname.includes(INITIATIVE));
  await page.locator(`[name="title"][value="${TITLE}"]`).waitFor();
  initiativeAddress = page.url();
});

test('the editor adds only what no answer gives, and publishes', async () => {
  const { url } = inject('demo');
  for (const label of ['Thèmes', 'Maître d’ouvrage', 'Territoires']) await connect(label);
  await page.getByRole('button', { name: 'Publier', exact: true }).first().click();
  const query = `locale=el&filters[title]=${encodeURIComponent(TITLE)}`;
  const published = await waitFor(async () => {
    const response = await fetch(`${url}/api/initiatives?${query}`);
    const { data } = (await response.json()) as { data: Record<string, unknown>[] };
    return data[0];
  });
  expect(published).toMatchObject({
    strap: ANSWERS.strap,
    context: ANSWERS.context,
    lessons: null,
    quality: 'interviewed',
  });
  expect(JSON.stringify(published)).not.toContain(CANARY);
});

test('the owner reads the text in Greek, without a script, and approves it', async () => {
  await page.goto(initiativeAddress);
  await page.getByRole('button', { name: 'Demander la validation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  const link = await dialog.locator('[name="approval-link"]').inputValue();

  // Closed with the browser: Chromium in one process does not outlive the end of a context.
  const owner = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await owner.goto(link);
  expect(await owner.getAttribute('html', 'lang')).toBe('el');
  const text = String(await owner.textContent('article'));
  expect(text).toContain(TITLE);
  expect(text).toContain(ANSWERS.problem);
  expect(text).not.toContain(CANARY);
  await owner.getByRole('button', { name: 'Εγκρίνω αυτό το κείμενο' }).click();
  await owner.getByRole('heading', { name: /Ευχαριστούμε/ }).waitFor();
  expect((await owner.goto(link))?.status()).toBe(404);
});

test('an edit of the approved text withdraws the approval before the editor’s eyes', async () => {
  await page.goto(initiativeAddress);
  await approval('approved').waitFor();
  await page.getByText('Niveau de qualité : validée par le maître d’ouvrage').waitFor();
  await page.locator('[name="strap"]').fill('Μια άλλη πύλη.');
  await save();
  await approval('withdrawn').waitFor();
  expect(await approval('withdrawn').textContent()).toMatch(/^Retirée le .* le texte a changé/);
  await page.getByText('Niveau de qualité : entretien réalisé').waitFor();
});
