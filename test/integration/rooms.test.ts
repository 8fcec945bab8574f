import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusals } from '../support/refusals';
import { bootStrapi, type TestStrapi } from '../support/strapi';

type Data = Record<string, unknown>;
type Entry = Data & { documentId: string; reference: string; slug: string };

let app: TestStrapi;

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);
const create = async (uid: string, data: Data, options: Data = {}) =>
  (await documents(uid).create({ data, ...options })) as unknown as Entry;
const update = async (uid: string, documentId: string, data: Data, options: Data = {}) =>
  (await documents(uid).update({ documentId, data, ...options })) as unknown as Entry;

/** Entries that others link to, by what they are. */
const seeded: Record<string, Entry> = {};
const link = (name: string): string => seeded[name]?.documentId ?? '';

const THEME = 'THEME-HEALTH';

beforeAll(async () => {
  app = await bootStrapi();
  seeded.theme = await create('api::observatory.theme', {
    reference: THEME,
    nativeLocale: 'fr',
    nameFr: 'Santé',
  });
  seeded.owner = await create('api::observatory.organisation', { name: 'Region of Crete' });
  seeded.partner = await create('api::observatory.organisation', { name: 'Región de Canarias' });
  seeded.territory = await create('api::observatory.territory', {
    nativeLocale: 'el',
    nameEl: 'Κρήτη',
    nutsCode: 'EL43',
    level: 'region',
  });
  seeded.priority = await create('api::hub.strategic-priority', {
    nativeLocale: 'en',
    nameEn: 'A digital Europe',
    textFr: 'Une Europe numérique',
  });
  seeded.initiative = await create('api::iris.initiative', {
    reference: 'IRIS-2006-0001',
    title: 'Télémédecine',
    originalLocale: 'fr',
  });
});

afterAll(() => app?.stop());

type Sample = {
  uid: string;
  /** A whole entry in French, and what a Greek translation of it adds. */
  data: () => Data;
  greek: Data;
  /** What a draft of a title alone lacks for publication. */
  lacks: Record<string, string>;
  /** A save that is refused whatever the entry's state, and by which rules. */
  refused?: { data: () => Data; by: Record<string, string> };
};

