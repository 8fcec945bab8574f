import { z } from 'zod';
import { CELL_STATES } from '../../../shared/admin-contracts';
import { chartQuery } from './rankings-query';

const { locale, year, page } = chartQuery.shape;

/** What the panel asks of one edition. */
export const panelEditionQuery = z.strictObject({ locale, year });

const MOST = 10_000;

/** What the panel asks of an edition's cells. */
export const cellsQuery = z.strictObject({
  locale,
  year,
  page,
  pageSize: z.coerce
    .number()
    .int()
    .min(1, `must be between 1 and ${MOST}`)
    .max(MOST, `must be between 1 and ${MOST}`)
    .default(50),
  state: z.enum(CELL_STATES, { error: `must be one of ${CELL_STATES.join(', ')}` }).optional(),
  indicator: z.string().max(80).optional(),
  /** A part of a unit's code or name. */
  unit: z.string().max(80).optional(),
});

export type CellsQuery = z.infer<typeof cellsQuery>;
