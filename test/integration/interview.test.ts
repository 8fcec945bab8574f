import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AskApproval, GetApproval, GetGuide, Monograph } from '../../src/api/iris/contracts';
import type approvalService from '../../src/api/iris/services/approval';
import { makeAdminToken } from '../support/admin';
import { refusals } from '../support/refusals';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const INITIATIVE = 'api::iris.initiative';
const INTERVIEW = 'api::iris.interview';
const QUESTIONNAIRE = 'api::iris.questionnaire';
const RATE = 40;
const CANARY = 'ΚΡΥΦΟ-CONFIDENTIEL';

let app: TestStrapi;
let editor: string;
let owner: Entry;
let person: Entry;
let questionnaire: Entry;

type Data = Record<string, unknown>;
type Entry = Data & { documentId: string };

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);
const create = async (uid: string, data: Data, options: Data = {}) =>
  (await documents(uid).create({ data, ...options })) as unknown as Entry;
const update = async (uid: string, documentId: string, data: Data, options: Data = {}) =>
  (await documents(uid).update({ documentId, data, ...options })) as unknown as Entry;

const admin = async <T>(
  method: string,
  address: string,
  body?: unknown,
  token = editor,
): Promise<{ status: number; data: T; error?: { message: string; details: unknown } }> => {
  const response = await fetch(`${app.url}${address}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as { data: T }) };
};

const QUESTIONS: [string, string, string?][] = [
  ['strap', 'En une phrase ?', 'strap'],
  ['summary', 'En une minute ?', 'summary'],
  ['where', 'Où ?', 'context'],
  ['when', 'Quand ?', 'context'],
  ['factors', 'Grâce à quoi ?', 'successFactors'],
  ['lessons', 'Et si c’était à refaire ?', 'lessons'],
  ['costs', 'Combien ?'],
];

const ANSWERS = {
  when: 'En **2006**.',
  where: 'En Crète.',
  strap: 'Un portail\npour *tous*.',
  summary: 'x'.repeat(501),
  factors: '- Une équipe\n- Un élu',
  costs: '100 000 euros',
};

const answersOf = (texts: Record<string, string>, secret: string[] = []) =>
  Object.entries(texts).map(([questionCode, answer]) => ({
    questionCode,
    answer,
    confidential: secret.includes(questionCode),
  }));

const interviewOf = (data: Data = {}) =>
  create(INTERVIEW, {
    questionnaire: questionnaire.documentId,
    interviewee: person.documentId,
    language: 'el',
    consent: true,
    answers: answersOf({ ...ANSWERS, lessons: CANARY }, ['lessons']),
    ...data,
  });

const draftOf = async (documentId: string, locale = 'el') =>
  (await documents(INITIATIVE).findOne({
    documentId,
    locale,
    populate: { successFactors: true } as never,
  })) as unknown as Entry & { successFactors: { text: string }[] };

const recordOf = async (documentId: string) =>
  (await documents(INTERVIEW).findOne({
    documentId,
    populate: { ownerApproval: true, initiative: true, answers: true } as never,
  })) as unknown as Entry & {
    ownerApproval: Data | null;
    initiative: Entry | null;
    answers: Data[];
  };

const fill = (interview: Entry, body: Data = {}, token?: string) =>
  admin<Monograph>('POST', `/interviews/${interview.documentId}/monograph`, body, token);

beforeAll(async () => {
  app = await bootStrapi({ env: { APPROVAL_RATE_PER_ADDRESS: String(RATE) } });
  editor = await makeAdminToken(app, 'iris-editor');
  owner = await create('api::observatory.organisation', { name: 'Περιφέρεια Κρήτης' });
  person = await create('api::observatory.person', {
    name: 'Ελένη',
    email: 'eleni@example.org',
    organisation: owner.documentId,
  });
  questionnaire = await create(QUESTIONNAIRE, {
    title: 'Méthode',
    sections: [
      { code: 'story', minutes: 30 },
      { code: 'end', minutes: 15 },
    ],
    sectionTexts: [
      { code: 'story', heading: 'Récit' },
      { code: 'end', heading: 'Fin' },
    ],
    questions: QUESTIONS.map(([code, , mapsTo]) => ({
      code,
      mapsTo,
      section: code === 'costs' ? 'end' : 'story',
      required: code === 'strap',
    })),
    questionTexts: QUESTIONS.map(([code, text]) => ({ code, text })),
  });
});

afterAll(() => app.stop());

describe('the questions', () => {
  test('are told in the order they are asked, in the language there is', async () => {
    await update(
      QUESTIONNAIRE,
      questionnaire.documentId,
      { title: 'Μέθοδος', questionTexts: [{ code: 'where', text: 'Πού;', hint: 'Νησί' }] },
      { locale: 'el' },
    );
    const guide = async (query: string) =>
      admin<GetGuide['data']>('GET', `/interviews/guide?questionnaire=${query}`);
    const { data } = await guide(`${questionnaire.documentId}&language=el`);
    expect(data).toMatchObject({ title: 'Μέθοδος', language: 'el' });
    expect(data.sections.map(({ heading, minutes }) => [heading, minutes])).toEqual([
      ['Récit', 30],
      ['Fin', 15],
    ]);
    const asked = data.sections[0]?.questions.map(({ code }) => code);
    expect(asked).toEqual(['strap', 'summary', 'where', 'when', 'factors', 'lessons']);
    expect(data.sections[0]?.questions[2]).toMatchObject({ text: 'Πού;', hint: 'Νησί' });
    expect(data.sections[0]?.questions[0]).toMatchObject({ text: 'En une phrase ?' });
    expect((await guide('none')).status).toBe(404);
    expect((await guide('')).status).toBe(400);
  });

  test('stand with their answers as they were asked', async () => {
    const { documentId } = await interviewOf({ answers: answersOf({ where: 'Crète' }) });
    const [answer] = (await recordOf(documentId)).answers;
    expect(answer).toMatchObject({ questionCode: 'where', question: 'Πού;', answer: 'Crète' });
  });
});

describe('an interview becomes a monograph', () => {
  test('which is first only told, then made and linked', async () => {
    const interview = await interviewOf();
    const { data: told } = await fill(interview, { dryRun: true });
    expect(told).toMatchObject({
      initiative: { documentId: null, locale: 'el', title: null },
      needsTitle: true,
      kept: [],
      confidential: ['lessons'],
      unmapped: ['costs'],
      tooLong: [{ field: 'summary', length: 501, maxLength: 500 }],
    });
    expect(told.filled.map(({ field }) => field)).toEqual(['strap', 'context', 'successFactors']);
    expect(JSON.stringify(told)).not.toContain(CANARY);
    expect((await recordOf(interview.documentId)).initiative).toBeNull();

    const unasked = await interviewOf({ consent: false });
    const refused = await fill(unasked, { title: 'Πύλη' });
    expect(refused).toMatchObject({
      status: 400,
      error: { message: expect.stringMatching(/^Consentement.* : obligatoire/) },
    });
    expect((await recordOf(unasked.documentId)).initiative).toBeNull();

    const untitled = await fill(interview);
    expect(untitled).toMatchObject({
      status: 400,
      error: { message: expect.stringMatching(/^Titre : obligatoire/) },
    });
    const { status, data } = await fill(interview, { title: 'Πύλη της Κρήτης' });
    expect(status).toBe(200);
    const made = (await recordOf(interview.documentId)).initiative;
    expect(made?.documentId).toBe(data.initiative.documentId);
    const draft = await draftOf(String(made?.documentId));
    expect(draft).toMatchObject({
      title: 'Πύλη της Κρήτης',
      slug: 'pyli-tis-kritis',
      originalLocale: 'el',
      quality: 'interviewed',
      strap: 'Un portail pour tous.',
      summary: null,
      context: 'En Crète.\n\nEn **2006**.',
      lessons: null,
    });
    expect(draft.successFactors.map(({ text }) => text)).toEqual(['Une équipe', 'Un élu']);
    expect(JSON.stringify(draft)).not.toContain(CANARY);
  });

  test('never over a text that is there, and nothing changes the second time', async () => {
    const initiative = await create(INITIATIVE, { title: 'Ancien', context: 'Gardé.' });
    const interview = await interviewOf({ initiative: initiative.documentId });
    const { data } = await fill(interview);
    expect(data.kept).toEqual([{ field: 'context', questions: ['where', 'when'] }]);
    const first = await draftOf(initiative.documentId, 'fr');
    expect(first).toMatchObject({ title: 'Ancien', context: 'Gardé.', quality: 'interviewed' });
    const again = await fill(interview);
    expect(again.data.filled).toEqual([]);
    expect(await draftOf(initiative.documentId, 'fr')).toEqual(first);
  });

  test('once, when two editors ask for it at once', async () => {
    const interview = await interviewOf();
    const before = await app.strapi.db.query(INITIATIVE).count();
    const both = await Promise.all([
      fill(interview, { title: 'Un' }),
      fill(interview, { title: 'Deux' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(both.map(({ data }) => data.initiative.documentId)).size).toBe(1);
    expect(await app.strapi.db.query(INITIATIVE).count()).toBe(before + 1);
  });

  test('whole or not at all', async () => {
    const answers = answersOf({ strap: 'Un portail.' });
    const interview = await interviewOf({ answers });
    const before = await app.strapi.db.query(INITIATIVE).count();
    const long = await fill(interview, { title: 'x'.repeat(101) });
    expect(long).toMatchObject({
      status: 400,
      error: { details: { errors: [{ path: ['title'] }] } },
    });
    const none = await interviewOf({ questionnaire: null, answers: [] });
    expect(await fill(none, { title: 'Rien' })).toMatchObject({
      status: 400,
      error: { details: { errors: [{ path: ['questionnaire'] }] } },
    });
    expect(await app.strapi.db.query(INITIATIVE).count()).toBe(before);
    expect((await fill({ documentId: 'none' })).status).toBe(404);
  });

  test('by those who have the right only', async () => {
    const interview = await interviewOf();
    const partner = await makeAdminToken(app, 'partner-el');
    for (const address of ['monograph', 'approval']) {
      const asked = `/interviews/${interview.documentId}/${address}`;
      expect((await admin('POST', asked, {}, partner)).status).toBe(403);
      expect((await admin('POST', asked, {}, 'no-token')).status).toBe(401);
    }
    const reading = `/interviews/${interview.documentId}/approval`;
    expect((await admin('GET', reading, undefined, partner)).status).toBe(403);
  });
});

describe('the owner approves by a link', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const approvals = () =>
    app.strapi.service('api::iris.approval') as unknown as ReturnType<typeof approvalService>;

  const monograph = async (data: Data = {}) => {
    const interview = await interviewOf(data);
    const { data: filled } = await fill(interview, { title: 'Πύλη <b>&' });
    return { interview, initiative: String(filled.initiative.documentId) };
  };
  const ask = (interview: Entry, body: Data = {}) =>
    admin<AskApproval['response']['data']>(
      'POST',
      `/interviews/${interview.documentId}/approval`,
      body,
    );
  const stateOf = async (interview: Entry) =>
    (await admin<GetApproval['data']>('GET', `/interviews/${interview.documentId}/approval`)).data
      .interviews[0];
  const page = async (
    link: string,
    body?: Record<string, string> | string,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(link, {
      headers,
      ...(body === undefined
        ? {}
        : { method: 'POST', body: typeof body === 'string' ? body : new URLSearchParams(body) }),
    });
    const html = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      html,
      hash: /value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '',
    };
  };
  /** Rate limits count addresses: each test asks from one of its own, by the service. */
  const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
  const open = (link: string, now = new Date()) => approvals().open({ token: tokenOf(link), now });
  const decide = async (link: string, now = new Date()) => {
    const hash = (await open(link))?.subject.hash ?? '0'.repeat(64);
    return approvals().decide({ token: tokenOf(link), now, decision: { kind: 'approve', hash } });
  };

  test('which shows the text and nothing else, and stands nowhere', async () => {
    const { interview, initiative } = await monograph();
    expect(await stateOf(interview)).toMatchObject({ state: 'none' });
    const { data } = await ask(interview, { send: true });
    expect(data).toMatchObject({ sentTo: 'eleni@example.org', mailFailed: false });
    expect(await stateOf(interview)).toMatchObject({ state: 'asked', expiresAt: data.expiresAt });

    const shown = await page(data.link);
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('<html lang="el">');
    expect(shown.html).toContain('Πύλη &lt;b&gt;&amp;');
    expect(shown.html).toContain('<strong>2006</strong>');
    expect(shown.html).toContain('<li>Une équipe</li>');
    const secrets = [CANARY, 'eleni', 'Ελένη', '100 000', initiative, interview.documentId];
    for (const secret of [...secrets, tokenOf(data.link), '<script']) {
      expect(shown.html).not.toContain(secret);
    }
    expect(
      Object.fromEntries(
        ['cache-control', 'referrer-policy', 'x-robots-tag', 'content-security-policy'].map(
          (name) => [name, shown.headers.get(name)],
        ),
      ),
    ).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    // Reading it decides nothing.
    expect(await stateOf(interview)).toMatchObject({ state: 'asked' });

    const mails = path.join(String(process.env.DATA_DIR), 'mail');
    const mail = readFileSync(path.join(mails, String(readdirSync(mails).at(-1))), 'utf8');
    expect(JSON.parse(mail)).toMatchObject({
      to: 'eleni@example.org',
      subject: 'Ζητείται η έγκρισή σας: Πύλη <b>&',
      text: expect.stringContaining(data.link),
    });
    const rows = await app.strapi.db.getConnection('iris_approval_requests');
    expect(JSON.stringify(rows)).not.toContain(tokenOf(data.link));
  });

  test('once: approval is recorded, the quality follows, the link ends', async () => {
    const { interview, initiative } = await monograph();
    const { link } = (await ask(interview)).data;
    const { hash } = await page(link);
    const done = await page(link, { hash, decision: 'approve' });
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('καταχωρίστηκε')]);
    expect((await recordOf(interview.documentId)).ownerApproval).toMatchObject({
      state: 'approved',
      by: 'Ελένη',
      hash,
      at: expect.any(String),
    });
    expect(await draftOf(initiative)).toMatchObject({ quality: 'owner-approved' });
    for (const body of [undefined, { hash, decision: 'approve' }]) {
      expect((await page(link, body)).status).toBe(404);
    }
    expect(
      await refusals(
        approvals().ask({ documentId: interview.documentId, days: 1, now: new Date() }),
      ),
    ).toEqual({
      ownerApproval: 'not-approved-yet',
    });
  });

  test('of two decisions at once, one counts', async () => {
    const { interview } = await monograph();
    const { link } = (await ask(interview)).data;
    const outcomes = (await Promise.all([decide(link), decide(link), decide(link)])).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.sort()).toEqual(['approved', 'gone', 'gone']);
  });

  test('until it expires, or another takes its place', async () => {
    const { interview } = await monograph();
    const first = (await ask(interview)).data.link;
    const second = (await ask(interview)).data;
    expect(await open(first)).toBeUndefined();
    const end = new Date(second.expiresAt).getTime();
    expect(end - Date.now()).toBeGreaterThan(29 * DAY);
    expect(await open(second.link, new Date(end - 1))).toBeDefined();
    expect(await open(second.link, new Date(end))).toBeUndefined();
    expect(await decide(second.link, new Date(end))).toEqual({ outcome: 'gone' });
  });

  test('asks for changes with a comment, which editors read', async () => {
    const { interview, initiative } = await monograph();
    const { link } = (await ask(interview)).data;
    const { hash } = await page(link);
    const silent = await page(link, { hash, decision: 'changes', comment: ' ' });
    expect([silent.status, silent.html]).toEqual([422, expect.stringContaining('role="alert"')]);
    const comment = 'Το έτος\nείναι <2007>';
    expect((await page(link, { hash, decision: 'changes', comment })).status).toBe(200);
    expect(await stateOf(interview)).toMatchObject({ state: 'refused', comment, by: 'Ελένη' });
    expect(await draftOf(initiative)).toMatchObject({ quality: 'interviewed' });
  });

  test('refuses to decide about another text than the one shown', async () => {
    const { interview, initiative } = await monograph();
    const { link } = (await ask(interview)).data;
    const { hash } = await page(link);
    await update(INITIATIVE, initiative, { problem: 'Νέο κείμενο' }, { locale: 'el' });
    const late = await page(link, { hash, decision: 'approve' });
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('Νέο κείμενο')]);
    expect(await stateOf(interview)).toMatchObject({ state: 'asked' });
    expect((await page(link, { hash: late.hash, decision: 'approve' })).status).toBe(200);
  });

  test('answers all that is no open link alike, and reads forms only', async () => {
    const { interview } = await monograph();
    const { link } = (await ask(interview)).data;
    const { hash } = await page(link);
    const wrong = link.replace(/[^/]+$/, 'A'.repeat(43));
    const unknown = await page(wrong, undefined, { 'accept-language': 'pl' });
    expect([unknown.status, unknown.html]).toEqual([404, expect.stringContaining('nieważny')]);
    for (const [address, body] of [
      [wrong, { hash, decision: 'approve' }],
      [`${app.url}/api/approvals/x`, undefined],
      [wrong, '{"a'],
    ] as const) {
      const answer = await page(address, body, { 'accept-language': 'pl' });
      expect([answer.status, answer.html]).toEqual([404, unknown.html]);
    }
    const json = JSON.stringify({ hash, decision: 'approve' });
    const type = { 'content-type': 'application/json' };
    expect((await page(link, json, type)).status).toBe(400);
    expect((await page(link, { hash, decision: 'approve', state: 'approved' })).status).toBe(400);
    const long = { hash, decision: 'changes', comment: 'x'.repeat(2001) };
    expect((await page(link, long)).status).toBe(422);
    expect((await fetch(link, { method: 'DELETE' })).status).toBeGreaterThanOrEqual(400);
    expect(await stateOf(interview)).toMatchObject({ state: 'asked' });
  });

  test('an edit of the approved text withdraws the approval, whichever way it comes', async () => {
    const approved = async () => {
      const made = await monograph();
      await decide((await ask(made.interview)).data.link);
      return made;
    };
    const withdrawn = async (interview: Entry) => {
      const state = await stateOf(interview);
      expect(state).toMatchObject({ state: 'withdrawn', by: 'Ελένη', at: expect.any(String) });
      expect(Date.now() - Date.parse(String(state?.withdrawnAt))).toBeLessThan(60_000);
    };
    const inCode = await approved();
    await update(INITIATIVE, inCode.initiative, { stage: 'pilot' }, { locale: 'el' });
    expect(await stateOf(inCode.interview)).toMatchObject({ state: 'approved' });
    await update(INITIATIVE, inCode.initiative, { title: 'Μετάφραση' }, { locale: 'fr' });
    expect(await stateOf(inCode.interview)).toMatchObject({ state: 'approved' });
    await update(INITIATIVE, inCode.initiative, { problem: 'Άλλο' }, { locale: 'el' });
    await withdrawn(inCode.interview);
    for (const locale of ['el', 'fr']) {
      expect(await draftOf(inCode.initiative, locale)).toMatchObject({ quality: 'interviewed' });
    }
    const publish = update(
      INITIATIVE,
      inCode.initiative,
      { quality: 'owner-approved' },
      { locale: 'el' },
    ).then(() => documents(INITIATIVE).publish({ documentId: inCode.initiative, locale: 'el' }));
    expect(await refusals(publish)).toMatchObject({ quality: 'owner-approved-needs-approval' });

    const inPanel = await approved();
    const address = `/content-manager/collection-types/${INITIATIVE}/${inPanel.initiative}?locale=el`;
    expect((await admin('PUT', address, { lessons: 'Άλλα' })).status).toBe(200);
    await withdrawn(inPanel.interview);

    const discarded = await monograph();
    const territory = { nativeLocale: 'el', nameEl: 'Κρήτη', level: 'region' };
    await update(
      INITIATIVE,
      discarded.initiative,
      {
        summary: 'Σύνοψη',
        owner: owner.documentId,
        themes: [
          (await create('api::observatory.theme', { nameFr: 'Santé', nativeLocale: 'fr' }))
            .documentId,
        ],
        territories: [(await create('api::observatory.territory', territory)).documentId],
      },
      { locale: 'el' },
    );
    await documents(INITIATIVE).publish({ documentId: discarded.initiative, locale: 'el' });
    await update(INITIATIVE, discarded.initiative, { lessons: 'Νέα' }, { locale: 'el' });
    await decide((await ask(discarded.interview)).data.link);
    await documents(INITIATIVE).discardDraft({ documentId: discarded.initiative, locale: 'el' });
    await withdrawn(discarded.interview);
  });

  test('as often as the rate allows, then it says when to try again', async () => {
    const link = `${app.url}/api/approvals/${'B'.repeat(43)}`;
    const statuses: number[] = [];
    for (let index = 0; index <= RATE; index += 1) statuses.push((await page(link)).status);
    expect(statuses.at(-1)).toBe(429);
    const busy = await page(link, { decision: 'approve' });
    expect(busy.status).toBe(429);
    expect(Number(busy.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
