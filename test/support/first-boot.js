const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const root = path.resolve(__dirname, '../..');

/** Boots the compiled application once on the database that the environment names, and ends. */
const firstBoot = async () => {
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    serveAdminPanel: false,
    autoReload: false,
  });
  await strapi.load();
  await strapi.destroy();
};

firstBoot().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
