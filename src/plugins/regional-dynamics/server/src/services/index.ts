import activity from './activity';
import charts from './charts';
import editions from './editions';
import imports from './imports';
import panelEditions from './panel-editions';
import publishedEditions from './published-editions';
import rankings from './rankings';
import recompute from './recompute';
import seeds from './seeds';
import standings from './standings';
import territories from './territories';
import uncertainty from './uncertainty';

export default {
  activity,
  charts,
  editions,
  imports,
  'panel-editions': panelEditions,
  'published-editions': publishedEditions,
  rankings,
  recompute,
  seeds,
  standings,
  territories,
  uncertainty,
};
