import { EDIT_DATA, READ } from '../../../shared/permissions';
import { holding } from './holding';

/** Routes of the panel's indicators, observations and imports. */
export const dataRoutes = [
  {
    method: 'GET',
    path: '/indicators',
    handler: 'panel-data.indicators',
    config: holding(READ),
  },
  {
    method: 'GET',
    path: '/indicators/:code/observations',
    handler: 'panel-data.observations',
    config: holding(READ),
  },
  {
    method: 'POST',
    path: '/imports/inspect',
    handler: 'panel-data.inspect',
    config: holding(EDIT_DATA),
  },
  {
    method: 'POST',
    path: '/imports/preview',
    handler: 'panel-data.preview',
    config: holding(EDIT_DATA),
  },
  { method: 'POST', path: '/imports', handler: 'panel-data.start', config: holding(EDIT_DATA) },
  {
    method: 'GET',
    path: '/imports/:id',
    handler: 'panel-data.progress',
    config: holding(EDIT_DATA),
  },
  {
    method: 'GET',
    path: '/imports/:id/report',
    handler: 'panel-data.report',
    config: holding(EDIT_DATA),
  },
  {
    method: 'DELETE',
    path: '/imports/:id',
    handler: 'panel-data.cancel',
    config: holding(EDIT_DATA),
  },
];
