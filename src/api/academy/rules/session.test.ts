import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealedRules } from '../../../rules/type-rules';
import type { Row } from '../../../rules/violation';
import { registrationRules } from './registration';
import { sessionRules } from './session';

const now = new Date('2027-03-01T12:00:00.000Z');

const broken = async (rules: SealedRules, row: Row, complete = false) => {
  const opened = await rules.open({
    strapi: {} as never,
    documentId: undefined,
    locale: undefined,
    isOriginal: true,
    stored: null,
    original: null,
    now,
    row,
  });
  return opened.judge({ row, complete }).map(({ path, name }) => `${path.join('.')} ${name}`);
};

describe('a session', () => {
  const session: Row = {
    title: 'Toulouse',
    seminar: [{ documentId: 's' }],
    startsAt: '2027-10-31T00:30:00.000Z',
    endsAt: '2027-10-31T01:30:00.000Z',
    timezone: 'Europe/Paris',
    mode: 'onsite',
    venue: 'Toulouse',
    capacity: 12,
    quotas: [{ stratum: 'region', places: 12 }],
    registrationOpensAt: '2027-10-01T00:00:00.000Z',
    registrationClosesAt: '2027-10-31T00:30:00.000Z',
  };

  it('may last through the hour that clocks repeat', async () => {
    expect(await broken(sessionRules, session, true)).toEqual([]);
    const backwards = { ...session, startsAt: session.endsAt, endsAt: session.startsAt };
    expect(await broken(sessionRules, backwards)).toEqual(['endsAt end-after-start']);
  });

  it.each(['Paris', 'GMT+25', '+02:00', 'Europe/Atlantis'])('is not in %s', async (timezone) => {
    expect(await broken(sessionRules, { ...session, timezone })).toEqual(['timezone time-zone']);
  });

  it('takes registrations before it starts, in a window that opens before it closes', async () => {
    const late = { ...session, registrationClosesAt: '2027-10-31T00:30:00.001Z' };
    expect(await broken(sessionRules, late)).toEqual([
      'registrationClosesAt registration-before-start',
    ]);
    const shut = { ...session, registrationClosesAt: '2027-09-01T00:00:00.000Z' };
    expect(await broken(sessionRules, shut)).toEqual(['registrationClosesAt end-after-start']);
  });

  it('has room for its quotas, whatever they are', async () => {
    const places = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 4 });
    const strata = ['municipality', 'department', 'region', 'state'];
    await fc.assert(
      fc.asyncProperty(places, async (list) => {
        const quotas = list.map((count, index) => ({ stratum: strata[index], places: count }));
        const total = list.reduce((sum, count) => sum + count, 0);
        expect(await broken(sessionRules, { ...session, quotas, capacity: total })).toEqual([]);
        expect(await broken(sessionRules, { ...session, quotas, capacity: total - 1 })).toEqual([
          'quotas quotas-within-capacity',
        ]);
      }),
    );
  });

  it('has one quota per stratum', async () => {
    const quotas = [
      { stratum: 'region', places: 1 },
      { stratum: 'region', places: 1 },
    ];
    expect(await broken(sessionRules, { ...session, quotas })).toEqual([
      'quotas.1.stratum one-quota-per-stratum',
    ]);
  });

  it('says where it takes place', async () => {
    const mixed = { ...session, mode: 'mixed', venue: null };
    expect(await broken(sessionRules, mixed, true)).toEqual([
      'venue required',
      'onlineUrl required',
    ]);
  });
});

it('a registration dates the consents it has', async () => {
  const row = { session: [{ documentId: 's' }], name: 'Zoé' };
  const consents = [
    { purpose: 'e-mail', given: true },
    { purpose: 'photo', given: false },
  ];
  expect(await broken(registrationRules, { ...row, consents })).toEqual([
    'consents.0.givenAt consent-is-dated',
  ]);
});
