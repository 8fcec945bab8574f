const { ensureBuild } = require('./build');

ensureBuild({ admin: false, say: (sentence) => process.stderr.write(`${sentence}\n`) });
const { main } = require('../dist/src/plugins/regional-dynamics/server/src/cli/main.js');

// npm changes to the project's folder; paths are meant from where the command was typed.
process.chdir(process.env.INIT_CWD ?? process.cwd());
process.exitCode = main(process.argv.slice(2));
