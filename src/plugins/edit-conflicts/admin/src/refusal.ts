import { inPanelLanguage } from './conflict-desk';
import { PLUGIN_ID } from './constants';
import { isFields } from './core/models';
import en from './translations/en.json';

/**
 * An error as the panel's forms take it. Only after a validation error does a form go on to warn that
 * it is not saved; after any other it takes what was typed for saved. Its message is shown as it is.
 */
const unsavedBecause = (message: string, status: unknown) => ({
  name: 'ValidationError',
  status,
  message,
  details: { errors: [{ path: [PLUGIN_ID], message, name: 'ValidationError' }] },
});

/** Nothing was saved, or discarded, because somebody else has saved, or deleted, meanwhile. */
export const refusal = (reason: 'kept' | 'deleted' | 'refused' | 'discard') =>
  unsavedBecause(inPanelLanguage(`${PLUGIN_ID}.refusal.${reason}`, en[`refusal.${reason}`]), 409);

/** Whatever a save fails of, the form stays unsaved. */
export const unsaved = (error: unknown): unknown => {
  if (!isFields(error) || error.name === 'ValidationError') return error;
  const message = String(error.message);
  return unsavedBecause(inPanelLanguage(`apiError.${message}`, message), error.status);
};
