import { cpSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { createDemoFolder, runDemo, secretsOf } from './demo';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm run demo -- --once` printed on an empty folder, and its exit code. */
    demoOnce: { code: number | string; output: string };
    /** A running demo for tests that only add to it. */
    demo: {
      url: string;
      editor: string;
      editorPassword: string;
      admin: string;
      adminPassword: string;
    };
    /** A loaded data folder of a demo that is not running. */
    loadedFolder: string;
  }
}

/** Loads one demo from nothing, keeps a copy of its data for the supervision tests, and starts it again. */
export default async (project: TestProject) => {
  const folder = await createDemoFolder();
  const copy = await createDemoFolder();
  const once = runDemo(folder, { args: ['--once'] });
  project.provide('demoOnce', { code: await once.ended, output: once.output() });
  cpSync(folder.directory, copy.directory, { recursive: true });
  project.provide('loadedFolder', copy.directory);
  const demo = runDemo(folder);
  await demo.ready();
  const { editorPassword, adminPassword } = secretsOf(folder);
  project.provide('demo', {
    url: demo.url,
    editor: 'editor@oten.example',
    editorPassword,
    admin: 'admin@oten.example',
    adminPassword,
  });
  return async () => {
    demo.process.kill('SIGTERM');
    await demo.ended;
    folder.remove();
    copy.remove();
  };
};
