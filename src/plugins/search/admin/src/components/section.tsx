import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

/** A part of the page under a heading, with what may be done to all of it beside the heading. */
export const Section = ({
  title,
  text,
  action,
  children,
}: {
  title: string;
  text?: string | undefined;
  action?: ReactNode;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <Flex tag="section" aria-labelledby={id} direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" alignItems="flex-end" gap={4}>
        <Box maxWidth="80rem">
          <Typography id={id} tag="h2" variant="delta">
            {title}
          </Typography>
          {text ? (
            <Box paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {text}
              </Typography>
            </Box>
          ) : null}
        </Box>
        {action}
      </Flex>
      {children}
    </Flex>
  );
};
