import type { Verdict } from './judge-write';
import type { Right } from './write-permission';

type Refused = Exclude<Verdict, { kind: 'allowed' }>;

const VERBS: Record<'fr' | 'en', Record<Right, string>> = {
  fr: { create: 'créer', update: 'modifier', publish: 'publier ou dépublier', delete: 'supprimer' },
  en: { create: 'create', update: 'edit', publish: 'publish or unpublish', delete: 'delete' },
};

const nameOf = (locale: string, language: string): string =>
  `${new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale} (${locale})`;

const listOf = (locales: string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(
    locales.map((locale) => nameOf(locale, language)),
  );

/**
 * The sentence that tells an editor why a write was refused, and where the role would allow it.
 * @param language that of the editor's panel; anything but French is answered in English
 */
export const writeRefusal = ({
  verdict,
  roles,
  language,
}: {
  verdict: Refused;
  roles: string[];
  language: string;
}): string => {
  const { right } = verdict.demand;
  if (language === 'fr') {
    const role = `Votre rôle (${roles.join(', ')})`;
    if (verdict.kind === 'never') {
      return `${role} ne permet pas de ${VERBS.fr[right]} ces contenus. Rien n’a été enregistré.`;
    }
    const { demand, locales } = verdict;
    return `${role} ne permet pas de ${VERBS.fr[right]} la version en ${nameOf(demand.locale, 'fr')}, seulement en ${listOf(locales, 'fr')}. Rien n’a été enregistré.`;
  }
  const role = `Your role (${roles.join(', ')})`;
  if (verdict.kind === 'never') {
    return `${role} does not let you ${VERBS.en[right]} this content. Nothing was saved.`;
  }
  const { demand, locales } = verdict;
  return `${role} does not let you ${VERBS.en[right]} the version in ${nameOf(demand.locale, 'en')}, only in ${listOf(locales, 'en')}. Nothing was saved.`;
};
