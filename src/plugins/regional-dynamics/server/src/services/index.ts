import activity from './activity';
import analyses from './analyses';
import charts from './charts';
import editions from './editions';
import importJobs from './import-jobs';
import imports from './imports';
import panelData from './panel-data';
import panelEditions from './panel-editions';
import previews from './previews';
import publishedEditions from './published-editions';
import rankings from './rankings';
import recipes from './recipes';
import recompute from './recompute';
import { refusals } from './refusals';
import seeds from './seeds';
import standings from './standings';
import statistics from './statistics';
import territories from './territories';
import uncertainty from './uncertainty';
import whatIf from './what-if';

export default {
  activity,
  analyses,
  charts,
  editions,
  'import-jobs': importJobs,
  imports,
  'panel-data': panelData,
  'panel-editions': panelEditions,
  previews,
  'published-editions': publishedEditions,
  rankings,
  recipes,
  recompute,
  refusals,
  seeds,
  standings,
  statistics,
  territories,
  uncertainty,
  'what-if': whatIf,
};
