import { Flex } from '@strapi/design-system';
import { CheckField, SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { DeskCheck, DeskNumber } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { optionsOf } from '../kinds';
import { Cell, Row } from './layout';

const WINMAX = ['treatment', 'winmax'];
const MOST = ['points', 'share'] as const;

export const TreatmentRules = () => {
  const text = useText();
  const { draft, change, valueAt } = useDraftDesk();
  const isTreated = draft.treatment !== undefined;
  const isShare = valueAt([...WINMAX, 'share']) !== undefined;
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
            <SelectField
              label={text('treatment.most')}
              value={isShare ? 'share' : 'points'}
              options={optionsOf(MOST, 'treatment.most', text)}
              onChange={(kind) =>
                change(['treatment', 'winmax'], kind === 'share' ? { share: 0.02 } : undefined)
              }
            />
          </Cell>
          <Cell>
            {isShare ? (
              <DeskNumber path={[...WINMAX, 'share']} label="treatment.share" step={0.01} />
            ) : (
              <DeskNumber path={[...WINMAX, 'points']} label="treatment.winmax" fallback={5} />
            )}
          </Cell>
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <DeskCheck path={['treatment', 'log']} label="treatment.log" fallback />
            <DeskCheck path={['treatment', 'mirrorNegativeSkew']} label="treatment.mirror" />
          </Flex>
        </Row>
      )}
    </Section>
  );
};
