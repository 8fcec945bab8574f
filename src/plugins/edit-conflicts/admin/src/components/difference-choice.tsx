import { Box, Flex, Grid, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { Choice } from '../core/apply-choices';
import type { Difference } from '../core/find-differences';
import type { Models } from '../core/models';
import { useText } from '../use-text';
import { useFieldName, useValueText } from '../use-value-text';

type Props = {
  difference: Difference;
  components: Models['components'];
  savedBy: string | undefined;
  /** Undefined as long as nothing is chosen. */
  choice: Choice | undefined;
  /** Without it the form's text is only shown. */
  onChoose: ((choice: Choice) => void) | undefined;
};

const Value = ({ id, text }: { id: string; text: string | undefined }) => {
  const say = useText();
  return (
    <Box
      id={id}
      hasRadius
      padding={3}
      background="neutral100"
      maxHeight="24rem"
      overflow="auto"
      tabIndex={0}
    >
      <Typography
        textColor={text === undefined ? 'neutral600' : 'neutral800'}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {text ?? say('empty')}
      </Typography>
    </Box>
  );
};

/** One text in both versions, side by side, with the choice between them. */
export const DifferenceChoice = ({ difference, components, savedBy, choice, onChoose }: Props) => {
  const id = useId();
  const say = useText();
  const fieldName = useFieldName();
  const valueText = useValueText();
  const { attribute, names } = difference;
  const label = names
    .map((one) => (one.item === undefined ? fieldName(one) : `${fieldName(one)} (${one.item})`))
    .join(' › ');
  const sides: [Choice, string][] = [
    ['mine', say('mine')],
    ['theirs', savedBy ? say('theirs', { name: savedBy }) : say('theirs.unknown')],
  ];
  return (
    <Box tag="section" aria-labelledby={`${id}-label`} paddingBottom={5}>
      <Flex gap={2} paddingBottom={2} wrap="wrap">
        <Typography id={`${id}-label`} tag="h3" variant="delta">
          {label}
        </Typography>
        {onChoose ? (
          <Typography variant="pi" textColor="neutral600">
            {say(difference.both ? 'both' : 'only-theirs')}
          </Typography>
        ) : null}
      </Flex>
      {onChoose ? (
        <Radio.Group
          aria-labelledby={`${id}-label`}
          value={choice ?? ''}
          onValueChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}
        >
          <Grid.Root gap={4}>
            {sides.map(([side, title]) => (
              <Grid.Item key={side} col={6} xs={12} direction="column" alignItems="stretch">
                <Box paddingBottom={2}>
                  <Radio.Item value={side} aria-describedby={`${id}-${side}`}>
                    {title}
                  </Radio.Item>
                </Box>
                <Value
                  id={`${id}-${side}`}
                  text={valueText(difference[side], attribute, components)}
                />
              </Grid.Item>
            ))}
          </Grid.Root>
        </Radio.Group>
      ) : (
        <Value id={`${id}-mine`} text={valueText(difference.mine, attribute, components)} />
      )}
    </Box>
  );
};
