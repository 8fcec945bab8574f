import type { Core } from '@strapi/strapi';

import { notFound } from '../../../refusals/not-found';
import { textOf } from '../../../rules/readers';
import { schemaOf } from '../../../rules/schema';
import type { Row } from '../../../rules/violation';
import type { Guide, Monograph } from '../contracts';
import { missing } from '../missing';
import { documentsOf } from '../store/documents';
import { holdInitiative } from '../store/hold-initiative';
import { initiativeTextKeys, readOriginal } from '../store/initiative-facts';
import { readGuide } from '../store/read-guide';
import { type Interview, readInterview } from '../store/read-interview';
import { type Filling, type MonographPlan, planMonograph } from './plan-monograph';
import { targetsOfInitiative } from './targets';

const INITIATIVE = 'api::iris.initiative';
const INTERVIEW = 'api::iris.interview';

/** Where the monograph stands or will stand, and what its draft holds now. */
export type Place = { documentId: string | null; locale: string; row: Row | null };

const placeOf = async ({
  strapi,
  interview,
}: {
  strapi: Core.Strapi;
  interview: Interview;
}): Promise<Place> => {
  const { initiative, language } = interview;
  if (initiative !== undefined) await holdInitiative({ strapi, documentId: initiative });
  const row =
    initiative === undefined ? null : await readOriginal({ strapi, documentId: initiative });
  if (row && initiative !== undefined) {
    return { documentId: initiative, locale: String(row.locale), row };
  }
  const locales = strapi.plugin('i18n').service('locales');
  const spoken = language !== undefined && (await locales.findByCode(language));
  return {
    documentId: null,
    locale: spoken ? language : await locales.getDefaultLocale(),
    row: null,
  };
};

const questionsOf = (guide: Guide) =>
  guide.sections.flatMap(({ questions }) =>
    questions.map(({ code, mapsTo, required }) => ({
      code,
      mapsTo: mapsTo ?? undefined,
      required,
    })),
  );

const textOfFilling = ({ value }: Filling): string =>
  typeof value === 'string'
    ? value
    : value.map((item) => `- ${Object.values(item).join(' ')}`).join('\n');

const toMonograph = ({
  plan,
  place,
  guide,
  interview,
  title,
}: {
  plan: MonographPlan;
  place: Place;
  guide: Guide;
  interview: Interview;
  title: string | undefined;
}): Monograph => ({
  ...plan,
  initiative: {
    documentId: place.documentId,
    locale: place.locale,
    title: (place.row && textOf(place.row, 'title')) ?? title ?? null,
  },
  needsTitle: place.row === null && title === undefined,
  consent: interview.consent,
  filled: plan.filled.map((filling) => ({
    field: filling.field,
    questions: filling.questions,
    text: textOfFilling(filling),
  })),
  questionTexts: Object.fromEntries(
    guide.sections.flatMap(({ questions }) => questions.map(({ code, text }) => [code, text])),
  ),
});

const write = async ({
  strapi,
  place,
  interview,
  data,
  user,
}: {
  strapi: Core.Strapi;
  place: Place;
  interview: Interview;
  data: Record<string, unknown>;
  user: number | undefined;
}): Promise<string> => {
  const { documentId, locale } = place;
  const initiatives = documentsOf(strapi, INITIATIVE);
  if (documentId !== null) {
    if (Object.keys(data).length > 0) {
      await initiatives.update({ documentId, locale, data: { ...data, updatedBy: user } });
    }
    return documentId;
  }
  const made = await initiatives.create({
    locale,
    data: { ...data, createdBy: user, updatedBy: user },
  });
  await documentsOf(strapi, INTERVIEW).update({
    documentId: interview.documentId,
    data: { initiative: { documentId: made.documentId, locale }, updatedBy: user },
  });
  return made.documentId;
};

/**
 * Fills the draft of an interview's initiative, in its original language, from the answers: never
 * from a confidential one, never over a text that is there. Makes the draft where the interview has
 * none yet, in the interview's language. All of it or nothing.
 * @param dryRun only tells what would be done
 * @param title of an initiative that is made; an answer that names it goes first
 * @param check throws when the caller may not read the interview, or write there
 * @param user id of the administrator who fills it
 * @throws NotFoundError without such an interview; ValidationError without a questionnaire, without
 * the consent of the person interviewed, without a title for a new initiative, or when the filled draft breaks a rule
 */
export const fillMonograph = async ({
  strapi,
  documentId,
  dryRun,
  title: givenTitle,
  check,
  user,
}: {
  strapi: Core.Strapi;
  documentId: string;
  dryRun: boolean;
  title?: string | undefined;
  check?: (input: { interview: Interview; place: Place }) => Promise<void> | void;
  user?: number | undefined;
}): Promise<Monograph> =>
  strapi.db.transaction(async () => {
    // Two that fill one interview at once make one initiative.
    await holdInitiative({ strapi, documentId });
    const interview = await readInterview({ strapi, documentId });
    if (!interview) throw notFound('no-such-interview');
    const guide =
      interview.questionnaire === undefined
        ? undefined
        : await readGuide({
            strapi,
            documentId: interview.questionnaire,
            language: interview.language,
          });
    const place = await placeOf({ strapi, interview });
    await check?.({ interview, place });
    if (!guide) throw missing('questionnaire', 'fill-needs-questionnaire', INTERVIEW);
    const plan = planMonograph({
      questions: questionsOf(guide),
      answers: interview.answers,
      stored: place.row,
      targets: targetsOfInitiative({
        attributes: schemaOf({ strapi, uid: INITIATIVE }).attributes,
        components: (uid) => schemaOf({ strapi, uid }).attributes,
        keys: initiativeTextKeys(strapi),
      }),
    });
    const values = Object.fromEntries(plan.filled.map(({ field, value }) => [field, value]));
    const named = textOf(values, 'title') ?? (givenTitle?.trim() || undefined);
    const monograph = toMonograph({ plan, place, guide, interview, title: named });
    if (dryRun) return monograph;
    if (!interview.consent) throw missing('consent', 'fill-needs-consent', INTERVIEW);
    if (monograph.needsTitle) throw missing('title', 'fill-needs-title', INITIATIVE);
    const { row } = place;
    const data = {
      ...values,
      ...(row === null ? { title: named } : {}),
      ...(row === null || row.quality === 'documented' ? { quality: 'interviewed' } : {}),
    };
    const filled = await write({ strapi, place, interview, data, user });
    return { ...monograph, initiative: { ...monograph.initiative, documentId: filled } };
  });
