import { createHash } from 'node:crypto';
import { mapValues } from 'lodash';
import { Pool } from 'undici';
import { isRecord } from '../../src/rules/readers';
import type { Schema } from './canary-world';
import { createDice } from './dice';
import { type QueryWorld, randomQuery } from './random-query';

export type Caller = {
  name: string;
  token?: string;
  /** The canaries that an answer to this caller must not hold. */
  forbidden: RegExp;
};
export type Question = { caller: Caller; path: string };
/** A path with place-holders, and the type whose entries it answers, where it is known. */
export type FuzzRoute = { path: string; schema?: Schema | undefined };

export type Answer = Question & {
  status: number;
  /** The canaries in headers and body that the question itself did not bring. */
  canaries: string[];
  /** Equal answers have equal ones; what is linked without a sort has no order. */
  digest: string;
};
type Finding = { kind: 'canary' | 'error'; caller: string; path: string; found: string };

const CANARY = /cnry[pdm]\w{4}/g;

/** What may stand in place of a route's place-holder. */
export type Names = (route: FuzzRoute) => readonly string[];

export const addressOf = (path: string, name: () => string): string =>
  path.replace(/:\w+|\(\.\*\)/g, name);

const sortLists = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(sortLists).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return isRecord(value) ? mapValues(value, sortLists) : value;
};

/** An answer with its entries in their order, and the lists in each entry in one order. */
const withoutOrder = (text: string): string => {
  if (!/^\{"data":[[{]/.test(text)) return text;
  const { data, meta }: { data: unknown; meta: unknown } = JSON.parse(text);
  return JSON.stringify([Array.isArray(data) ? data.map(sortLists) : sortLists(data), meta]);
};

/** The same questions for the same seed, spread over routes and callers. */
export const randomQuestions = ({
  seed,
  count,
  routes,
  callers,
  world,
  names,
}: {
  seed: number;
  count: number;
  routes: readonly FuzzRoute[];
  callers: readonly Caller[];
  world: QueryWorld;
  names: Names;
}): Question[] => {
  const dice = createDice(seed);
  const types = [...world.schemas.values()].filter(({ uid }) => uid.startsWith('api::'));
  const ofTypes = routes.filter(({ schema }) => schema);
  const lists = ofTypes.filter(({ path }) => !path.includes(':'));
  return Array.from({ length: count }, () => {
    // Lists tell most; one entry is mostly hidden or of another caller.
    const route = dice.pick(dice.chance(0.75) ? lists : dice.chance(0.9) ? ofTypes : routes);
    const schema = route.schema ?? dice.pick(types);
    const path = addressOf(route.path, () => encodeURIComponent(dice.pick(names(route))));
    return {
      caller: dice.pick(callers),
      path: `${path}?${randomQuery({ dice, world, schema })}`,
    };
  });
};

/** Asks eight at a time, over connections that are kept. */
export const askAll = async ({
  url,
  asked,
}: {
  url: string;
  asked: readonly Question[];
}): Promise<Answer[]> => {
  const pool = new Pool(url, { connections: 8 });
  const answers: Answer[] = [];
  let turn = 0;
  const ask = async () => {
    for (let index = turn++; index < asked.length; index = turn++) {
      const question = asked[index];
      if (!question) return;
      const { caller, path } = question;
      const { statusCode, headers, body } = await pool.request({
        method: 'GET',
        path,
        headers: caller.token ? { authorization: `Bearer ${caller.token}` } : {},
      });
      const text = await body.text();
      const canaries = `${JSON.stringify(headers)}${text}`.match(CANARY) ?? [];
      answers[index] = {
        ...question,
        status: statusCode,
        // A refusal may repeat what it refuses.
        canaries: canaries.filter((canary) => statusCode < 400 || !path.includes(canary)),
        digest: createHash('sha1')
          .update(`${statusCode}${withoutOrder(text)}`)
          .digest('base64'),
      };
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  await pool.close();
  return answers;
};

/** What is wrong with answers: canaries that their callers must not see, and failures of the server. */
export const findingsIn = (answers: readonly Answer[]): Finding[] =>
  answers.flatMap(({ caller, path, status, canaries }) => {
    const leaked = canaries.find((canary) => caller.forbidden.test(canary));
    const finding = { caller: caller.name, path };
    return [
      ...(leaked ? [{ ...finding, kind: 'canary' as const, found: leaked }] : []),
      // Without an engine search answers 503.
      ...(status >= 500 && status !== 503
        ? [{ ...finding, kind: 'error' as const, found: String(status) }]
        : []),
    ];
  });
