const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const root = path.resolve(__dirname, '../..');

/** As a power cut: nothing is flushed, nobody is told. */
const die = () => process.kill(process.pid, 'SIGKILL');

/** Where this process kills itself. Set from outside only: the code under test knows nothing of it. */
const points = {
  /** The content and the marks are written. */
  'before commit': (strapi) => {
    let isMarked = false;
    strapi.db.connection.on('query', ({ sql }) => {
      if (/^insert into \S*search_marks/i.test(sql)) isMarked = true;
      if (isMarked && sql === 'COMMIT;') die();
    });
  },
  /** The worker knows of nothing yet. */
  'after commit': (strapi) => {
    strapi.plugin('search').service('delivery').wake = die;
  },
  /** The engine has done its tasks. */
  'before the mark is removed': (strapi) => {
    strapi.db.connection.on('query', ({ sql }) => {
      if (/^delete from \S*search_marks/i.test(sql)) die();
    });
  },
};

const tasks = (strapi) => ({
  /** Calls of the Document Service, in one transaction. */
  edit: (calls) =>
    strapi.db.transaction(async () => {
      const results = [];
      for (const { uid, action, params } of calls) {
        results.push(await strapi.documents(uid)[action](params));
      }
      return results;
    }),
  /** A method of one of the search plugin's services. */
  search: ({ service, method, input }) => strapi.plugin('search').service(service)[method](input),
  find: ({ uid, query }) => strapi.db.query(uid).findMany(query),
  /** The leases of processes that are gone have run out. */
  later: () => strapi.db.connection('search_marks').update({ locked_until: 1 }),
  marks: () => strapi.db.connection('search_marks').select('document_id', 'locked_by'),
  /** What cron does at night, in this process. */
  night: async () => {
    await Promise.all(
      strapi.cron.jobs
        .filter(({ name }) => name === 'search-nightly-comparison')
        .map(({ job }) => job.trigger()),
    );
  },
  /** The last comparison is long ago. */
  yesterday: () =>
    strapi.db.connection('search_jobs').where({ kind: 'repair' }).update({ started_at: 1 }),
  dieAt: (point) => points[point](strapi),
});

const main = async () => {
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    serveAdminPanel: false,
    autoReload: false,
  });
  await strapi.load();
  const delivered = [];
  strapi.eventHub.on('search.indexed', ({ documentId }) => delivered.push(documentId));
  const known = { ...tasks(strapi), delivered: () => delivered, stop: () => strapi.destroy() };
  process.on('message', async ({ id, name, input }) => {
    try {
      process.send({ id, result: (await known[name](input)) ?? null });
    } catch (error) {
      process.send({ id, error: String(error?.stack ?? error) });
    }
    if (name === 'stop') process.disconnect();
  });
  process.send({ id: 0 });
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