const SAMPLES: Sample[] = [
  {
    uid: 'api::studies.study',
    data: () => ({
      title: 'La télémédecine',
      summary: 'Ce que trois régions en savent.',
      question: 'Que faut-il pour que la télémédecine dure ?',
      stateOfTheArt: 'Peu de bilans.',
      experiences: [link('initiative')],
      replicableElements: [{ code: 'convention', name: 'Convention type' }],
      factorSources: [{ code: 'referent', initiatives: ['IRIS-2006-0001'] }],
      successFactors: [{ code: 'referent', text: 'Un référent par hôpital' }],
      scenarios: [
        { code: 'continue', name: 'Au fil de l’eau', description: '…', factors: ['referent'] },
        { code: 'push', name: 'Volontariste', description: '…' },
      ],
      recommendations: [{ code: 'name-one', text: 'Nommer un référent', factors: ['referent'] }],
    }),
    greek: {
      title: 'Η τηλεϊατρική',
      summary: 'Τι γνωρίζουν τρεις περιφέρειες.',
      question: 'Τι χρειάζεται;',
      stateOfTheArt: 'Λίγες αξιολογήσεις.',
      replicableElements: [{ code: 'convention', name: 'Σύμβαση' }],
      successFactors: [{ code: 'referent', text: 'Ένας υπεύθυνος' }],
      scenarios: [
        { code: 'continue', name: 'Ως έχει', description: '…' },
        { code: 'push', name: 'Τολμηρό', description: '…' },
      ],
      recommendations: [{ code: 'name-one', text: 'Ορίστε υπεύθυνο', factors: ['referent'] }],
    },
    lacks: { question: 'required', scenarios: 'two-scenarios', recommendations: 'required' },
    refused: {
      data: () => ({
        factorSources: [{ code: 'a', initiatives: ['IRIS-2006-0001', 'IRIS-1900-0001'] }],
        recommendations: [{ code: 'r', factors: ['b'] }],
      }),
      by: {
        'factorSources.0.initiatives.1': 'known-initiative',
        'recommendations.0.factors.0': 'known-factor',
      },
    },
  },
  {
    uid: 'api::notes.synthesis-note',
    data: () => ({
      title: 'La télémédecine en bref',
      theme: link('theme'),
      mainText: 'Le texte des chargés de mission.',
      electedSummary: {
        headline: 'Soigner à distance',
        keyMessage1: 'Un',
        keyMessage2: 'Deux',
        keyMessage3: 'Trois',
        decision: 'Financer deux postes',
        cost: '120 000 € par an',
      },
      primers: [
        { code: 'teleconsultation', term: 'Téléconsultation', text: 'Une visite à distance.' },
      ],
      experiences: [link('initiative')],
    }),
    greek: {
      title: 'Η τηλεϊατρική με λίγα λόγια',
      mainText: 'Το κείμενο.',
      electedSummary: {
        headline: 'Φροντίδα από απόσταση',
        keyMessage1: 'Ένα',
        keyMessage2: 'Δύο',
        keyMessage3: 'Τρία',
        decision: 'Δύο θέσεις',
        cost: '120 000 €',
      },
      primers: [{ code: 'teleconsultation', term: 'Τηλεσυνεδρία', text: 'Επίσκεψη.' }],
    },
    lacks: { theme: 'required', mainText: 'required', electedSummary: 'elected-summary' },
  },
  {
    uid: 'api::analyses.regional-analysis',
    data: () => ({
      title: 'La Crète',
      summary: 'Une île qui se numérise.',
      territory: link('territory'),
      periodStart: '2007',
      periodEnd: '2013',
      sectionSources: [{ code: THEME, initiatives: ['IRIS-2006-0001'] }],
      sections: [{ code: THEME, text: 'La santé.', strengths: 'Un réseau.' }],
    }),
    greek: {
      title: 'Η Κρήτη',
      summary: 'Ένα νησί.',
      sections: [{ code: THEME, text: 'Η υγεία.' }],
    },
    lacks: { territory: 'required', periodStart: 'required', sections: 'required' },
    refused: {
      data: () => ({
        territory: link('territory'),
        comparedWith: [link('territory')],
        periodStart: '2013',
        periodEnd: '2007',
        sectionSources: [{ code: 'THEME-NONE' }],
        edition: 'none',
      }),
      by: {
        comparedWith: 'compared-with-others',
        periodEnd: 'end-after-start',
        'sectionSources.0.code': 'section-is-theme',
        'sections.0.code': 'section-is-theme',
        edition: 'known-edition',
      },
    },
  },
  {
    uid: 'api::academy.seminar',
    data: () => ({
      title: 'Publier ses données',
      summary: 'Deux jours pour commencer.',
      objectives: 'Savoir publier.',
      strata: ['municipality', 'region'],
      level: 'introduction',
      themes: [link('theme')],
      series: 'academie',
    }),
    greek: { title: 'Δημοσίευση δεδομένων', summary: 'Δύο ημέρες.', objectives: 'Να ξέρουν.' },
    lacks: { objectives: 'required', strata: 'required', level: 'required', series: 'required' },
    refused: { data: () => ({ strata: ['village'] }), by: { 'strata.0': 'known-strata' } },
  },
  {
    uid: 'api::academy.session',
    data: () => ({
      title: 'Toulouse, mars 2027',
      seminar: link('seminar'),
      startsAt: '2027-03-28T08:00:00.000Z',
      endsAt: '2027-03-28T15:00:00.000Z',
      timezone: 'Europe/Paris',
      mode: 'mixed',
      venue: 'Toulouse',
      onlineUrl: 'https://example.org/room',
      languages: ['fr', 'es'],
      capacity: 30,
      quotas: [{ code: 'communes', stratum: 'municipality', places: 20 }],
      registrationOpensAt: '2027-01-10T08:00:00.000Z',
      registrationClosesAt: '2027-03-20T08:00:00.000Z',
    }),
    greek: { title: 'Τουλούζη, Μάρτιος 2027' },
    lacks: { seminar: 'required', startsAt: 'required', mode: 'required', capacity: 'required' },
    refused: {
      data: () => ({
        startsAt: '2027-03-28T08:00:00.000Z',
        endsAt: '2027-03-28T07:59:00.000Z',
        timezone: 'Paris',
        capacity: 10,
        quotas: [{ stratum: 'region', places: 11 }],
        registrationClosesAt: '2027-03-28T08:01:00.000Z',
      }),
      by: {
        endsAt: 'end-after-start',
        timezone: 'time-zone',
        quotas: 'quotas-within-capacity',
        registrationClosesAt: 'registration-before-start',
      },
    },
  },
  {
    uid: 'api::hub.funding-call',
    data: () => ({
      title: 'Administration électronique',
      summary: 'Pour les communes.',
      source: 'eu',
      openingDate: '2027-02-01',
      deadlines: [
        { code: 'first', dateTime: '2027-03-27T00:00:00.000Z', timezone: 'Europe/Brussels' },
        { code: 'second', dateTime: '2027-03-29T00:00:00.000Z', timezone: 'Europe/Brussels' },
      ],
      deadlineTexts: [
        { code: 'first', label: 'Première phase' },
        { code: 'second', label: 'Seconde phase' },
      ],
      budgetMin: 1,
      budgetMax: 2.5,
      budgetTotal: 10,
      currency: 'EUR',
      priorities: [link('priority')],
    }),
    greek: {
      title: 'Ηλεκτρονική διοίκηση',
      summary: 'Για τους δήμους.',
      deadlineTexts: [
        { code: 'first', label: 'Πρώτη' },
        { code: 'second', label: 'Δεύτερη' },
      ],
    },
    lacks: { summary: 'required', openingDate: 'required', deadlines: 'required' },
    refused: {
      data: () => ({
        openingDate: '2027-02-01',
        deadlines: [
          { dateTime: '2027-03-27T16:00:00.000Z', timezone: 'Brussels' },
          { dateTime: '2027-01-27T16:00:00.000Z', timezone: 'Europe/Brussels' },
        ],
        budgetMin: 3,
        budgetMax: 2,
        coFinancingRate: 101,
        sourceUrl: 'portal',
      }),
      by: {
        'deadlines.0.timezone': 'time-zone',
        'deadlines.1.dateTime': 'deadline-after-opening',
        budgetMax: 'budgets-in-order',
        coFinancingRate: 'max',
        sourceUrl: 'web-address',
      },
    },
  },
  {
    uid: 'api::hub.project-idea',
    data: () => ({
      title: 'Un guichet commun',
      need: 'Des partenaires.',
      seeks: ['partners'],
      owner: link('owner'),
      priority: link('priority'),
      call: link('funding-call'),
    }),
    greek: { title: 'Κοινή θυρίδα', need: 'Εταίροι.' },
    lacks: { need: 'required', owner: 'required' },
    refused: { data: () => ({ seeks: ['money'] }), by: { 'seeks.0': 'known-search' } },
  },
  {
    uid: 'api::repertoire.dataset',
    data: () => ({
      title: 'Les équipements sportifs',
      description: 'Tous les équipements.',
      publisher: link('owner'),
      themes: [link('theme')],
      keywords: ['sport'],
      spatial: [link('territory')],
      frequency: 'ANNUAL',
      workflow: 'approved',
      repertoireEntry: { createdOn: '2026-01-01', lastUpdate: '2026-02-01' },
      repertoireTexts: { object: 'Recenser', reuseConditions: 'Libres' },
      distributions: [
        {
          code: 'csv',
          downloadUrl: 'https://example.org/a.csv',
          licence: 'etalab-2.0',
          byteSize: 5_000_000_000,
        },
      ],
      distributionTexts: [{ code: 'csv', title: 'CSV' }],
    }),
    greek: {
      title: 'Αθλητικές εγκαταστάσεις',
      description: 'Όλες.',
      keywords: ['αθλητισμός'],
      distributionTexts: [{ code: 'csv', title: 'CSV' }],
    },
    lacks: { description: 'required', publisher: 'required', workflow: 'workflow-approved' },
    refused: {
      data: () => ({
        distributions: [{ accessUrl: 'ftp://example.org' }, { downloadUrl: 'https://' }],
        frequency: 'OFTEN',
        legalLimit: 'L1',
      }),
      by: {
        'distributions.0.accessUrl': 'web-address',
        'distributions.1.downloadUrl': 'web-address',
        frequency: 'known-frequency',
        legalLimit: 'known-limit',
      },
    },
  },
  {
    uid: 'api::repertoire.obligation',
    data: () => ({
      title: 'Tenir un répertoire',
      text: 'Toute administration publie son répertoire.',
      article: 'L322-6',
      who: 'Toutes les administrations',
      deadline: 'Chaque année',
    }),
    greek: { title: 'Μητρώο', text: 'Κάθε διοίκηση.', who: 'Όλες' },
    lacks: { text: 'required', article: 'required', who: 'required' },
  },
  {
    uid: 'api::repertoire.practice',
    data: () => ({
      title: 'Nommer un responsable',
      summary: 'Une personne suffit.',
      body: 'Le cas.',
      organisation: link('owner'),
      axis: 'organisation',
    }),
    greek: { title: 'Υπεύθυνος', summary: 'Ένα άτομο.', body: 'Η περίπτωση.' },
    lacks: { body: 'required', organisation: 'required', axis: 'required' },
  },
  {
    uid: 'api::repertoire.guide-chapter',
    data: () => ({
      title: 'Pourquoi ouvrir',
      summary: 'Les enjeux.',
      body: 'Le chapitre.',
      level: 'non-specialist',
      axis: 'stakes',
    }),
    greek: { title: 'Γιατί', summary: 'Τα ζητήματα.', body: 'Το κεφάλαιο.' },
    lacks: { body: 'required', level: 'required', axis: 'required' },
  },
];

