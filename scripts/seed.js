const { ensureBuild } = require('./build.js');

try {
  ensureBuild({ admin: false });
} catch (error) {
  console.error(
    `The build failed, so nothing was seeded: see the messages above (${error.message.split('\n')[0]}).`,
  );
  process.exit(1);
}
require('../dist/src/seed/main.js');
