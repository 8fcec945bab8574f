import el from './el';
import en from './en';
import es from './es';
import fr from './fr';
import pl from './pl';
import pt from './pt';

type Said = { title: string; text: string };

/** What the owner reads, beside the initiative's text. */
export type ApprovalTexts = {
  title: string;
  intro: string;
  approve: string;
  changes: string;
  comment: string;
  alerts: Record<'changed' | 'commentMissing' | 'commentTooLong', string>;
  notices: Record<'approved' | 'refused' | 'gone' | 'busy' | 'invalid', Said>;
  /** `{title}`, `{link}` and `{day}` stand for the initiative's title, the address and its last day. */
  mail: { subject: string; text: string };
  /** Headings, by attribute of an initiative. */
  fields: Record<string, string>;
};

export const TEXTS = { fr, en, el, pt, es, pl } satisfies Record<string, ApprovalTexts>;

export type Language = keyof typeof TEXTS;

/** A language we have texts in, or undefined; `pt-BR` is read as `pt`. */
export const toLanguage = (code: string | undefined): Language | undefined => {
  const [language] = (code ?? '').toLowerCase().split('-');
  return language !== undefined && Object.hasOwn(TEXTS, language)
    ? (language as Language)
    : undefined;
};
