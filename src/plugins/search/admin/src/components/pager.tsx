import { Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../use-text';

/** Leads through the pages of a list; nothing where there is but one. */
export const Pager = ({
  of,
  page,
  pages,
  onPage,
}: {
  /** What is paged, for screen readers. */
  of: string;
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) => {
  const text = useText();
  if (pages <= 1) return null;
  return (
    <Flex tag="nav" aria-label={text('pages.label', { of })} gap={3} justifyContent="flex-end">
      <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {text('pages.previous')}
      </Button>
      <Typography aria-live="polite">{text('pages', { page, pages })}</Typography>
      <Button variant="tertiary" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {text('pages.next')}
      </Button>
    </Flex>
  );
};
