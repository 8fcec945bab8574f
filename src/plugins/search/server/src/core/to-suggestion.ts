import type { Suggestion } from '../../../shared/contracts';
import type { EngineHit } from '../engine/engine';
import { highlighted, textOrNull } from './safe-highlight';

/** A hit as what completes the reader's words. */
export const toSuggestion = (hit: EngineHit): Suggestion => ({
  type: textOrNull(hit.type) ?? '',
  documentId: textOrNull(hit.documentId) ?? '',
  locale: textOrNull(hit.locale) ?? '',
  title: textOrNull(hit.title) ?? '',
  slug: textOrNull(hit.slug),
  reference: textOrNull(hit.reference),
  url: textOrNull(hit.url),
  highlight: highlighted(hit._formatted?.title),
});
