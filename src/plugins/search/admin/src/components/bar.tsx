import { Box } from '@strapi/design-system';

/** How much of something there is, in percent; without a value, that something goes on. */
export const Bar = ({
  label,
  said,
  percent,
  role,
}: {
  label: string;
  /** The value in words. */
  said: string;
  percent: number | null;
  /** A measure, or the progress of work. */
  role: 'meter' | 'progressbar';
}) => (
  <Box
    role={role}
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent ?? undefined}
    aria-valuetext={said}
    background="neutral200"
    hasRadius
    height="6px"
    width="100%"
    overflow="hidden"
  >
    <Box
      background={percent === null ? 'neutral300' : 'primary600'}
      hasRadius
      height="100%"
      width={`${percent ?? 100}%`}
    />
  </Box>
);
