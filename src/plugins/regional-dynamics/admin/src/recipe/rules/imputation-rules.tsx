import { Section } from '../../components/section';
import { DeskNumber } from '../desk-fields';
import { ImputationSteps } from './imputation-steps';
import { Cell, Row } from './layout';

export const ImputationRules = () => (
  <Section title="recipe.imputation">
    <ImputationSteps path={['imputation', 'steps']} />
    <Row>
      <Cell isWide>
        <DeskNumber
          path={['imputation', 'maxImputedShare']}
          label="imputation.maxImputedShare"
          step={0.05}
        />
      </Cell>
      <Cell isWide>
        <DeskNumber
          path={['screening', 'minAvailability']}
          label="recipe.minAvailability"
          step={0.05}
        />
      </Cell>
    </Row>
  </Section>
);
