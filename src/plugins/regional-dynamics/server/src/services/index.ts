import editions from './editions';
import rankings from './rankings';
import seeds from './seeds';

export default { editions, rankings, seeds };
