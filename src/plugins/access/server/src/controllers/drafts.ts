import { createRightController } from './right-controller';

/** `GET /api/access/drafts`: a Preview asks it whether its token may read drafts. */
export default createRightController('drafts');
