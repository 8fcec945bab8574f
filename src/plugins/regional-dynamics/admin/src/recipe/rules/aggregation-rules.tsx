import { Button } from '@strapi/design-system';
import { SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { useDraftDesk } from '../draft-desk';
import { AGGREGATIONS, aggregationOf, optionsOf } from '../kinds';
import { AggregationFields } from './aggregation-fields';
import { Cell, Row } from './layout';
import { ThresholdFields } from './threshold-fields';

/** From the root down, one per level. */
const Aggregations = () => {
  const text = useText();
  const { draft, change, problemAt } = useDraftDesk();
  const levels = draft.aggregation ?? [{ kind: 'arithmetic' }];
  return (
    <>
      {levels.map(({ kind }, level) => (
        <Row key={level}>
          <Cell>
            <SelectField
              label={text(
                level === levels.length - 1 ? 'aggregation.ofRest' : 'aggregation.ofLevel',
                { level },
              )}
              value={kind}
              options={optionsOf(AGGREGATIONS, 'aggregation', text)}
              error={problemAt(['aggregation', level])}
              onChange={(next) =>
                change(
                  ['aggregation'],
                  levels.map((one, place) => (place === level ? aggregationOf(next) : one)),
                )
              }
            />
          </Cell>
          <AggregationFields path={['aggregation', level]} kind={kind} />
        </Row>
      ))}
      <Row>
        <Button
          size="S"
          variant="tertiary"
          onClick={() => change(['aggregation'], [...levels, levels.at(-1)])}
        >
          {text('aggregation.addLevel')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          disabled={levels.length < 2}
          onClick={() => change(['aggregation'], levels.slice(0, -1))}
        >
          {text('aggregation.removeLevel')}
        </Button>
      </Row>
    </>
  );
};

/** When a node has a value, and how its children become one. */
export const AggregationRules = () => (
  <Section title="recipe.aggregation">
    <Aggregations />
    <Row>
      <ThresholdFields path={['threshold']} />
    </Row>
  </Section>
);
