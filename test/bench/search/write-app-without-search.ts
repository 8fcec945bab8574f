import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a compiled folder that is ours in everything, except that the search plugin is off.
 * @param distDir our compiled project
 */
export const writeAppWithoutSearch = ({
  distDir,
  directory,
}: {
  distDir: string;
  directory: string;
}): void => {
  mkdirSync(path.join(directory, 'config'), { recursive: true });
  symlinkSync(path.join(distDir, 'src'), path.join(directory, 'src'));
  for (const file of readdirSync(path.join(distDir, 'config'))) {
    if (!file.endsWith('.js')) continue;
    const ours = `require(${JSON.stringify(path.join(distDir, 'config', file))})`;
    const text =
      file === 'plugins.js'
        ? `module.exports = (context) => ({ ...${ours}.default(context), search: { enabled: false } });`
        : `module.exports = ${ours};`;
    writeFileSync(path.join(directory, 'config', file), text);
  }
};
