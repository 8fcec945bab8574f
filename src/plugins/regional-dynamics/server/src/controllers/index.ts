import charts from './charts';
import editions from './editions';
import indices from './indices';
import panelEditions from './panel-editions';
import rankings from './rankings';
import runs from './runs';
import selfCheck from './self-check';
import territories from './territories';
import uncertainty from './uncertainty';

export default {
  rankings,
  indices,
  territories,
  editions,
  charts,
  'panel-editions': panelEditions,
  runs,
  'self-check': selfCheck,
  uncertainty,
};
