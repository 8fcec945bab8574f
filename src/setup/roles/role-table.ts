type Action = 'create' | 'read' | 'update' | 'delete' | 'publish';

/**
 * Which types a grant is about: those of some rooms (`api::<room>.`) or some uids, or of all types
 * that the public may know
 * - `translated`: those that have a version per language;
 * - `by-column`: those that have a column per language instead;
 * - `known`: both, and all others.
 */
type Types = { named: string[] } | 'translated' | 'by-column' | 'known';

/** Where two grants of a role name the same action on the same type, the first counts. */
export type Grant = {
  types: Types;
  actions: Action[];
  /** Only this language: its versions, or its columns. All where absent. */
  locale?: string;
  /** Without what leaves the observatory by no way: private attributes, persons without consent. */
  open?: boolean;
};

export type RoleDefinition = {
  code: string;
  name: string;
  description: string;
  grants: Grant[];
  /** Permissions beyond the content manager's, given where they exist. */
  others: { action: string; subject?: string; conditions?: string[] }[];
};

const ALL: Action[] = ['create', 'read', 'update', 'delete', 'publish'];
const KEEP: Action[] = ['create', 'read', 'update'];
const READ_ALL: Grant = { types: 'known', actions: ['read'], open: true };

const READ_MEDIA = [
  { action: 'plugin::upload.read' },
  { action: 'plugin::upload.assets.download' },
  { action: 'plugin::upload.assets.copy-link' },
];
/** From an interview to a monograph that its owner approves. */
const INTERVIEWS = ['fill-monograph', 'ask-approval'].map((right) => ({
  action: `api::iris.interview.${right}`,
  subject: 'api::iris.interview',
}));
/** Adds files; changes and deletes the own ones, since a file belongs to every entry that shows it. */
const OWN_MEDIA = [
  ...READ_MEDIA,
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.update', conditions: ['admin::is-creator'] },
];
const ALL_MEDIA = [
  ...READ_MEDIA,
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.update' },
  { action: 'plugin::upload.configure-view' },
];
const TRANSLATIONS = { action: 'plugin::translation-desk.status.read' };
/** Sees how search is doing and tries it; to mend or rebuild it is the super administrator's, until somebody is given it. */
const SEARCH = { action: 'plugin::search.status.read' };
const DYNAMICS = { action: 'plugin::regional-dynamics.read' };

const ORGANISATION = 'api::observatory.organisation';

const PARTNERS = [
  { locale: 'fr', place: 'Île-de-France', language: 'français' },
  { locale: 'el', place: 'Crète', language: 'grec' },
  { locale: 'pt', place: 'Madère', language: 'portugais' },
  { locale: 'es', place: 'Canaries', language: 'espagnol' },
  { locale: 'pl', place: 'Petite-Pologne', language: 'polonais' },
] as const;

const partnerGrants = (locale: string, actions: Action[]): Grant[] => [
  { types: 'translated', actions, locale },
  { types: 'translated', actions: ['read'] },
  { types: 'by-column', actions: ['update'], locale, open: true },
  READ_ALL,
];

const partners: RoleDefinition[] = PARTNERS.flatMap(({ locale, place, language }) => [
  {
    code: `partner-${locale}`,
    name: `Partenaire européen – ${place}`,
    description: `Écrit en ${language} : crée des fiches, traduit celles des autres ; ne publie pas.`,
    grants: partnerGrants(locale, ['create', 'update']),
    others: [...OWN_MEDIA, TRANSLATIONS],
  },
  {
    code: `reviewer-${locale}`,
    name: `Relecture – ${place}`,
    description: `Écrit en ${language}, publie, dépublie et supprime les versions en ${language}.`,
    grants: partnerGrants(locale, ['create', 'update', 'publish', 'delete']),
    others: [...OWN_MEDIA, TRANSLATIONS],
  },
]);

/**
 * The admin roles of a new observatory: who each is, and what it may do. Read once, when a role is
 * made; from then on the panel's own settings count.
 */
export const ROLES: RoleDefinition[] = [
  {
    code: 'iris-editor',
    name: 'Rédaction IRIS',
    description:
      'Recueille les entretiens et publie fiches, études, notes et analyses, dans toutes les langues.',
    grants: [
      {
        types: {
          named: [
            'api::observatory.',
            'api::iris.',
            'api::studies.',
            'api::notes.',
            'api::analyses.',
            'plugin::search.synonym',
          ],
        },
        actions: ALL,
      },
      READ_ALL,
    ],
    others: [...ALL_MEDIA, TRANSLATIONS, SEARCH, DYNAMICS, ...INTERVIEWS],
  },
  ...partners,
  {
    code: 'hub-coordinator',
    name: 'Coordination du HUB',
    description:
      'Tient les programmes, appels, idées, candidatures et décisions de pilotage, et l’annuaire des organismes.',
    grants: [
      { types: { named: ['api::hub.'] }, actions: ALL },
      { types: { named: [ORGANISATION] }, actions: KEEP },
      READ_ALL,
    ],
    others: [...OWN_MEDIA, TRANSLATIONS],
  },
  {
    code: 'academy-organiser',
    name: 'Organisation de l’Académie',
    description: 'Tient les séminaires, sessions et inscriptions, et les fiches des intervenants.',
    grants: [
      { types: { named: ['api::academy.'] }, actions: ALL },
      { types: { named: ['api::observatory.person'] }, actions: KEEP },
      READ_ALL,
    ],
    others: [...OWN_MEDIA, TRANSLATIONS],
  },
  {
    code: 'repertoire-steward',
    name: 'Tenue du répertoire',
    description:
      'Tient le répertoire des données publiques, ses moissonnages, le guide et les auto-évaluations, et l’annuaire des organismes.',
    grants: [
      { types: { named: ['api::repertoire.'] }, actions: ALL },
      { types: { named: [ORGANISATION] }, actions: KEEP },
      READ_ALL,
    ],
    others: [...OWN_MEDIA, TRANSLATIONS],
  },
  {
    code: 'reader',
    name: 'Lecture',
    description: 'Lit tout ce qui n’est pas privé, et ne change rien.',
    grants: [READ_ALL],
    others: [...READ_MEDIA, TRANSLATIONS, DYNAMICS],
  },
];
