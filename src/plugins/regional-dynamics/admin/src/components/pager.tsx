import { useText } from '../use-text';
import { StepPager } from './step-pager';

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
    <StepPager
      label={text('pager.page', { page, pageCount })}
      onBack={page > 1 ? () => onPage(page - 1) : null}
      onNext={page < pageCount ? () => onPage(page + 1) : null}
    />
  );
};
