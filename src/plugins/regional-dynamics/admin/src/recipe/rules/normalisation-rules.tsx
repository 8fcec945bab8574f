import { Box } from '@strapi/design-system';
import { SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { useDraftDesk } from '../draft-desk';
import { NORMALISATIONS, normalisationOf, optionsOf } from '../kinds';
import { Row } from './layout';
import { NormalisationFields } from './normalisation-fields';

const PATH = ['normalisation'];

export const NormalisationRules = () => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const kind = (valueAt([...PATH, 'kind']) ?? 'goalposts') as (typeof NORMALISATIONS)[number];
  return (
    <Section title="recipe.normalisation">
      <Row>
        <Box width="28rem">
          <SelectField
            label={text('normalisation.kind')}
            value={kind}
            options={optionsOf(NORMALISATIONS, 'normalisation', text)}
            error={problemAt(PATH)}
            onChange={(next) => change(PATH, normalisationOf(next, valueAt(PATH)))}
          />
        </Box>
        <NormalisationFields path={PATH} kind={kind} />
      </Row>
    </Section>
  );
};
