import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { EDIT_RECIPES, READ } from '../../shared/permissions';
import type { TextKey } from './use-text';

export type PluginPage = {
  /** Below the plugin's own address; the page may have routes of its own beneath it. */
  path: string;
  title: TextKey;
  /** What it takes to see the page. */
  permission: string;
  /** Loaded when it is opened. It shows no header: the shell has it. */
  Component: LazyExoticComponent<ComponentType>;
};

/** The plugin's pages in the order of the tabs; the first that one may see is the home page. */
export const pages: PluginPage[] = [
  {
    path: 'editions',
    title: 'editions.title',
    permission: READ,
    Component: lazy(() =>
      import('./pages/editions-page').then(({ EditionsPage }) => ({ default: EditionsPage })),
    ),
  },
  {
    path: 'data',
    title: 'data.title',
    permission: READ,
    Component: lazy(() =>
      import('./pages/data-page').then(({ DataPage }) => ({ default: DataPage })),
    ),
  },
  {
    path: 'recipes',
    title: 'recipe.title',
    permission: EDIT_RECIPES,
    Component: lazy(() =>
      import('./pages/recipes-page').then(({ RecipesPage }) => ({ default: RecipesPage })),
    ),
  },
  {
    path: 'what-if',
    title: 'whatIf.title',
    permission: READ,
    Component: lazy(() =>
      import('./pages/what-if-page').then(({ WhatIfPage }) => ({ default: WhatIfPage })),
    ),
  },
  {
    path: 'self-check',
    title: 'selfCheck.title',
    permission: READ,
    Component: lazy(() =>
      import('./pages/self-check-page').then(({ SelfCheckPage }) => ({ default: SelfCheckPage })),
    ),
  },
];
