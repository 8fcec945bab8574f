import edition from './edition/schema.json';
import figureImport from './import/schema.json';
import index from './index/schema.json';
import indicator from './indicator/schema.json';
import observation from './observation/schema.json';

export default {
  indicator: { schema: indicator },
  observation: { schema: observation },
  import: { schema: figureImport },
  index: { schema: index },
  edition: { schema: edition },
};
