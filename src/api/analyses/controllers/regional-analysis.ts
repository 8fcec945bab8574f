import { factories } from '@strapi/strapi';
import { isRecord } from '../../../rules/readers';
import { readAnalysisScores } from '../store/analysis-scores';

type Answer = { data: unknown; meta: unknown } | undefined;

const DEFAULT_LOCALE = 'fr';

export default factories.createCoreController('api::analyses.regional-analysis', ({ strapi }) => {
  /** Adds to each entry the numbers of its edition, in the language of the answer. */
  const withScores = async (answer: Answer, locale: unknown): Promise<Answer> => {
    if (!answer) return answer;
    const entries = [answer.data].flat().filter(isRecord);
    const scores = await readAnalysisScores({
      strapi,
      ids: entries.flatMap(({ id }) => (typeof id === 'number' ? [id] : [])),
      locale: typeof locale === 'string' ? locale : DEFAULT_LOCALE,
    });
    const shown = (entry: unknown) =>
      isRecord(entry) && typeof entry.id === 'number'
        ? { ...entry, scores: scores.get(entry.id) ?? null }
        : entry;
    const data = Array.isArray(answer.data) ? answer.data.map(shown) : shown(answer.data);
    return { ...answer, data };
  };
  return {
    async find(ctx) {
      return withScores(await super.find(ctx), ctx.query.locale);
    },
    async findOne(ctx) {
      return withScores(await super.findOne(ctx), ctx.query.locale);
    },
  };
});
