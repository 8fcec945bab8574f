import editions from './editions';
import imports from './imports';
import rankings from './rankings';
import seeds from './seeds';

export default { editions, imports, rankings, seeds };
