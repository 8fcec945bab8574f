import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { GetWhatIf } from '../../../shared/workbench-contracts';
import { CheckField, SelectField } from '../components/fields';
import { PreviewPanel } from '../components/preview-panel';
import { Section } from '../components/section';
import type { Draft } from '../recipe/draft';
import { AGGREGATIONS, NORMALISATIONS, optionsOf } from '../recipe/kinds';
import { leavesOf } from '../recipe/tree-edits';
import { useNodeName } from '../recipe/use-node-name';
import { WeightSlider } from '../recipe/weight-slider';
import { useText } from '../use-text';
import { AS_EDITION, type Changes, UNCHANGED, weightGroups } from './changes';
import { RegionFigures } from './region-figures';
import { useRanks } from './use-ranks';

/** Rules that need no mark of their own. */
const WITHOUT_MARKS = NORMALISATIONS.filter((kind) => !/target|reference/.test(kind));

/** Changes an edition's weights, rules and figures, and shows what becomes of the ranks. */
export const WhatIfDesk = ({ edition }: { edition: GetWhatIf['data'] }) => {
  const text = useText();
  const [changes, setChanges] = useState<Changes>(UNCHANGED);
  const found = useRanks(edition.reference, changes);
  const recipe = edition.recipe as Draft;
  const change = (part: Partial<Changes>) => setChanges({ ...changes, ...part });
  const nameOf = useNodeName((code) => edition.indicators[code] ?? code);
  const leaves = leavesOf(recipe.tree);
  const groups = weightGroups(recipe, changes);
  const most = Math.max(10, ...groups.flatMap(({ children }) => children.map((one) => one.weight)));
  return (
    <Grid.Root gap={5}>
      <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex justifyContent="space-between" gap={4}>
            <Typography textColor="neutral600">{text('whatIf.intro')}</Typography>
            <Button
              variant="tertiary"
              style={{ flexShrink: 0 }}
              disabled={changes === UNCHANGED}
              onClick={() => setChanges(UNCHANGED)}
            >
              {text('whatIf.reset')}
            </Button>
          </Flex>
          <Section title="whatIf.weights">
            {groups.map(({ node, children }) => (
              <Box key={node.code}>
                <Typography variant="pi" fontWeight="bold">
                  {nameOf(node)}
                </Typography>
                {children.map(({ child, code, weight, share }) => (
                  <Flex key={code} gap={3} paddingTop={2}>
                    <Box width="20rem">
                      <Typography>{nameOf(child)}</Typography>
                    </Box>
                    <WeightSlider
                      name={nameOf(child)}
                      weight={weight}
                      share={share}
                      most={most}
                      step={most > 10 ? 1 : 0.1}
                      onChange={(next) => change({ weights: { ...changes.weights, [code]: next } })}
                    />
                  </Flex>
                ))}
              </Box>
            ))}
          </Section>
          <Section title="whatIf.rules">
            <Flex gap={4} wrap="wrap">
              <Box width="26rem">
                <SelectField
                  label={text('recipe.aggregation')}
                  value={changes.aggregation}
                  options={[
                    { value: AS_EDITION, label: text('whatIf.asEdition') },
                    ...optionsOf(
                      AGGREGATIONS.filter((kind) => kind !== 'generalised'),
                      'aggregation',
                      text,
                    ),
                  ]}
                  onChange={(aggregation) => change({ aggregation })}
                />
              </Box>
              <Box width="26rem">
                <SelectField
                  label={text('recipe.normalisation')}
                  value={changes.normalisation}
                  options={[
                    { value: AS_EDITION, label: text('whatIf.asEdition') },
                    ...optionsOf(WITHOUT_MARKS, 'normalisation', text),
                  ]}
                  onChange={(normalisation) => change({ normalisation })}
                />
              </Box>
            </Flex>
            <Box tag="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
              <Typography tag="legend" variant="pi" fontWeight="bold">
                {text('whatIf.leaveOut')}
              </Typography>
              <Flex gap={4} wrap="wrap" paddingTop={2}>
                {leaves.map((code) => (
                  <CheckField
                    key={code}
                    label={edition.indicators[code] ?? code}
                    value={changes.leaveOut.includes(code)}
                    onChange={(isOut) =>
                      change({
                        leaveOut: isOut
                          ? [...changes.leaveOut, code]
                          : changes.leaveOut.filter((one) => one !== code),
                      })
                    }
                  />
                ))}
              </Flex>
            </Box>
          </Section>
          <Section title="whatIf.figures">
            <RegionFigures
              reference={edition.reference}
              units={edition.units}
              figures={changes.figures}
              onChange={(figures) => change({ figures })}
            />
          </Section>
        </Flex>
      </Grid.Item>
      <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
        <Box position="sticky" top="7rem">
          <PreviewPanel title={text('whatIf.ranks')} {...found} />
        </Box>
      </Grid.Item>
    </Grid.Root>
  );
};
