import { Box } from '@strapi/design-system';
import { NumberField, SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { hasScale, NORMALISATIONS, normalisationOf, optionsOf } from '../kinds';
import { Cell, Row } from './layout';

const SCALE = ['normalisation', 'scale'];

export const NormalisationRules = () => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const kind = (valueAt(['normalisation', 'kind']) ??
    'goalposts') as (typeof NORMALISATIONS)[number];
  const scale = (valueAt(SCALE) ?? [0, 100]) as [number, number];
  return (
    <Section title="recipe.normalisation">
      <Row>
        <Box width="28rem">
          <SelectField
            label={text('normalisation.kind')}
            value={kind}
            options={optionsOf(NORMALISATIONS, 'normalisation', text)}
            error={problemAt(['normalisation'])}
            onChange={(next) =>
              change(['normalisation'], normalisationOf(next, valueAt(['normalisation'])))
            }
          />
        </Box>
        {hasScale(kind) &&
          ([0, 1] as const).map((end) => (
            <Box key={end} width="14rem">
              <NumberField
                label={text(`normalisation.scale.${end}`)}
                value={scale[end]}
                error={problemAt(['normalisation', 'scale', end]) ?? problemAt(SCALE)}
                onChange={(next) =>
                  change(SCALE, end === 0 ? [next ?? 0, scale[1]] : [scale[0], next ?? 100])
                }
              />
            </Box>
          ))}
        {kind === 'z-score' && (
          <>
            <Cell>
              <DeskNumber
                path={['normalisation', 'mean']}
                label="normalisation.mean"
                fallback={50}
              />
            </Cell>
            <Cell>
              <DeskNumber path={['normalisation', 'sd']} label="normalisation.sd" fallback={10} />
            </Cell>
          </>
        )}
      </Row>
    </Section>
  );
};
