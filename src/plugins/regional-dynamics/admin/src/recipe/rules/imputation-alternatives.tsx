import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../../use-text';
import { useDraftDesk } from '../draft-desk';
import { ImputationSteps } from './imputation-steps';

const PATH = ['uncertainty', 'imputation', 'alternatives'];

/** Other ways to fill gaps, each drawn as often as the recipe's own. */
export const ImputationAlternatives = () => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const alternatives = (valueAt(PATH) ?? []) as unknown[];
  const write = (next: unknown[]) => change(PATH, next.length === 0 ? undefined : next);
  return (
    <Box tag="fieldset" style={{ border: 0, padding: 0, margin: 0 }} width="100%">
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {text('uncertainty.imputation')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('uncertainty.imputationHint')}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {alternatives.map((_, place) => (
          <Box key={place} borderColor="neutral150" hasRadius padding={4}>
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Flex justifyContent="space-between" gap={3}>
                <Typography fontWeight="semiBold">
                  {text('uncertainty.alternative', { number: place + 1 })}
                </Typography>
                <Button
                  size="S"
                  variant="tertiary"
                  onClick={() => write(alternatives.filter((__, index) => index !== place))}
                >
                  {text('uncertainty.removeAlternative', { number: place + 1 })}
                </Button>
              </Flex>
              <ImputationSteps path={[...PATH, place]} />
            </Flex>
          </Box>
        ))}
        <Box>
          <Button size="S" variant="tertiary" onClick={() => write([...alternatives, []])}>
            {text('uncertainty.addAlternative')}
          </Button>
        </Box>
      </Flex>
    </Box>
  );
};
