import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useText } from '../use-text';

/** Goes from page to page; nothing where there is one. */
export const Pager = ({
  page,
  pageCount,
  onPage,
}: {
  page: number;
  pageCount: number;
  onPage: (page: number) => void;
}) => {
  const text = useText();
  if (pageCount < 2) return null;
  return (
    <Flex gap={3} tag="nav" aria-label={text('pager.label')}>
      <Button
        variant="tertiary"
        startIcon={<ChevronLeft />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        {text('pager.previous')}
      </Button>
      <Typography aria-live="polite">{text('pager.page', { page, pageCount })}</Typography>
      <Button
        variant="tertiary"
        endIcon={<ChevronRight />}
        disabled={page >= pageCount}
        onClick={() => onPage(page + 1)}
      >
        {text('pager.next')}
      </Button>
    </Flex>
  );
};
