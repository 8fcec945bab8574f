import { Typography } from '@strapi/design-system';
import type { FieldProblem } from '../../../shared/workbench-contracts';
import { useText } from '../use-text';
import { useDraftDesk } from './draft-desk';
import { nameRecipePath } from './name-recipe-path';
import { useNodeName } from './use-node-name';

const MOST = 10;

/** What is wrong with the draft, each place as the editor calls it. */
export const ProblemList = ({ problems }: { problems: readonly FieldProblem[] }) => {
  const text = useText();
  const { draft, nameOf } = useDraftDesk();
  const nodeName = useNodeName(nameOf);
  return (
    <>
      {problems.slice(0, MOST).map(({ path, message }) => (
        <Typography tag="p" key={`${path.join('.')} ${message}`}>
          {text('recipe.problem', {
            place: nameRecipePath(path, { draft, nameOf: nodeName, text }),
            message,
          })}
        </Typography>
      ))}
      {problems.length > MOST && (
        <Typography tag="p">
          {text('recipe.moreProblems', { count: problems.length - MOST })}
        </Typography>
      )}
    </>
  );
};
