import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const CALL = 'api::hub.funding-call';

type Call = { documentId: string; reference: string; state: string; nextDeadline: string | null };
type Answer = { data: Call[]; meta: { pagination: { total: number } } };

let app: TestStrapi;

const published = async (uid: string, data: Record<string, unknown>) =>
  (await app.strapi.documents(uid as UID.ContentType).create({
    data: { ...data, originalLocale: 'fr' },
    status: 'published',
  })) as unknown as Call;

const get = async (path: string) => {
  const response = await fetch(`${app.url}/api/${path}`);
  return { status: response.status, body: (await response.json()) as Answer };
};

const deadline = (dateTime: string, timezone = 'Europe/Brussels') => ({ dateTime, timezone });

/** The page of a server whose clock shows this moment. */
const at = (moment: string) => vi.setSystemTime(new Date(moment));

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-15T12:00:00.000Z') });
  app = await bootStrapi();
  const calls: [string, string, string, string[]][] = [
    ['CALL-SPRING', 'eu', '2027-03-01', ['2027-03-28T00:00:00.000Z']],
    ['CALL-STAGES', 'eu', '2027-03-28', ['2027-03-29T00:00:00.000Z', '2027-10-31T00:00:00.000Z']],
    ['CALL-NATIONAL', 'national', '2027-03-28', ['2027-10-31T00:30:00.000Z']],
    ['CALL-OPEN-ENDED', 'regional', '2027-03-28', []],
  ];
  for (const [reference, source, openingDate, deadlines] of calls) {
    await published(CALL, {
      reference,
      source,
      openingDate,
      title: reference,
      summary: 'S',
      deadlines: deadlines.map((one) => deadline(one)),
      ...(deadlines.length === 0 ? { deadlineModel: 'continuous' } : {}),
    });
  }
});

afterAll(async () => {
  await app?.stop();
  vi.useRealTimers();
});

beforeEach(() => at('2027-01-15T12:00:00.000Z'));

const references = (answer: Answer) => answer.data.map(({ reference }) => reference).sort();

test.each([
  ['2027-01-15T12:00:00.000Z', [], 4, 0],
  ['2027-03-27T22:59:00.000Z', ['CALL-SPRING'], 3, 0],
  [
    '2027-03-27T23:00:00.000Z',
    ['CALL-NATIONAL', 'CALL-OPEN-ENDED', 'CALL-SPRING', 'CALL-STAGES'],
    0,
    0,
  ],
  [
    '2027-03-28T14:59:59.000Z',
    ['CALL-NATIONAL', 'CALL-OPEN-ENDED', 'CALL-SPRING', 'CALL-STAGES'],
    0,
    0,
  ],
  ['2027-03-28T15:00:00.000Z', ['CALL-NATIONAL', 'CALL-OPEN-ENDED', 'CALL-STAGES'], 0, 1],
  ['2027-10-31T00:29:00.000Z', ['CALL-NATIONAL', 'CALL-OPEN-ENDED', 'CALL-STAGES'], 0, 1],
  ['2027-10-31T00:30:00.000Z', ['CALL-OPEN-ENDED', 'CALL-STAGES'], 0, 2],
  ['2027-10-31T15:59:00.000Z', ['CALL-OPEN-ENDED', 'CALL-STAGES'], 0, 2],
  ['2027-10-31T16:00:00.000Z', ['CALL-OPEN-ENDED'], 0, 3],
])('at %s the filter finds what the field says', async (moment, open, forthcoming, closed) => {
  at(moment);
  const all = await get('funding-calls?fields=reference,state');
  for (const state of ['forthcoming', 'open', 'closed']) {
    const found = await get(`funding-calls?filters[state]=${state}&fields=reference,state`);
    expect(references(found.body)).toEqual(
      references({ ...all.body, data: all.body.data.filter((call) => call.state === state) }),
    );
    expect(found.body.meta.pagination.total).toBe(found.body.data.length);
  }
  const count = async (filter: string) =>
    (await get(`funding-calls?${filter}&pagination[pageSize]=1`)).body.meta.pagination.total;
  expect(references((await get('funding-calls?filters[$or][0][state][$eq]=open')).body)).toEqual(
    open,
  );
  expect(await count('filters[state][$in][0]=forthcoming')).toBe(forthcoming);
  expect(await count('filters[$not][state][$ne]=closed')).toBe(closed);
  expect(await count('filters[state][$ne]=open')).toBe(forthcoming + closed);
});

