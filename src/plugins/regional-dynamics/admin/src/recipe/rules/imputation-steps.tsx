import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowUp, Trash } from '@strapi/icons';
import { useText } from '../../use-text';
import { DeskCheck, DeskNumber, DeskSelect } from '../desk-fields';
import { useDraftDesk } from '../draft-desk';
import { optionsOf } from '../kinds';
import { Cell, type Path, Row } from './layout';

type Step = { kind: 'time' | 'parent' | 'group' } & Record<string, unknown>;

const STEPS = ['time', 'parent', 'group'] as const;

const WAYS_IN_TIME = ['interpolate', 'carryForward', 'carryBack'] as const;

/** Ways to fill a gap, tried in their order. */
export const ImputationSteps = ({ path }: { path: Path }) => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const steps = (valueAt(path) ?? []) as Step[];
  const write = (next: Step[]) => change(path, next);
  const swap = (place: number) => {
    const [before, step] = [steps[place - 1], steps[place]];
    if (!before || !step) return;
    write(steps.map((one, index) => (index === place ? before : index === place - 1 ? step : one)));
  };
  return (
    <>
      {steps.length === 0 && (
        <Typography textColor="neutral600">{text('imputation.none')}</Typography>
      )}
      {steps.map((step, place) => {
        const at = [...path, place];
        return (
          <Row key={place}>
            <Box width="24rem">
              <Typography fontWeight="semiBold">
                {place + 1}. {text(`imputation.${step.kind}`)}
              </Typography>
            </Box>
            {step.kind === 'time' && (
              <>
                <Cell>
                  <DeskNumber
                    path={[...at, 'maxCarryYears']}
                    label="imputation.maxCarryYears"
                    fallback={5}
                  />
                </Cell>
                <Flex direction="column" alignItems="flex-start" gap={1}>
                  {WAYS_IN_TIME.map((way) => (
                    <DeskCheck key={way} path={[...at, way]} label={`imputation.${way}`} fallback />
                  ))}
                </Flex>
              </>
            )}
            {step.kind === 'parent' && (
              <Cell>
                <DeskNumber path={[...at, 'levels']} label="imputation.levels" fallback={2} />
              </Cell>
            )}
            {step.kind === 'group' && (
              <>
                <Cell>
                  <DeskSelect
                    path={[...at, 'by']}
                    label="imputation.by"
                    options={optionsOf(['group', 'all'] as const, 'imputation.by', text)}
                    fallback="group"
                  />
                </Cell>
                <Cell>
                  <DeskSelect
                    path={[...at, 'statistic']}
                    label="imputation.statistic"
                    options={optionsOf(['mean', 'median'] as const, 'imputation', text)}
                    fallback="mean"
                  />
                </Cell>
              </>
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
    </>
  );
};
