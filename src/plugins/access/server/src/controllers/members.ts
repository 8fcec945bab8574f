import { createRightController } from './right-controller';

/** `GET /api/access/members`: whether the caller may read entries kept for members. */
export default createRightController('members');
