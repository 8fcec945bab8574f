import { accessToken } from './access-token';
import { delivery } from './delivery';
import { engine } from './engine';
import { indexes } from './indexes';
import { locales } from './locales';
import { marking } from './marking';
import { query } from './query';
import { reconciler } from './reconciler';
import { status } from './status';
import { suggest } from './suggest';
import { titles } from './titles';

export const services = {
  accessToken,
  delivery,
  engine,
  indexes,
  locales,
  marking,
  query,
  reconciler,
  status,
  suggest,
  titles,
};
