import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { type TextKey, useText } from '../use-text';

/** A part of a page with a heading. */
export const Section = ({ title, children }: { title: TextKey; children: ReactNode }) => {
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
