import { describe, expect, it } from 'vitest';
import { checkPeriod } from '../rules/checks/check-period';
import type { Attributes } from '../rules/schema';
import { violation } from '../rules/violation';
import { panelNames } from './panel-names';
import en from './sentences/en.json';
import fr from './sentences/fr.json';
import { strapiInFrench } from './strapi-messages';
import { type Fault, type Tongue, translateRefusal } from './translate-refusal';

const INITIATIVE = 'api::iris.initiative';
const MODELS: Record<string, Attributes> = {
  [INITIATIVE]: { costs: { type: 'component', component: 'iris.cost', repeatable: true } },
};
const attributesOf = (uid: string) => MODELS[uid];
const french: Tongue = {
  language: 'fr',
  wordings: fr,
  names: panelNames.fr,
  attributesOf,
  foreign: strapiInFrench,
};
const english: Tongue = {
  language: 'en',
  wordings: en,
  names: panelNames.en,
  attributesOf,
  foreign: () => undefined,
};

const say = (errors: readonly Fault[], tongue = french): string =>
  translateRefusal({ message: 'as it was', details: { errors }, uid: INITIATIVE, tongue }).message;

describe('a refusal in the panel', () => {
  it('names the field by its label', () => {
    const found = [violation({ path: ['title'], rule: 'required' })];
    expect(say(found)).toBe('Titre : obligatoire');
    expect(say(found, english)).toBe('Title: is required');
  });

  it('leads to a field inside a list, and names the one beside it', () => {
    const found = [
      violation({
        path: ['costs', 1, 'currency'],
        rule: 'amount-has-currency',
        values: { amount: { field: 'amount' } },
      }),
    ];
    expect(say(found)).toBe('Coûts, n° 2, Devise : obligatoire, puisque « Montant » est rempli');
  });

  it('names dates and choices as the form does', () => {
    const row = { startDate: '2008', endDate: '2007' };
    expect(say(checkPeriod(row, { start: 'startDate', end: 'endDate' }))).toBe(
      'Fin : vient avant « Début » (2008)',
    );
    const quality = { choices: ['owner-approved'] };
    expect(
      say([violation({ path: ['quality'], rule: 'approval-matches-text', values: { quality } })]),
    ).toContain('« validée par le maître d’ouvrage » demande');
  });

  it('puts one wording into another', () => {
    const expected = { sentence: 'holds.factors', values: { codes: 'a, b' } };
    expect(
      say([
        violation({
          path: ['title'],
          rule: 'x',
          sentence: 'known',
          values: { item: 'c', expected },
        }),
      ]),
    ).toBe(
      'Titre : « c » n’est pas connu : la liste contient des codes de facteurs de succès de cette étude (a, b)',
    );
  });

  it('counts several, and says which language each is of', () => {
    const found = ['title', 'summary'].map((key) => ({
      ...violation({ path: [key], rule: 'required' }),
      locale: 'el',
    }));
    expect(say(found)).toBe(
      '2 points à corriger : Titre (grec) : obligatoire · Résumé (grec) : obligatoire',
    );
  });

  it('translates what Strapi says itself, and leaves what it does not know', () => {
    const foreign = (message: string, path: string[] = []) => say([{ path, message }]);
    expect(foreign('This attribute must be unique', ['title'])).toBe(
      'Titre : déjà utilisé par une autre fiche',
    );
    expect(foreign('title must be at least 3 characters', ['title'])).toBe(
      'Titre : 3 caractères au minimum',
    );
    expect(foreign('Nobody knows this')).toBe('as it was');
    expect(
      translateRefusal({
        message: 'Document not found',
        details: {},
        uid: undefined,
        tongue: french,
      }).message,
    ).toBe('Cette fiche n’existe pas ou plus : rien n’a été enregistré.');
  });
});