describe.each(SAMPLES)('$uid', ({ uid, data, greek, lacks, refused }) => {
  test('a draft of a title saves, and its publication names what it lacks', async () => {
    const draft = await create(uid, { title: 'Un titre seul' });
    expect(draft.reference).toMatch(/^[A-Z]+-/);
    const found = await refusals(documents(uid).publish({ documentId: draft.documentId }));
    expect(found).toMatchObject(lacks);
  });

  test('a whole one is published in two languages and read by the public', async () => {
    const draft = await create(uid, { ...data(), originalLocale: 'fr' });
    seeded[uid.split('.')[1] ?? uid] = draft;
    const { documentId, reference } = draft;
    await update(uid, documentId, greek, { locale: 'el' });
    expect(await refusals(documents(uid).publish({ documentId, locale: '*' }))).toEqual({});
    const plural = app.strapi.contentType(uid as UID.ContentType).info.pluralName;
    const answer = await fetch(`${app.url}/api/${plural}/${documentId}?locale=el&populate=*`);
    expect(answer.status).toBe(200);
    const { data: read } = (await answer.json()) as { data: Data };
    expect(read).toMatchObject({ reference, title: greek.title, locale: 'el' });
    expect(JSON.stringify(read)).not.toContain('example.org/room');
  });

  // Some types have no rule beyond completeness.
  if (refused) {
    test('what breaks a rule is refused, field by field', async () => {
      const before = await app.strapi.db.query(uid).count();
      expect(await refusals(create(uid, refused.data()))).toEqual(refused.by);
      expect(await app.strapi.db.query(uid).count()).toBe(before);
    });
  }
});

