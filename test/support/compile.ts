import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Compiles the server to `dist/`: Strapi loads compiled code only. Throws with the compiler's messages. */
export const compile = (): void => {
  // `npm test` has built everything already, and two projects must not clean under each other.
  if (process.env.TEST_COMPILED === 'true') return;
  rmSync(path.join(projectRoot, 'dist/src'), { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [path.join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  process.env.TEST_COMPILED = 'true';
};
