import { createRequire } from 'node:module';
import path from 'node:path';
import type { SearchType } from '../../src/plugins/search/shared/contracts';
import { itemsOf, textsOf } from '../../src/plugins/search/shared/read-entry';
import { projectRoot } from './compile';

const require = createRequire(import.meta.url);
const STUDY = 'api::studies.study';

/**
 * The application declares no link that can be written from both ends, and the one of a file and its
 * folder is private: here a study shows its files with their folders. Answers how to take that back.
 */
export const showFolders = (): (() => void) => {
  const upload = createRequire(require.resolve('@strapi/strapi')).resolve(
    '@strapi/upload/package.json',
  );
  const { schema } = require(
    path.join(path.dirname(upload), 'dist/server/content-types/file.js'),
  ) as { schema: { attributes: { folder: { private: boolean } } } };
  const { searchTypes } = require(path.join(projectRoot, 'dist/config/search-types.js')) as {
    searchTypes: SearchType[];
  };
  const study = searchTypes.find(({ uid }) => uid === STUDY);
  if (!study) throw new Error('The type is not declared');
  const before = { ...study };
  const files = { fields: ['alternativeText'], populate: { folder: { fields: ['name'] } } };
  schema.attributes.folder.private = false;
  Object.assign(study, {
    populate: { ...before.populate, files },
    project: (input: Parameters<SearchType['project']>[0]) => {
      const projection = before.project(input);
      const shown = itemsOf(input.entry, 'files');
      return (
        projection && {
          ...projection,
          names: [
            ...shown.flatMap((file) => textsOf(file, ['alternativeText'])),
            ...shown
              .flatMap((file) => itemsOf(file, 'folder'))
              .flatMap((one) => textsOf(one, ['name'])),
          ],
        }
      );
    },
  });
  return () => {
    schema.attributes.folder.private = true;
    Object.assign(study, before);
  };
};
