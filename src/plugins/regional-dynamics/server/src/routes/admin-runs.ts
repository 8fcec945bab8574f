import { OPERATE, READ } from '../../../shared/permissions';
import { holding } from './holding';

/** Routes of the panel about computations: how far they are, and to stop one. */
export const runRoutes = [
  { method: 'GET', path: '/runs', handler: 'runs.find', config: holding(READ) },
  { method: 'POST', path: '/runs/:index', handler: 'runs.start', config: holding(OPERATE) },
  {
    method: 'POST',
    path: '/runs/:index/cancel',
    handler: 'runs.cancel',
    config: holding(OPERATE),
  },
];
