import { Accordion, Box, Button, Flex, Typography } from '@strapi/design-system';
import { SelectField } from '../components/fields';
import { useText } from '../use-text';
import { DeskCheck, DeskNumber, DeskSelect } from './desk-fields';
import { useDraftDesk } from './draft-desk';
import { NORMALISATIONS, normalisationOf, optionsOf } from './kinds';
import { ProblemList } from './problem-list';
import { ReferenceFields } from './reference-fields';
import { NormalisationFields } from './rules/normalisation-fields';

const OWN = 'own';
/** Stands for the normalisation of the whole recipe. */
const RECIPES = 'recipe';
const CHOICES = [RECIPES, ...NORMALISATIONS] as const;

/** Direction, transform, marks and gaps of each indicator. */
export const IndicatorSettings = () => {
  const text = useText();
  const { draft, indicators, nameOf, problems, change, valueAt } = useDraftDesk();
  return (
    <Accordion.Root collapsible>
      {draft.indicators.map(({ code }, place) => {
        const path = ['indicators', place];
        const wrong = problems.filter(
          (problem) => problem.path[0] === 'indicators' && problem.path[1] === place,
        );
        const goalposts = valueAt([...path, 'goalposts']) as (number | undefined)[] | undefined;
        const kind = (valueAt([...path, 'normalisation', 'kind']) ??
          RECIPES) as (typeof CHOICES)[number];
        const others = indicators.filter((one) => one.code !== code);
        return (
          <Accordion.Item key={code} value={code}>
            <Accordion.Header>
              <Accordion.Trigger>{`${nameOf(code)} (${code})`}</Accordion.Trigger>
              <Accordion.Actions>
                {wrong.length > 0 && (
                  <Typography textColor="danger600">
                    {text('recipe.problems', { count: wrong.length })}
                  </Typography>
                )}
              </Accordion.Actions>
            </Accordion.Header>
            <Accordion.Content>
              <Box padding={5}>
                {wrong.length > 0 && (
                  <Box paddingBottom={4}>
                    <ProblemList problems={wrong} />
                  </Box>
                )}
                <Flex gap={4} alignItems="flex-start" wrap="wrap">
                  <Box width="18rem">
                    <DeskSelect
                      path={[...path, 'direction']}
                      label="data.direction"
                      options={optionsOf(['more', 'less'] as const, 'direction', text)}
                      fallback="more"
                    />
                  </Box>
                  <Box width="18rem">
                    <DeskSelect
                      path={[...path, 'transform']}
                      label="indicator.transform"
                      options={optionsOf(['none', 'log10', 'ln'] as const, 'transform', text)}
                      fallback="none"
                    />
                  </Box>
                  <Box width="18rem">
                    <DeskSelect
                      path={[...path, 'quantity']}
                      label="indicator.quantity"
                      options={optionsOf(['rate', 'total'] as const, 'quantity', text)}
                      fallback="rate"
                    />
                  </Box>
                  <Box width="24rem">
                    <DeskSelect
                      path={[...path, 'denominator']}
                      label="indicator.denominator"
                      options={[
                        { value: OWN, label: text('indicator.noDenominator') },
                        ...others.map((one) => ({ value: one.code, label: one.name })),
                      ]}
                      fallback={OWN}
                      toValue={(chosen) => (chosen === OWN ? undefined : chosen)}
                    />
                  </Box>
                  <Box width="14rem">
                    <DeskNumber
                      path={[...path, 'goalposts', 0]}
                      label="indicator.lower"
                      step={0.1}
                    />
                  </Box>
                  <Box width="14rem">
                    <DeskNumber
                      path={[...path, 'goalposts', 1]}
                      label="indicator.upper"
                      step={0.1}
                    />
                  </Box>
                  <Box width="14rem">
                    <DeskNumber path={[...path, 'target']} label="indicator.target" step={0.1} />
                  </Box>
                  <ReferenceFields path={[...path, 'reference']} />
                  <Box width="14rem">
                    <DeskNumber
                      path={[...path, 'maxCarryYears']}
                      label="imputation.maxCarryYears"
                    />
                  </Box>
                  <Box width="28rem">
                    <SelectField
                      label={text('indicator.normalisation')}
                      value={kind}
                      options={[
                        { value: RECIPES, label: text('indicator.recipeNormalisation') },
                        ...optionsOf(NORMALISATIONS, 'normalisation', text),
                      ]}
                      onChange={(next) =>
                        change(
                          [...path, 'normalisation'],
                          next === RECIPES
                            ? undefined
                            : normalisationOf(next, valueAt(['normalisation'])),
                        )
                      }
                    />
                  </Box>
                  {kind !== RECIPES && (
                    <NormalisationFields path={[...path, 'normalisation']} kind={kind} />
                  )}
                  <DeskCheck path={[...path, 'treat']} label="indicator.treat" fallback />
                </Flex>
                {goalposts !== undefined && (
                  <Box paddingTop={3}>
                    <Button
                      size="S"
                      variant="ghost"
                      onClick={() => change([...path, 'goalposts'], undefined)}
                    >
                      {text('indicator.noGoalposts')}
                    </Button>
                  </Box>
                )}
              </Box>
            </Accordion.Content>
          </Accordion.Item>
        );
      })}
    </Accordion.Root>
  );
};
