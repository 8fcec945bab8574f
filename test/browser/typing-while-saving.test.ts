import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { fillFirst, signIn, watchConsole } from '../support/panel';

const PROJECT = 'api::observatory.project';
const FORMS = `/admin/content-manager/collection-types/${PROJECT}`;
const REQUESTS = `/content-manager/collection-types/${PROJECT}`;
const RUN = randomUUID().slice(0, 8);

let browser: Browser;
let page: Page;
let consoleErrors: string[];
let entry: string;

const field = (name: string) => page.locator(`[name="${name}"]`);
const publishButton = () => page.getByRole('button', { name: 'Publier', exact: true }).first();
const saveButton = () => page.getByRole('button', { name: 'Enregistrer', exact: true }).first();
const status = () => page.getByRole('status').getByText('Enregistrement en cours.');

/** Holds the requests of one kind until they are let through. */
const hold = async (isHeld: (method: string, path: string) => boolean) => {
  let arrived = () => {};
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const through = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(`**${REQUESTS}**`, async (route) => {
    const request = route.request();
    if (isHeld(request.method(), new URL(request.url()).pathname)) {
      arrived();
      await through;
    }
    await route.fallback();
  });
  return { held, letThrough };
};

const holdSave = () => hold((method) => method !== 'GET');
/** The form is filled with what is read after the save. */
const holdReadAnew = () =>
  hold((method, path) => method === 'GET' && /^\w+$/.test(path.split(`${REQUESTS}/`)[1] ?? ''));

/** Tries to write into a field and tells what it shows then. */
const type = async (name: string, text: string): Promise<string> => {
  await field(name).evaluate((element) => element.focus());
  await page.keyboard.type(text);
  return field(name).inputValue();
};

const unlocked = () => page.locator('form:not([inert]) [name="title"]').waitFor();

beforeAll(async () => {
  const { url, admin, adminPassword } = inject('demo');
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 1000 } });
  consoleErrors = watchConsole(page);
  // Forms that a test leaves unsaved.
  page.on('dialog', (dialog) => dialog.accept());
  await signIn(page, { url, email: admin, password: adminPassword });
  const { data } = await (
    await fetch(`${url}/api/projects?locale=fr&filters[reference]=PROJECT-HUB`)
  ).json();
  entry = `${url}${FORMS}/${data[0].documentId}?plugins[i18n][locale]=fr`;
});

beforeEach(async () => {
  await page.unrouteAll();
  await page.goto(entry);
  await field('title').waitFor();
});

afterAll(() => browser?.close());

test.each([
  ['saved', 'Control+Enter'],
  ['published', 'Control+Shift+Enter'],
])(
  'while an entry is %s its form says so and takes nothing, then the editor types on',
  async (_, shortcut) => {
    const title = `Titre ${RUN} ${shortcut}`;
    const save = await holdSave();
    const read = await holdReadAnew();
    await field('title').fill(title);
    await field('title').press('ArrowLeft');
    await publishButton().and(page.locator(':enabled')).waitFor();
    await field('title').press(shortcut);

    await save.held;
    await status().waitFor();
    const whileSaved = await type('attribution', 'a');
    save.letThrough();
    await read.held;
    const whileRead = await type('attribution', 'b');
    // What is shown stays: nothing that was typed is taken away again.
    expect(whileRead).toBe(whileSaved);
    read.letThrough();
    await unlocked();
    await status().waitFor({ state: 'detached' });
    expect(await field('attribution').inputValue()).toBe(whileRead);

    // The cursor is where it was, before the last character.
    await page.keyboard.type('!');
    expect(await field('title').inputValue()).toBe(`${title.slice(0, -1)}!${title.slice(-1)}`);
    await expect.poll(() => saveButton().isEnabled()).toBe(true);
  },
);

test('a new entry is locked until its form shows what was saved', async () => {
  const { url } = inject('demo');
  await page.goto(`${url}${FORMS}/create?plugins[i18n][locale]=fr`);
  const save = await holdSave();
  const read = await holdReadAnew();
  await fillFirst(page, 'title', `Nouveau ${RUN}`);
  await field('title').press('Control+Enter');
  await save.held;
  const shown = await type('attribution', 'a');
  save.letThrough();
  await read.held;
  read.letThrough();
  await page.waitForURL((address) => !address.pathname.endsWith('/create'));
  await unlocked();
  expect(await field('title').inputValue()).toBe(`Nouveau ${RUN}`);
  expect(await field('attribution').inputValue()).toBe(shown);
});

test('a save that fails gives the form back as it was', async () => {
  await page.route(`**${REQUESTS}/**`, (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ status: 500 }) : route.fallback(),
  );
  const save = await holdSave();
  await field('title').fill(`Échec ${RUN}`);
  await saveButton().and(page.locator(':enabled')).waitFor();
  await field('title').press('Control+Enter');
  await save.held;
  await type('title', 'a');
  save.letThrough();
  await unlocked();
  await page.keyboard.type('!');
  expect(await field('title').inputValue()).toBe(`Échec ${RUN}!`);
  await expect.poll(() => saveButton().isEnabled()).toBe(true);
});

test('the console shows no error but the one of the failed save', () => {
  expect(consoleErrors.filter((error) => !error.includes('500'))).toEqual([]);
});
