const { createHash } = require('node:crypto');
const { execFileSync } = require('node:child_process');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const stampFile = path.join(root, 'dist', '.built.json');

/** Files below `folder`, relative to the project, in a stable order. */
const filesOf = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
};

const isAdmin = (file) =>
  /(^|\/)admin\//.test(path.posix.normalize(file.split(path.sep).join('/'))) ||
  file.includes(`${path.sep}shared${path.sep}`) ||
  (file.startsWith(`src${path.sep}plugins`) && file.endsWith('package.json'));

/** What the two builds are made from: each is repeated only when its own sources changed. */
const fingerprints = () => {
  const sources = filesOf('src');
  const common = ['package-lock.json', 'tsconfig.json'];
  return {
    server: hashOf([
      ...common,
      ...filesOf('config'),
      ...sources.filter((file) => !isAdmin(file)),
      ...sources.filter((file) => file.includes(`${path.sep}shared${path.sep}`)),
    ]),
    admin: hashOf([...common, ...sources.filter(isAdmin)]),
  };
};

const run = (script, args) =>
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });

/**
 * Compiles the server and the admin panel, each where its sources changed.
 * @param {{ admin?: boolean, say?: (sentence: string) => void }} options `admin: false` leaves the
 *   panel out, for commands that serve none
 */
const ensureBuild = ({ admin = true, say = console.log } = {}) => {
  const wanted = fingerprints();
  const built = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const stamp = (part) => {
    Object.assign(built, part);
    mkdirSync(path.dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, JSON.stringify(built));
  };
  if (built.server !== wanted.server || !existsSync(path.join(root, 'dist/src/index.js'))) {
    say('Compiling the server…');
    rmSync(path.join(root, 'dist/src'), { recursive: true, force: true });
    rmSync(path.join(root, 'dist/config'), { recursive: true, force: true });
    run('typescript/bin/tsc', ['-p', 'tsconfig.json']);
    stamp({ server: wanted.server });
  }
  if (
    admin &&
    (built.admin !== wanted.admin || !existsSync(path.join(root, 'dist/build/index.html')))
  ) {
    say('Building the admin panel (about a minute, once)…');
    run('@strapi/strapi/bin/strapi.js', ['build', '--silent']);
    stamp({ server: wanted.server, admin: wanted.admin });
  }
};

module.exports = { ensureBuild, root };

if (require.main === module) ensureBuild();
