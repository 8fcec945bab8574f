import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A headless Chromium: `CHROME_PATH`, else a system one, else the one inside `@sparticuz/chromium`. */
export const launchBrowser = async (): Promise<Browser> => {
  const installed = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => file !== undefined && file !== '' && existsSync(file),
  );
  // Nothing in the panel is WebGL, and drawing it in software takes a quarter of all processor time.
  sparticuz.setGraphicsMode = false;
  return chromium.launch({
    executablePath: installed ?? (await sparticuz.executablePath()),
    headless: true,
    args: [
      ...(installed ? ['--no-sandbox', '--disable-gpu'] : sparticuz.args),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=fr-FR',
    ],
  });
};
