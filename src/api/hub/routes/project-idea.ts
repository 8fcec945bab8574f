import { createReadRouter } from '../../../slugs/create-read-router';

export default createReadRouter('api::hub.project-idea');
