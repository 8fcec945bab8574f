import type { Page } from 'playwright-core';
import { waitFor } from './wait-for';

/** Asked by Strapi's panel in every edition, answered in the paid one or where a preview is set up. */
const ABSENT = /\/(admin\/ai-feature-config|i18n\/ai-localization-jobs|content-manager\/preview)/;

/** Collects what a page puts on the console as errors, but for what Strapi itself lacks. */
export const watchConsole = (page: Page): string[] => {
  const found: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !ABSENT.test(url)) found.push(`${message.text()} ${url}`);
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
};

/** Milliseconds that a step of the panel may take on a busy machine. */
const PATIENCE = 90_000;

/** Signs in to the panel and waits for its homepage. */
export const signIn = async (
  page: Page,
  { url, email, password }: { url: string; email: string; password: string },
): Promise<void> => {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', password);
  await page.click('button[type="submit"]');
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
};

/**
 * Types the first text of a new entry. What is typed before the form has its defaults is taken away
 * again, so it is typed until the form can be saved.
 */
export const fillFirst = (page: Page, field: string, text: string): Promise<boolean> =>
  waitFor(async () => {
    await page.fill(`[name="${field}"]`, text);
    return page.getByRole('button', { name: 'Enregistrer', exact: true }).first().isEnabled();
  });
