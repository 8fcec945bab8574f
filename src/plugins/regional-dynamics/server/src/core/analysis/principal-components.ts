import { correlationMatrix } from './correlation';
import { eigen } from './linear-algebra';

export type PrincipalComponents =
  | {
      kind: 'components';
      n: number;
      /** Largest first; `loadings` are correlations of columns with the component. */
      components: { eigenvalue: number; share: number; loadings: number[] }[];
    }
  | { kind: 'too-few'; n: number }
  | { kind: 'constant'; column: number };

/** PCA of the correlation matrix (complete cases): a diagnosis, never a weighting. */
export const principalComponents = (columns: readonly ArrayLike<number>[]): PrincipalComponents => {
  const correlations = correlationMatrix(columns);
  if (correlations.kind !== 'matrix') return correlations;
  return {
    kind: 'components',
    n: correlations.n,
    components: eigen(correlations.r).map(({ value, vector }) => ({
      eigenvalue: value,
      share: value / columns.length,
      loadings: vector.map((x) => x * Math.sqrt(Math.max(0, value))),
    })),
  };
};
