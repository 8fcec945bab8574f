import type { SeedReport } from '../seed/report';

/** What the demo's Strapi tells its supervisor. */
export type DemoMessage =
  | { kind: 'started' }
  | { kind: 'progress'; text: string }
  | { kind: 'seeded'; report: SeedReport }
  | { kind: 'failed'; sentence: string };
