import { randomBytes } from 'node:crypto';
import { createClient } from './client';
import type { DemoSettings } from './settings';
import { waitUntil } from './wait-until';

const UID = 'api::observatory.glossary-term';
const PREFIX = 'PROBE-';
const DELIVERY_TIMEOUT_MS = 60_000;

type Login = { data: { token: string } };
type Entry = { data: { documentId: string } };
type Entries = { results: { documentId: string; reference: string | null }[] };
type Hits = { data: { documentId: string }[] };

/**
 * As the demo editor, through the admin's HTTP API: publishes a glossary term, waits until search
 * finds it, deletes it, waits until it is gone. Probes that an interrupted run left are deleted first.
 * @returns what did not come true, in words
 */
export const publishProbe = async ({
  settings,
  say,
}: {
  settings: DemoSettings;
  say: (text: string) => void;
}): Promise<string[]> => {
  const visitor = createClient({ settings });
  const login = await visitor.send<Login>('POST', '/admin/login', {
    email: settings.accounts.editor,
    password: settings.secrets.editorPassword,
  });
  const editor = createClient({ settings, token: login.data.token });
  const collection = `/content-manager/collection-types/${UID}`;

  const left = await editor.get<Entries>(
    `${collection}?filters[reference][$startsWith]=${PREFIX}&locale=fr`,
  );
  for (const { documentId } of left.results) {
    await editor.send('DELETE', `${collection}/${documentId}?locale=*`);
  }

  // Letters only, far from any word: neither typo tolerance nor a prefix finds anything else.
  const word = `zzq${[...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  const started = Date.now();
  const { data: probe } = await editor.send<Entry>(
    'POST',
    `${collection}/actions/publish?locale=fr`,
    {
      reference: `${PREFIX}${word.toUpperCase()}`,
      term: word,
      plainDefinition: 'Une entrée d’essai, effacée aussitôt.',
      isSample: true,
    },
  );
  const isFound = async () =>
    (await visitor.get<Hits>(`/api/search?locale=fr&q=${word}`)).data.some(
      ({ documentId }) => documentId === probe.documentId,
    );
  const missing: string[] = [];
  if (await waitUntil(isFound, DELIVERY_TIMEOUT_MS)) {
    say(
      `\nThe probe "${word}" was found ${Date.now() - started} ms after it was sent for publication.`,
    );
  } else {
    missing.push('the published probe in search');
  }
  await editor.send('DELETE', `${collection}/${probe.documentId}?locale=*`);
  if (await waitUntil(async () => !(await isFound()), DELIVERY_TIMEOUT_MS)) {
    say('The probe was deleted and is gone from search.');
  } else {
    missing.push('the deletion of the probe from search');
  }
  return missing;
};
