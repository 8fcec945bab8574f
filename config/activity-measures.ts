import type { ActivitySettingsInput } from '../src/plugins/regional-dynamics/server/src/config';

/** Names in the six languages, in the order fr, el, pt, es, pl, en. */
const named = (...[fr, el, pt, es, pl, en]: [string, string, string, string, string, string]) => ({
  fr,
  el,
  pt,
  es,
  pl,
  en,
});

/** Samples show what an entry can hold; nothing in them has happened. */
const REAL = { $or: [{ isSample: false }, { isSample: { $null: true } }] };
const OPEN = { access: 'public' };

/** A transfer would tell of an initiative that the public may not read. */
const TOLD = { source: { $and: [OPEN, REAL, { publishedAt: { $notNull: true } }] } };
/** One that is planned or given up has not taken place. */
const HAPPENING = { state: { $in: ['in-progress', 'landed'] } };

const initiative = {
  uid: 'api::iris.initiative',
  where: { ...OPEN, ...REAL },
  territories: ['territories'],
  themes: ['themes'],
};

const transfer = {
  uid: 'api::iris.transfer',
  where: { $and: [REAL, TOLD, HAPPENING] },
  themes: ['source.themes'],
};

/**
 * What the regional scores count of our content, beside a region's score and never in it. Only what
 * everybody may read and is no sample counts.
 */
export const activity: ActivitySettingsInput = {
  originalLocale: 'originalLocale',
  themes: { uid: 'api::observatory.theme', code: 'reference', broader: 'broader' },
  measures: [
    {
      ...initiative,
      code: 'initiatives',
      names: named(
        'Initiatives',
        'Πρωτοβουλίες',
        'Iniciativas',
        'Iniciativas',
        'Inicjatywy',
        'Initiatives',
      ),
    },
    {
      ...transfer,
      code: 'transfers-in',
      names: named(
        'Transferts reçus',
        'Εισερχόμενες μεταφορές',
        'Transferências recebidas',
        'Transferencias recibidas',
        'Transfery przyjęte',
        'Transfers in',
      ),
      territories: ['targetTerritory'],
    },
    {
      ...transfer,
      code: 'transfers-out',
      names: named(
        'Transferts vers d’autres territoires',
        'Εξερχόμενες μεταφορές',
        'Transferências para outros territórios',
        'Transferencias a otros territorios',
        'Transfery do innych terytoriów',
        'Transfers out',
      ),
      territories: ['source.territories'],
    },
    {
      ...initiative,
      code: 'evidence',
      names: named(
        'Initiatives selon leur preuve la plus forte',
        'Πρωτοβουλίες κατά το ισχυρότερο τεκμήριο',
        'Iniciativas segundo a prova mais forte',
        'Iniciativas según su prueba más sólida',
        'Inicjatywy według najsilniejszego dowodu',
        'Initiatives by their strongest evidence',
      ),
      levels: {
        list: 'evidence',
        attribute: 'level',
        scale: [
          {
            code: 'declared',
            names: named(
              'Déclarée',
              'Δηλωμένο',
              'Declarada',
              'Declarada',
              'Zadeklarowany',
              'Declared',
            ),
          },
          {
            code: 'measured',
            names: named('Mesurée', 'Μετρημένο', 'Medida', 'Medida', 'Zmierzony', 'Measured'),
          },
          {
            code: 'independent',
            names: named(
              'Indépendante',
              'Ανεξάρτητο',
              'Independente',
              'Independiente',
              'Niezależny',
              'Independent',
            ),
          },
        ],
      },
    },
    {
      ...initiative,
      code: 'funding',
      names: named(
        'Initiatives au financement connu',
        'Πρωτοβουλίες με γνωστή χρηματοδότηση',
        'Iniciativas com financiamento conhecido',
        'Iniciativas con financiación conocida',
        'Inicjatywy o znanym finansowaniu',
        'Initiatives with known funding',
      ),
      amounts: { list: 'funding', amount: 'amount', currency: 'currency' },
    },
    {
      code: 'open-datasets',
      names: named(
        'Jeux de données ouverts',
        'Ανοικτά σύνολα δεδομένων',
        'Conjuntos de dados abertos',
        'Conjuntos de datos abiertos',
        'Otwarte zbiory danych',
        'Open datasets',
      ),
      uid: 'api::repertoire.dataset',
      where: { ...OPEN, ...REAL, accessRights: 'public', workflow: 'published' },
      territories: ['spatial', 'publisher.territory'],
      themes: ['themes'],
    },
  ],
};
