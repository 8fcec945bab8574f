import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import styled from 'styled-components';
import { useText } from '../use-text';

const Slider = styled.input`
  width: 100%;
  accent-color: ${({ theme }) => theme.colors.primary600};
`;

const Points = styled.input`
  width: 7rem;
  padding: 0.6rem 0.8rem;
  text-align: right;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** A weight among its siblings: by slider, by figure, and its share of all. */
export const WeightSlider = ({
  name,
  weight,
  share,
  most,
  step,
  onChange,
}: {
  name: string;
  weight: number;
  /** Share of the siblings' weight, 0 to 1. */
  share: number;
  most: number;
  step: number;
  onChange: (weight: number) => void;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const id = useId();
  const label = text('weight.of', { name });
  const percent = formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Flex gap={3} width="100%">
      <Box flex="1" minWidth="10rem">
        <Slider
          type="range"
          min={0}
          max={most}
          step={step}
          value={weight}
          aria-label={label}
          aria-describedby={id}
          onChange={({ target }) => onChange(Number(target.value))}
        />
      </Box>
      <Points
        type="number"
        min={0}
        step={step}
        value={weight}
        aria-label={text('weight.figure', { name })}
        onChange={({ target }) => {
          const next = target.valueAsNumber;
          if (Number.isFinite(next) && next >= 0) onChange(next);
        }}
      />
      <Box width="6rem" style={{ textAlign: 'right' }}>
        <Typography id={id} textColor="neutral600" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {percent}
        </Typography>
      </Box>
    </Flex>
  );
};
