import { accessToken } from './access-token';
import { comparison } from './comparison';
import { delivery } from './delivery';
import { engine } from './engine';
import { entryState } from './entry-state';
import { indexes } from './indexes';
import { jobs } from './jobs';
import { locales } from './locales';
import { marking } from './marking';
import { query } from './query';
import { rebuild } from './rebuild';
import { reconciler } from './reconciler';
import { refusals } from './refusals';
import { status } from './status';
import { suggest } from './suggest';
import { synonyms } from './synonyms';
import { titles } from './titles';
import { webhook } from './webhook';

export const services = {
  accessToken,
  comparison,
  delivery,
  engine,
  entryState,
  indexes,
  jobs,
  locales,
  marking,
  query,
  rebuild,
  reconciler,
  refusals,
  status,
  suggest,
  synonyms,
  titles,
  webhook,
};
