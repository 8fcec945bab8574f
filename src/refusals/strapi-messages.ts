import { escapeRegExp } from 'lodash';

/**
 * What Strapi itself says to editors, in English only, and the same in French. `{…}` stands for
 * what differs from case to case; after a field's name the French goes on as after "Titre : ".
 */
const FRENCH: readonly [english: string, french: string][] = [
  ['Document not found', 'Cette fiche n’existe pas ou plus : rien n’a été enregistré.'],
  [
    'Document not found or already published.',
    'Cette fiche n’existe pas ou plus, ou elle est déjà publiée : rien n’a été changé.',
  ],
  ['Entity not found', 'Cette fiche n’existe pas ou plus : rien n’a été enregistré.'],
  ['Not Found', 'Ce contenu n’existe pas ou plus.'],
  ['Forbidden', 'Vos droits ne le permettent pas. Rien n’a été changé.'],
  ['Policy Failed', 'Vos droits ne le permettent pas. Rien n’a été changé.'],
  ['Invalid credentials', 'Adresse électronique ou mot de passe erroné.'],
  [
    'Too many requests, please try again later.',
    'Trop de tentatives : réessayez dans quelques minutes.',
  ],
  ['This attribute must be unique', 'déjà utilisé par une autre fiche'],
  [
    '{count} relation(s) of type {type} associated with this entity do not exist',
    'Une fiche liée n’existe plus ({type}) : retirez ce lien, puis enregistrez.',
  ],
  [
    'Document with id "{id}", locale "{locale}" not found',
    'Une fiche liée n’existe plus dans cette langue ({locale}) : retirez ce lien, puis enregistrez.',
  ],
  ['Email already taken', 'Cette adresse électronique est déjà celle d’un autre compte.'],
  ['Username already taken', 'Ce nom est déjà celui d’un autre compte.'],
  ['{file} exceeds size limit of {size}.', '{file} dépasse la taille permise ({size}).'],
  ['Files are empty', 'Aucun fichier n’a été reçu.'],
  ['File is not a valid image', 'Ce fichier n’est pas une image lisible.'],
  ['File name contains invalid characters', 'Le nom du fichier contient des caractères interdits.'],
  ['{path} must be a valid email', 'l’adresse n’est pas valable'],
  ['{path} is a required field', 'obligatoire'],
  ['{path} must be defined.', 'obligatoire'],
  ['{path} cannot be null', 'obligatoire'],
  ['{path} must be at least {min} characters', '{min} caractères au minimum'],
  ['{path} must be at most {max} characters', '{max} caractères au maximum'],
  ['{path} must be greater than or equal to {min}', 'le minimum est {min}'],
  ['{path} must be less than or equal to {max}', 'le maximum est {max}'],
  ['{path} must be one of the following values: {values}', 'à choisir parmi : {values}'],
  ['{path} must be unique', 'déjà utilisé par une autre fiche'],
];

const patterns = FRENCH.map(([english, french]) => {
  const parts = english.split(/\{\w+\}/).map(escapeRegExp);
  return {
    form: new RegExp(`^${parts.join('([^]*?)')}$`),
    names: [...english.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    french,
  };
});

/** A message of Strapi's own in French; undefined where it is none that editors meet. */
export const strapiInFrench = (message: string): string | undefined => {
  for (const { form, names, french } of patterns) {
    const found = form.exec(message);
    if (!found) continue;
    return french.replace(/\{(\w+)\}/g, (_, name: string) => found[names.indexOf(name) + 1] ?? '');
  }
  return undefined;
};
