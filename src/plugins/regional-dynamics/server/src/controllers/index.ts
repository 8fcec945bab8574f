import indices from './indices';
import rankings from './rankings';

export default { rankings, indices };