test('the state of a linked call is as true, and filters what links to it', async () => {
  const call = (await get('funding-calls?filters[reference]=CALL-SPRING')).body.data[0];
  const owner = await app.strapi
    .documents('api::observatory.organisation' as UID.ContentType)
    .create({ data: { name: 'Crete' } as never });
  await published('api::hub.project-idea', {
    title: 'Idea',
    need: 'N',
    owner: owner.documentId,
    call: call?.documentId,
  });
  at('2027-03-28T14:59:00.000Z');
  const open = await get('project-ideas?filters[call][state]=open&populate[call][fields]=state');
  expect(open.body.data).toMatchObject([{ call: { state: 'open' } }]);
  const [idea] = open.body.data as unknown as { call: object }[];
  expect(Object.keys(idea?.call ?? {}).sort()).toEqual(['documentId', 'id', 'state']);
  at('2027-03-28T15:00:00.000Z');
  expect((await get('project-ideas?filters[call][state]=open')).body.data).toEqual([]);
  expect((await get('project-ideas?populate=*')).body.data).toMatchObject([
    { call: { state: 'closed' } },
  ]);
});

test('a translation has the dates of its original, and follows their changes', async () => {
  const { documentId } = await published(CALL, {
    reference: 'CALL-TRANSLATED',
    title: 'Traduit',
    summary: 'S',
    source: 'eu',
    openingDate: '2028-01-01',
    deadlines: [{ code: 'only', ...deadline('2028-02-01T00:00:00.000Z') }],
  });
  const calls = app.strapi.documents(CALL as UID.ContentType);
  const write = async (locale: string, data: object) => {
    await calls.update({ documentId, locale, data: data as never });
    await calls.publish({ documentId, locale });
  };
  await write('el', {
    title: 'Μεταφρασμένη',
    summary: 'Σ',
    deadlineTexts: [{ code: 'only', label: 'Μία' }],
  });
  at('2028-01-15T00:00:00.000Z');
  const greek = 'funding-calls?locale=el&filters[state]=open';
  expect(references((await get(greek)).body)).toEqual(['CALL-TRANSLATED']);
  await write('fr', { deadlines: [{ code: 'only', ...deadline('2028-01-10T00:00:00.000Z') }] });
  expect(references((await get(greek)).body)).toEqual([]);
  expect((await get('funding-calls?locale=el')).body.data).toMatchObject([
    { state: 'closed', nextDeadline: '2028-01-10T16:00:00.000Z' },
  ]);
  await calls.delete({ documentId, locale: '*' });
});

test('the next deadline is that of the moment, and lists are sorted by it once a minute', async () => {
  const sorted = async () =>
    (await get('funding-calls?sort=nextDeadline&filters[nextDeadline][$notNull]=true')).body.data;
  expect((await sorted()).map(({ reference }) => reference)).toEqual([
    'CALL-SPRING',
    'CALL-STAGES',
    'CALL-NATIONAL',
  ]);
  at('2027-03-29T15:00:00.000Z');
  const [next] = (await get('funding-calls?filters[reference]=CALL-STAGES&fields=nextDeadline'))
    .body.data;
  expect(next?.nextDeadline).toBe('2027-10-31T16:00:00.000Z');
  const stored = () =>
    app.strapi.db
      .query(CALL as UID.ContentType)
      .findOne({ where: { reference: 'CALL-STAGES', publishedAt: { $notNull: true } } });
  const before = await stored();
  expect(before.nextDeadline).toBe('2027-03-29T15:00:00.000Z');
  await app.strapi.cron.jobs.find(({ name }) => name === 'next-deadlines')?.job.invoke();
  expect(await stored()).toEqual({
    ...before,
    nextDeadline: '2027-10-31T16:00:00.000Z',
    state: 'open',
  });
});

test('an order of states is refused with what to ask instead', async () => {
  const { status, body } = await get('funding-calls?sort=state');
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('nextDeadline');
  expect((await get('funding-calls?filters[state][$gt]=open')).status).toBe(400);
});