test('a note without its summary for elected officials in Greek is published in French only', async () => {
  const uid = 'api::notes.synthesis-note';
  const sample = SAMPLES.find((one) => one.uid === uid);
  const { documentId } = await create(uid, { ...sample?.data(), originalLocale: 'fr' });
  const { electedSummary: _elected, ...rest } = sample?.greek ?? {};
  await update(uid, documentId, rest, { locale: 'el' });
  expect(await refusals(documents(uid).publish({ documentId, locale: 'fr' }))).toEqual({});
  expect(await refusals(documents(uid).publish({ documentId, locale: 'el' }))).toEqual({
    electedSummary: 'elected-summary',
  });
});

test('a note is read at one level, which says how long it takes', async () => {
  const ask = async (query: string) => {
    const path = `synthesis-notes/${link('synthesis-note')}?locale=el&${query}`;
    const response = await fetch(`${app.url}/api/${path}`);
    return { status: response.status, note: ((await response.json()) as { data: Data }).data };
  };
  const elected = await ask('level=elected');
  expect(elected.note).toMatchObject({
    electedSummary: { headline: 'Φροντίδα από απόσταση' },
    reading: { elected: { words: 10, minutes: 1 }, officer: { words: 2, minutes: 1 } },
  });
  expect(elected.note).not.toHaveProperty('mainText');
  expect((await ask('level=officer&populate=*')).note).not.toHaveProperty('electedSummary');
  expect((await ask('level=novice&fields=title')).note).toMatchObject({
    primers: [{ term: 'Τηλεσυνεδρία' }],
    reading: { full: { words: 14 } },
  });
  expect((await ask('level=full')).note).toHaveProperty('mainText');
  expect((await ask('level=expert')).status).toBe(400);
  const list = await fetch(`${app.url}/api/synthesis-notes?locale=el&level=novice`);
  const { data } = (await list.json()) as { data: Data[] };
  expect(data[0]).toHaveProperty('primers');
  expect(data[0]).not.toHaveProperty('mainText');
  expect((await fetch(`${app.url}/api/studies?level=full`)).status).toBe(400);
});

