const path = require('node:path');
const { ensureBuild, root } = require('./build');

ensureBuild({ admin: false, say: (sentence) => process.stderr.write(`${sentence}\n`) });
const { main } = require('../dist/src/plugins/regional-dynamics/server/src/cli/main.js');
const { loadStrapi } = require('../dist/src/seed/load-strapi.js');

// npm changes to the project's folder; paths are meant from where the command was typed.
const from = process.env.INIT_CWD ?? process.cwd();
const fromThere = (file) => path.resolve(from, file);
process.chdir(from);

/** The database of the environment, for the commands that need one; Strapi expects the project's folder. */
const boot = () => {
  process.chdir(root);
  return loadStrapi(root);
};

main(process.argv.slice(2), { boot, resolve: fromThere }).then(
  // A database that was opened may leave timers behind.
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
