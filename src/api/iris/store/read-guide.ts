import type { Core } from '@strapi/strapi';
import { isRecord, itemsOf, numberOf, textOf } from '../../../rules/readers';
import { schemaOf } from '../../../rules/schema';
import { readLocales } from '../../../rules/store';
import type { Row } from '../../../rules/violation';
import type { Guide, GuideQuestion } from '../contracts';

const QUESTIONNAIRE = 'api::iris.questionnaire';

const byCode = (row: Row, key: string): Map<string, Row> =>
  new Map(
    itemsOf(row, key).flatMap((item): [string, Row][] => {
      const code = textOf(item, 'code');
      return code === undefined ? [] : [[code, item]];
    }),
  );

/**
 * A questionnaire as it is asked: its sections in order, each with its questions, in the language
 * asked for where there is a translation, else in its own. Questions of no section come last.
 * @returns undefined when there is no such questionnaire
 */
export const readGuide = async ({
  strapi,
  documentId,
  language,
}: {
  strapi: Core.Strapi;
  documentId: string;
  language: string | undefined;
}): Promise<Guide | undefined> => {
  const schema = schemaOf({ strapi, uid: QUESTIONNAIRE });
  const { locales, originalLocale } = await readLocales({ strapi, schema, documentId });
  if (originalLocale === undefined) return undefined;
  const read = async (locale: string): Promise<Row> => {
    const row: unknown = await strapi.db.query(QUESTIONNAIRE).findOne({
      where: { documentId, locale, publishedAt: null },
      populate: { sections: true, sectionTexts: true, questions: true, questionTexts: true },
    });
    return isRecord(row) ? row : {};
  };
  const original = await read(originalLocale);
  const spoken = language !== undefined && locales.includes(language) ? language : originalLocale;
  const translation = spoken === originalLocale ? original : await read(spoken);
  const texts = new Map([
    ...byCode(original, 'questionTexts'),
    ...[...byCode(translation, 'questionTexts')].filter(([, item]) => textOf(item, 'text')),
  ]);
  const headings = new Map([
    ...byCode(original, 'sectionTexts'),
    ...[...byCode(translation, 'sectionTexts')].filter(([, item]) => textOf(item, 'heading')),
  ]);
  const questions = itemsOf(original, 'questions').flatMap(
    (
      item,
    ): (GuideQuestion & {
      section: string | undefined;
    })[] => {
      const code = textOf(item, 'code');
      if (code === undefined) return [];
      const spokenText = texts.get(code) ?? {};
      return [
        {
          code,
          text: textOf(spokenText, 'text') ?? code,
          hint: textOf(spokenText, 'hint') ?? null,
          mapsTo: textOf(item, 'mapsTo') ?? null,
          required: item.required === true,
          section: textOf(item, 'section'),
        },
      ];
    },
  );
  const sections = itemsOf(original, 'sections').map((item) => ({
    code: textOf(item, 'code') ?? '',
    minutes: numberOf(item, 'minutes') ?? 0,
  }));
  const inSection = (section: string | null) =>
    questions
      .filter((question) =>
        section === null
          ? !sections.some(({ code }) => code === question.section)
          : question.section === section,
      )
      .map(({ section: _, ...question }) => question);
  const rest = inSection(null);
  return {
    title: textOf(translation, 'title') ?? textOf(original, 'title') ?? '',
    language: spoken,
    sections: [
      ...sections.map(({ code, minutes }) => ({
        code,
        heading: textOf(headings.get(code) ?? {}, 'heading') ?? code,
        minutes,
        questions: inSection(code),
      })),
      ...(rest.length > 0 ? [{ code: '', heading: '', minutes: 0, questions: rest }] : []),
    ],
  };
};
