import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useText } from '../use-text';

/** One page back or on; without `onBack` or `onNext` there is none. */
export const StepPager = ({
  label,
  onBack,
  onNext,
}: {
  label: string;
  onBack: (() => void) | null;
  onNext: (() => void) | null;
}) => {
  const text = useText();
  return (
    <Flex justifyContent="space-between" gap={4} tag="nav" aria-label={text('pager.label')}>
      <Typography textColor="neutral600" aria-live="polite">
        {label}
      </Typography>
      <Flex gap={2}>
        <Button
          variant="tertiary"
          startIcon={<ChevronLeft />}
          disabled={!onBack}
          onClick={() => onBack?.()}
        >
          {text('page.back')}
        </Button>
        <Button
          variant="tertiary"
          endIcon={<ChevronRight />}
          disabled={!onNext}
          onClick={() => onNext?.()}
        >
          {text('page.next')}
        </Button>
      </Flex>
    </Flex>
  );
};
