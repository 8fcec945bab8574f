/** The languages that Meilisearch 1.21 takes in `localizedAttributes`; any other code is a 400 for the whole call. */
const KNOWN = new Set(
  `af ak am ar az be bn bg ca cs zh da de el en eo et fi fr gu he hi hr hu hy id it jv ja kn ka km ko la
   lv lt ml mr mk my ne nl nb or pa fa pl pt ro ru si sk sl sn es sr sv ta te tl th tk tr uk ur uz vi yi
   zu`.split(/\s+/),
);

/** The engine's code for a BCP 47 locale (`pt-BR` → `pt`), or undefined where it does not know the language. */
export const engineLanguage = (locale: string): string | undefined => {
  const base = locale.split('-')[0]?.toLowerCase() ?? '';
  return KNOWN.has(base) ? base : undefined;
};
