import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowUp, Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { CheckField, SelectField } from '../components/fields';
import { type TextKey, useText } from '../use-text';
import { DeskCheck, DeskNumber, DeskSelect } from './desk-fields';
import type { DraftAggregation } from './draft';
import { useDraftDesk } from './draft-desk';
import { AGGREGATIONS, aggregationOf, NORMALISATIONS, normalisationOf, optionsOf } from './kinds';

type Path = (string | number)[];

const Cell = ({ children }: { children: ReactNode }) => <Box width="20rem">{children}</Box>;

const Section = ({ title, children }: { title: TextKey; children: ReactNode }) => {
  const text = useText();
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h3">
          {text(title)}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
};

const Row = ({ children }: { children: ReactNode }) => (
  <Flex gap={4} alignItems="flex-start" wrap="wrap">
    {children}
  </Flex>
);

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

type Step = { kind: 'time' | 'parent' | 'group' } & Record<string, unknown>;

const STEPS = ['time', 'parent', 'group'] as const;

const Imputation = () => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const steps = (valueAt(['imputation', 'steps']) ?? []) as Step[];
  const write = (next: Step[]) => change(['imputation', 'steps'], next);
  const swap = (place: number) => {
    const [before, step] = [steps[place - 1], steps[place]];
    if (!before || !step) return;
    write(steps.map((one, index) => (index === place ? before : index === place - 1 ? step : one)));
  };
  return (
    <Section title="recipe.imputation">
      {steps.length === 0 && (
        <Typography textColor="neutral600">{text('imputation.none')}</Typography>
      )}
      {steps.map((step, place) => {
        const path = ['imputation', 'steps', place];
        return (
          <Row key={place}>
            <Box width="24rem">
              <Typography fontWeight="semiBold">
                {place + 1}. {text(`imputation.${step.kind}`)}
              </Typography>
            </Box>
            {step.kind === 'time' && (
              <Cell>
                <DeskNumber
                  path={[...path, 'maxCarryYears']}
                  label="imputation.maxCarryYears"
                  fallback={5}
                />
              </Cell>
            )}
            {step.kind === 'parent' && (
              <Cell>
                <DeskNumber path={[...path, 'levels']} label="imputation.levels" fallback={2} />
              </Cell>
            )}
            {step.kind === 'group' && (
              <Cell>
                <DeskSelect
                  path={[...path, 'statistic']}
                  label="imputation.statistic"
                  options={optionsOf(['mean', 'median'] as const, 'imputation', text)}
                  fallback="mean"
                />
              </Cell>
            )}
            <Flex gap={1}>
              <IconButton
                label={text('imputation.earlier', { step: text(`imputation.${step.kind}`) })}
                disabled={place === 0}
                onClick={() => swap(place)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={text('imputation.remove', { step: text(`imputation.${step.kind}`) })}
                onClick={() => write(steps.filter((_, index) => index !== place))}
              >
                <Trash />
              </IconButton>
            </Flex>
          </Row>
        );
      })}
      <Row>
        {STEPS.map((kind) => (
          <Button
            key={kind}
            size="S"
            variant="tertiary"
            onClick={() => write([...steps, { kind }])}
          >
            {text('imputation.add', { step: text(`imputation.${kind}`) })}
          </Button>
        ))}
      </Row>
      <Row>
        <Cell>
          <DeskNumber
            path={['imputation', 'maxImputedShare']}
            label="imputation.maxImputedShare"
            step={0.05}
          />
        </Cell>
        <Cell>
          <DeskNumber
            path={['screening', 'minAvailability']}
            label="recipe.minAvailability"
            step={0.05}
          />
        </Cell>
      </Row>
    </Section>
  );
};

const Treatment = () => {
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

const Normalisation = () => {
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

const WEIGHT_DRAWS = ['uniform', 'dirichlet', 'none'] as const;

const Uncertainty = () => {
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
      </Flex>
    </Section>
  );
};

/** Kinds that are drawn beside the recipe's own. */
const Alternatives = ({
  path,
  kinds,
  prefix,
  title,
}: {
  path: Path;
  kinds: readonly string[];
  prefix: 'aggregation' | 'normalisation';
  title: TextKey;
}) => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const chosen = (valueAt(path) ?? []) as { kind: string }[];
  const toggle = (kind: string, on: boolean) => {
    const fresh =
      prefix === 'aggregation' ? aggregationOf(kind as DraftAggregation['kind']) : { kind };
    change(path, on ? [...chosen, fresh] : chosen.filter((one) => one.kind !== kind));
  };
  return (
    <Box tag="fieldset" style={{ border: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {text(title)}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={2}>
        {kinds.map((kind) => (
          <CheckField
            key={kind}
            label={text(`${prefix}.${kind}` as TextKey)}
            value={chosen.some((one) => one.kind === kind)}
            onChange={(on) => toggle(kind, on)}
          />
        ))}
      </Flex>
    </Box>
  );
};

/** When a node has a value, and how its children become one. */
const Aggregation = () => (
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

/** All of a recipe but its tree and its indicators. */
export const RulesPanel = () => (
  <Flex direction="column" alignItems="stretch" gap={5}>
    <Aggregation />
    <Normalisation />
    <Imputation />
    <Treatment />
    <Uncertainty />
  </Flex>
);