describe('records and reference types', () => {
  const privateSamples = (): [string, Data][] => [
    [
      'api::academy.registration',
      {
        session: { documentId: link('session'), locale: 'fr' },
        name: 'Zoé',
        email: 'zoe@example.org',
        stratum: 'region',
        consents: [{ purpose: 'e-mail', given: true, givenAt: '2026-05-05T10:00:00.000Z' }],
      },
    ],
    [
      'api::hub.application',
      {
        call: { documentId: link('funding-call'), locale: 'fr' },
        lead: link('owner'),
        partners: [link('partner')],
        amounts: { requested: 5, total: 10, currency: 'EUR' },
      },
    ],
    ['api::hub.steering-decision', { title: 'Décider', owner: link('owner'), due: '2027-01-01' }],
    [
      'api::repertoire.self-assessment',
      {
        organisation: link('owner'),
        obligation: { documentId: link('obligation'), locale: 'fr' },
        state: 'met',
        evidence: 'Le répertoire est en ligne.',
      },
    ],
  ];

  test('private ones are written, and have no route', async () => {
    for (const [uid, data] of privateSamples()) {
      const { documentId } = await create(uid, data);
      const plural = app.strapi.contentType(uid as UID.ContentType).info.pluralName;
      for (const path of [plural, `${plural}/${documentId}`]) {
        expect((await fetch(`${app.url}/api/${path}`)).status).toBe(404);
      }
    }
  });

  test('their rules hold', async () => {
    expect(
      await refusals(
        create('api::hub.application', {
          call: { documentId: link('funding-call'), locale: 'fr' },
          lead: link('owner'),
          partners: [link('owner')],
          amounts: { requested: 11, total: 10 },
        }),
      ),
    ).toEqual({
      partners: 'lead-is-no-partner',
      'amounts.total': 'amounts-in-order',
      'amounts.currency': 'amount-has-currency',
    });
    expect(await refusals(create('api::repertoire.self-assessment', { state: 'met' }))).toEqual({
      organisation: 'required',
      obligation: 'required',
      evidence: 'required',
    });
    expect(await refusals(create('api::academy.registration', { email: 'nobody' }))).toMatchObject({
      session: 'required',
      name: 'required',
      email: 'email',
    });
  });

  test('public ones are read by the public', async () => {
    const source = await create('api::repertoire.harvest-source', {
      url: 'https://example.org/catalog.ttl',
      protocol: 'dcat',
      publisher: link('owner'),
    });
    for (const path of [
      `harvest-sources/${source.documentId}`,
      `strategic-priorities/${link('priority')}`,
    ]) {
      expect((await fetch(`${app.url}/api/${path}`)).status).toBe(200);
    }
    expect(
      await refusals(
        create('api::repertoire.harvest-source', { url: 'nowhere', protocol: 'dcat' }),
      ),
    ).toEqual({ url: 'web-address' });
  });
});
