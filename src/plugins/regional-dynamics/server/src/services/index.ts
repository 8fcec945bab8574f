import editions from './editions';
import imports from './imports';
import rankings from './rankings';
import recompute from './recompute';
import seeds from './seeds';

export default { editions, imports, rankings, recompute, seeds };
