import { Box } from '@strapi/design-system';
import { SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { NORMALISATIONS, normalisationOf, optionsOf } from '../kinds';
import { Cell, Row } from './layout';

export const NormalisationRules = () => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const kind = (valueAt(['normalisation', 'kind']) ??
    'goalposts') as (typeof NORMALISATIONS)[number];
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
