import { z } from 'zod';
import { NUTS_VERSIONS } from './nuts';
import { YEARS } from './observation';

/** An edition an index is to have: one year, or the years of a panel. */
const plannedEdition = z
  .strictObject({
    /** The first year of a panel; without it the edition is of `year` alone. */
    from: z.int().min(YEARS.min).max(YEARS.max).optional(),
    year: z.int().min(YEARS.min).max(YEARS.max),
    nutsVersion: z.enum(NUTS_VERSIONS).optional(),
    /** Only figures of these vintages; without it the latest figure of each cell. */
    vintages: z.array(z.string().min(1).max(40)).min(1).optional(),
    published: z.boolean().default(false),
  })
  .refine(({ from, year }) => from === undefined || from < year, {
    path: ['from'],
    message: 'must be before the year',
  });

export type PlannedEdition = z.infer<typeof plannedEdition>;

/** The editions of an index, which are computed anew when its recipe or their figures change. */
export const editionPlanSchema = z
  .array(plannedEdition)
  .refine(
    (editions) => new Set(editions.map(({ year }) => year)).size === editions.length,
    'must not have two editions of the same year',
  );
