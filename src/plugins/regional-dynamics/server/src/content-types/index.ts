import edition from './edition/schema.json';
import index from './index/schema.json';
import indicator from './indicator/schema.json';
import observation from './observation/schema.json';

export default {
  indicator: { schema: indicator },
  observation: { schema: observation },
  index: { schema: index },
  edition: { schema: edition },
};
