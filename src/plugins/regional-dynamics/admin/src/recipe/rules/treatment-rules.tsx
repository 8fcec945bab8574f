import { CheckField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { DeskCheck, DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { Cell, Row } from './layout';

export const TreatmentRules = () => {
  const text = useText();
  const { draft, change } = useDraftDesk();
  const isTreated = draft.treatment !== undefined;
  return (
    <Section title="recipe.treatment">
      <CheckField
        label={text('treatment.on')}
        value={isTreated}
        onChange={(on) => change(['treatment'], on ? {} : undefined)}
      />
      {isTreated && (
        <Row>
          <Cell>
            <DeskNumber
              path={['treatment', 'skewness']}
              label="treatment.skewness"
              fallback={2}
              step={0.1}
            />
          </Cell>
          <Cell>
            <DeskNumber
              path={['treatment', 'kurtosis']}
              label="treatment.kurtosis"
              fallback={3.5}
              step={0.1}
            />
          </Cell>
          <Cell>
            <DeskNumber
              path={['treatment', 'winmax', 'points']}
              label="treatment.winmax"
              fallback={5}
            />
          </Cell>
          <DeskCheck path={['treatment', 'log']} label="treatment.log" fallback />
        </Row>
      )}
    </Section>
  );
};
