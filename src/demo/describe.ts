import { ROLE_ACCOUNTS } from '../setup/role-accounts';
import type { DemoSettings } from './settings';

/** What the person who started the demo needs: addresses, accounts, how to end it. */
export const describeDemo = ({ settings }: { settings: DemoSettings }): string => {
  const address = `http://${settings.host}:${settings.port}`;
  return `
The observatory is running.

  Admin panel   ${address}/admin
  REST          ${address}/api/initiatives?locale=fr
  Search        ${address}/api/search?q=administration&locale=fr
  Rankings      ${address}/api/regional-dynamics/rankings?index=dynamique-numerique-regionale
  Meilisearch   http://127.0.0.1:${settings.meilisearchPort}

  Administrator ${settings.accounts.admin}   ${settings.secrets.adminPassword}
  Editor        ${settings.accounts.editor}  ${settings.secrets.editorPassword}
  By role       <role>@oten.example  ${settings.secrets.rolesPassword}
                ${ROLE_ACCOUNTS.map(({ role }) => role).join(', ')}

  Data          ${settings.dataDirectory}

Ctrl-C ends it. The next start takes seconds and keeps your changes.`;
};
