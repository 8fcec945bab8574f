import { Box } from '@strapi/design-system';
import { NumberField } from '../../components/fields';
import { useText } from '../../use-text';
import { DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { hasScale, type NORMALISATIONS } from '../kinds';
import { Cell, type Path } from './layout';

/** What a normalisation of a kind is set by, the recipe's or an indicator's own. */
export const NormalisationFields = ({
  path,
  kind,
}: {
  path: Path;
  kind: (typeof NORMALISATIONS)[number];
}) => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const at = [...path, 'scale'];
  const scale = (valueAt(at) ?? [0, 100]) as [number, number];
  return (
    <>
      {hasScale(kind) &&
        ([0, 1] as const).map((end) => (
          <Box key={end} width="14rem">
            <NumberField
              label={text(`normalisation.scale.${end}`)}
              value={scale[end]}
              error={problemAt([...at, end]) ?? problemAt(at)}
              onChange={(next) =>
                change(at, end === 0 ? [next ?? 0, scale[1]] : [scale[0], next ?? 100])
              }
            />
          </Box>
        ))}
      {kind === 'z-score' && (
        <>
          <Cell>
            <DeskNumber path={[...path, 'mean']} label="normalisation.mean" fallback={50} />
          </Cell>
          <Cell>
            <DeskNumber path={[...path, 'sd']} label="normalisation.sd" fallback={10} />
          </Cell>
        </>
      )}
    </>
  );
};
