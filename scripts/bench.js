const { execFileSync } = require('node:child_process');
const path = require('node:path');
const { ensureBuild, root } = require('./build.js');

try {
  ensureBuild({ admin: false, say: console.error });
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'test/bench/tsconfig.json'],
    { cwd: root, stdio: 'inherit' },
  );
} catch (error) {
  console.error(
    `The build failed, so nothing was measured: see the messages above (${error.message.split('\n')[0]}).`,
  );
  process.exit(1);
}
require('../dist/test/bench/main.js');
