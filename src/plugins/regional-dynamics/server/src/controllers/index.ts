import charts from './charts';
import editions from './editions';
import indices from './indices';
import panelData from './panel-data';
import panelEditions from './panel-editions';
import rankings from './rankings';
import recipes from './recipes';
import runs from './runs';
import selfCheck from './self-check';
import statistics from './statistics';
import territories from './territories';
import uncertainty from './uncertainty';
import whatIf from './what-if';

export default {
  rankings,
  indices,
  territories,
  editions,
  charts,
  'panel-data': panelData,
  'panel-editions': panelEditions,
  runs,
  recipes,
  'self-check': selfCheck,
  statistics,
  uncertainty,
  'what-if': whatIf,
};
