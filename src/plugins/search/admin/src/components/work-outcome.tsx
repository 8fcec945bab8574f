import { Flex, Typography } from '@strapi/design-system';
import type { CheckOutcome, RebuildOutcome, SearchJob } from '../../../shared/contracts';
import { useText } from '../use-text';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const useCheckSentences = () => {
  const text = useText();
  return (outcome: CheckOutcome, mayBeMended: boolean): string[] => {
    const { entries, waiting, indexes, examples } = outcome;
    const missing = sum(indexes.map((index) => index.missing));
    const stale = sum(indexes.map((index) => index.stale));
    const ghosts = sum(indexes.map((index) => index.ghosts));
    const isRight = missing + stale + ghosts === 0;
    return [
      isRight
        ? text('outcome.right', { entries })
        : text('outcome.differs', { entries, missing, stale, ghosts }),
      ...(!isRight && mayBeMended ? [text('outcome.advice')] : []),
      ...(waiting > 0 ? [text('outcome.waiting', { count: waiting })] : []),
      ...(examples.length > 0
        ? [
            text('outcome.examples', {
              ids: [...new Set(examples.map(({ id }) => id))].slice(0, 3).join(', '),
            }),
          ]
        : []),
    ];
  };
};

const useRebuildSentences = () => {
  const text = useText();
  return ({ indexes, refusedCount }: RebuildOutcome): string[] => [
    text('outcome.rebuilt', {
      documents: sum(indexes.map(({ documents }) => documents)),
      indexes: indexes.length,
    }),
    ...(refusedCount > 0 ? [text('outcome.refused', { count: refusedCount })] : []),
  ];
};

/** What a run that has ended found or did. */
export const WorkOutcome = ({ kind, outcome }: Pick<SearchJob, 'kind' | 'outcome'>) => {
  const ofCheck = useCheckSentences();
  const ofRebuild = useRebuildSentences();
  if (outcome === null) return null;
  const sentences = (): string[] => {
    if ('error' in outcome) return [outcome.error];
    // A repair has mended what it found.
    return 'entries' in outcome ? ofCheck(outcome, kind === 'check') : ofRebuild(outcome);
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {sentences().map((sentence) => (
        <Typography
          key={sentence}
          variant="pi"
          textColor={'error' in outcome ? 'danger600' : 'neutral700'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {sentence}
        </Typography>
      ))}
    </Flex>
  );
};
