import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { compile } from './compile';
import { createTemplate } from './create-template';
import { createDatabase, startPostgres } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async (project: TestProject) => {
  compile();
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres();
  const name = `template_${randomBytes(6).toString('hex')}`;
  const template = await createDatabase({ url: server.url, name });
  const { remove } = await createTemplate(template.url);
  remove();
  project.provide('postgresUrl', server.url);
  project.provide('templateDatabase', name);
  return async () => {
    await template.drop();
    await server.stop();
  };
};
