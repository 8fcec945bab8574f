const { ensureBuild } = require('./build.js');

try {
  ensureBuild();
} catch (error) {
  console.error(
    `The build failed, so the demo cannot start: see the messages above (${error.message.split('\n')[0]}).`,
  );
  process.exit(1);
}
require('../dist/src/demo/main.js');
