import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

const VARIANTS = {
  success: { Icon: CheckCircle, colour: 'success' },
  danger: { Icon: WarningCircle, colour: 'danger' },
  warning: { Icon: WarningCircle, colour: 'warning' },
  info: { Icon: Information, colour: 'neutral' },
} as const;

/** A message that stays on the page; a failure is announced at once. */
export const Notice = ({
  variant,
  children,
}: {
  variant: keyof typeof VARIANTS;
  children: ReactNode;
}) => {
  const { Icon, colour } = VARIANTS[variant];
  return (
    <Box
      role={variant === 'danger' ? 'alert' : 'status'}
      background={`${colour}100`}
      borderColor={`${colour}200`}
      hasRadius
      padding={4}
    >
      <Flex gap={3} alignItems="flex-start">
        <Box paddingTop={1} aria-hidden>
          <Icon fill={`${colour}600`} />
        </Box>
        <Box flex="1">
          {typeof children === 'string' ? (
            <Typography textColor={`${colour}700`}>{children}</Typography>
          ) : (
            children
          )}
        </Box>
      </Flex>
    </Box>
  );
};
