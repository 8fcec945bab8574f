const { ensureBuild } = require('./build.js');

try {
  // Standard output is the command's, which `--json` fills with JSON alone.
  ensureBuild({ admin: false, say: (sentence) => process.stderr.write(`${sentence}\n`) });
} catch (error) {
  console.error(
    `The build failed, so nothing was done: see the messages above (${error.message.split('\n')[0]}).`,
  );
  process.exit(1);
}
require('../dist/src/commands/search.js');
