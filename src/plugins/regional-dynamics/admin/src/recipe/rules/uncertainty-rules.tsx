import { Box, Flex } from '@strapi/design-system';
import { SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { DeskCheck, DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { AGGREGATIONS, NORMALISATIONS, optionsOf } from '../kinds';
import { Alternatives } from './alternatives';
import { ImputationAlternatives } from './imputation-alternatives';
import { Cell, Row } from './layout';
import { WinmaxAlternatives } from './winmax-alternatives';

const WEIGHT_DRAWS = ['uniform', 'dirichlet', 'none'] as const;

export const UncertaintyRules = () => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const kind = (valueAt(['uncertainty', 'weights', 'kind']) ?? 'uniform') as string;
  return (
    <Section title="recipe.uncertainty">
      <Row>
        <Cell>
          <DeskNumber
            path={['uncertainty', 'replications']}
            label="uncertainty.replications"
            fallback={1000}
          />
        </Cell>
        <Cell>
          <DeskNumber path={['uncertainty', 'seed']} label="uncertainty.seed" fallback={1} />
        </Cell>
        <Cell>
          <DeskNumber
            path={['uncertainty', 'level']}
            label="uncertainty.level"
            fallback={0.9}
            step={0.05}
          />
        </Cell>
      </Row>
      <Row>
        <Box width="28rem">
          <SelectField
            label={text('uncertainty.weights')}
            value={kind as (typeof WEIGHT_DRAWS)[number]}
            options={optionsOf(WEIGHT_DRAWS, 'uncertainty.weights', text)}
            onChange={(next) =>
              change(
                ['uncertainty', 'weights'],
                next === 'dirichlet' ? { kind: next, concentration: 10 } : { kind: next },
              )
            }
          />
        </Box>
        {kind === 'uniform' && (
          <Cell>
            <DeskNumber
              path={['uncertainty', 'weights', 'spread']}
              label="uncertainty.spread"
              fallback={0.25}
              step={0.05}
            />
          </Cell>
        )}
        {kind === 'dirichlet' && (
          <Cell>
            <DeskNumber
              path={['uncertainty', 'weights', 'concentration']}
              label="uncertainty.concentration"
            />
          </Cell>
        )}
      </Row>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <DeskCheck path={['uncertainty', 'leaveOneOut']} label="uncertainty.leaveOneOut" />
        <DeskCheck path={['uncertainty', 'standardErrors']} label="uncertainty.standardErrors" />
        <DeskCheck
          path={['uncertainty', 'imputation', 'parentDraw']}
          label="uncertainty.parentDraw"
        />
        <Alternatives
          path={['uncertainty', 'aggregation']}
          kinds={AGGREGATIONS}
          prefix="aggregation"
          title="uncertainty.aggregation"
        />
        <Alternatives
          path={['uncertainty', 'normalisation']}
          kinds={NORMALISATIONS}
          prefix="normalisation"
          title="uncertainty.normalisation"
        />
        <Cell isWide>
          <WinmaxAlternatives />
        </Cell>
        <ImputationAlternatives />
      </Flex>
    </Section>
  );
};
