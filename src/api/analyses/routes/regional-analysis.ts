import { createReadRouter } from '../../../slugs/create-read-router';

export default createReadRouter('api::analyses.regional-analysis');
