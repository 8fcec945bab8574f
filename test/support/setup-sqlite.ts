import type { TestProject } from 'vitest/node';
import { compile } from './compile';
import { createTemplate } from './create-template';
import { sqliteFile } from './environment';

export default async (project: TestProject) => {
  compile();
  const { directory, remove } = await createTemplate();
  project.provide('templateDatabase', sqliteFile(directory));
  return remove;
};
