import { type Expression, isIn } from './filter-expression';

/** Who asks: whether what is for members is found, counted and faceted too. */
export type Caller = { forMembers: boolean };

/** The condition that keeps what a caller may not see out of every answer. */
export const visibleTo = ({ forMembers }: Caller): Expression =>
  isIn('access', forMembers ? ['public', 'members'] : ['public']);
