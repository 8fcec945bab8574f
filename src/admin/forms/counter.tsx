import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { counterState } from './counter-state';

const COLOURS = {
  free: 'neutral600',
  near: 'warning700',
  full: 'warning700',
  over: 'danger600',
} as const;

/** How many characters a text has of those it may: "12 / 100". */
export const Counter = ({ length, limit }: { length: number; limit: number }) => {
  const { formatMessage } = useIntl();
  const state = counterState({ length, limit });
  return (
    <>
      <Typography
        variant="pi"
        tag="span"
        textColor={COLOURS[state]}
        style={{ whiteSpace: 'nowrap' }}
      >
        {formatMessage({ id: 'forms.counter' }, { length, limit })}
      </Typography>
      {/* Speaks when the state changes, not at every letter. */}
      <VisuallyHidden tag="span" role="status" aria-live="polite">
        {state === 'free' ? '' : formatMessage({ id: `forms.counter.${state}` }, { limit })}
      </VisuallyHidden>
    </>
  );
};
