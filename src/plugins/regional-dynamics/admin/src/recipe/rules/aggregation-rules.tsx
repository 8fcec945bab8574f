import { Button } from '@strapi/design-system';
import { SelectField } from '../../components/fields';
import { Section } from '../../components/section';
import { useText } from '../../use-text';
import { DeskNumber } from '../desk-fields';
import type { DraftAggregation } from '../draft';
import { useDraftDesk } from '../draft-desk';
import { AGGREGATIONS, aggregationOf, optionsOf } from '../kinds';
import { Cell, type Path, Row } from './layout';

/** What an aggregation of a kind is set by. */
const AggregationFields = ({ path, kind }: { path: Path; kind: DraftAggregation['kind'] }) => {
  switch (kind) {
    case 'geometric':
    case 'harmonic':
      return (
        <DeskNumber path={[...path, 'floor']} label="aggregation.floor" fallback={1} step={0.1} />
      );
    case 'generalised':
      return <DeskNumber path={[...path, 'power']} label="aggregation.power" step={0.1} />;
    case 'copeland':
      return (
        <DeskNumber
          path={[...path, 'minJointWeight']}
          label="aggregation.minJointWeight"
          fallback={0.5}
          step={0.05}
        />
      );
    case 'arithmetic':
      return null;
  }
};

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
          <Cell>
            <AggregationFields path={['aggregation', level]} kind={kind} />
          </Cell>
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
      <Cell>
        <DeskNumber path={['threshold', 0]} label="recipe.thresholdHave" fallback={2} />
      </Cell>
      <Cell>
        <DeskNumber path={['threshold', 1]} label="recipe.thresholdOf" fallback={3} />
      </Cell>
    </Row>
  </Section>
);
