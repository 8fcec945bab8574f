import { Box, Typography } from '@strapi/design-system';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { createGlobalStyle } from 'styled-components';
import { currentConflict, hostConflicts } from '../conflict-desk';
import { isSaving, watchSaves } from '../saves-under-way';
import { useText } from '../use-text';

/** Milliseconds that a save may take before it is shown: a quick one should not flicker. */
const UNSHOWN = 300;

const Veil = createGlobalStyle`
  form[inert] {
    opacity: 0.6;
  }
`;

/** The element of a form that had the focus last; none where a click on a locked form asked for another. */
let lastFocused: HTMLElement | undefined;

/** Remembers where an editor types, so that a lock gives the focus back. */
export const rememberFocus = (): void => {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.closest('form')) lastFocused = target;
  });
  document.addEventListener('pointerdown', () => {
    if (isSaving()) lastFocused = undefined;
  });
};

const useShown = (wanted: boolean): boolean => {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(() => setShown(true), UNSHOWN);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [wanted]);
  return shown;
};

/**
 * Locks the forms of the page while a save runs: the panel fills them anew after it, over whatever is
 * typed meanwhile. Lives in the edit view.
 */
export const SavingLock = () => {
  const say = useText();
  const saving = useSyncExternalStore(watchSaves, isSaving);
  const isAsked = useSyncExternalStore(hostConflicts, currentConflict) !== undefined;
  // Over the dialog of a conflict it would hide what the save waits for.
  const shown = useShown(saving && !isAsked);

  useLayoutEffect(() => {
    if (!saving) return undefined;
    const forms = [...document.querySelectorAll('form')];
    for (const form of forms) form.inert = true;
    return () => {
      for (const form of forms) form.inert = false;
      // A locked form has lost the focus, with the cursor in a text: the editor goes on there.
      if (document.activeElement === document.body) {
        lastFocused?.focus({ preventScroll: true });
      }
    };
  }, [saving]);

  return createPortal(
    <div role="status">
      {shown ? (
        <Box
          position="fixed"
          bottom={4}
          left="50%"
          transform="translateX(-50%)"
          zIndex="notification"
          padding={3}
          background="neutral0"
          borderColor="neutral200"
          hasRadius
          shadow="popupShadow"
        >
          <Veil />
          <Typography>{say('saving')}</Typography>
        </Box>
      ) : null}
    </div>,
    document.body,
  );
};
