import { Box, Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A place of the recipe. */
export type Path = (string | number)[];

/** Of a field's usual width, or of one with a long label. */
export const Cell = ({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) => (
  <Box width={isWide ? '34rem' : '22rem'}>{children}</Box>
);

export const Row = ({ children }: { children: ReactNode }) => (
  <Flex gap={4} alignItems="flex-start" wrap="wrap">
    {children}
  </Flex>
);
