import { Typography } from '@strapi/design-system';
import { DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { Cell, type Path } from './layout';

/** How many of its children a node needs to have a value. */
export const ThresholdFields = ({ path }: { path: Path }) => {
  const { problemAt } = useDraftDesk();
  const problem = problemAt(path);
  return (
    <>
      <Cell>
        <DeskNumber path={[...path, 0]} label="recipe.thresholdHave" fallback={2} />
      </Cell>
      <Cell>
        <DeskNumber path={[...path, 1]} label="recipe.thresholdOf" fallback={3} />
      </Cell>
      {problem !== undefined && <Typography textColor="danger600">{problem}</Typography>}
    </>
  );
};
