import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { type TextKey, useText } from '../../use-text';

/** A place of the recipe. */
export type Path = (string | number)[];

/** Of a field's usual width, or of one with a long label. */
export const Cell = ({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) => (
  <Box width={isWide ? '34rem' : '22rem'}>{children}</Box>
);

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

export const Row = ({ children }: { children: ReactNode }) => (
  <Flex gap={4} alignItems="flex-start" wrap="wrap">
    {children}
  </Flex>
);
