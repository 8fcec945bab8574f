import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RankedBy, Ranking } from '../../../shared/desk';
import { useText } from '../use-text';
import { Bar } from './bar';

type Said = { name: string; detail: string; score: number | null };

/** A rule of the ranking in words. */
const useRule = () => {
  const text = useText();
  return (ranked: RankedBy): Said => {
    switch (ranked.rule) {
      case 'words': {
        const { found, asked, score } = ranked;
        return {
          name: text('rule.words'),
          detail: text('rule.words.text', { found, asked }),
          score,
        };
      }
      case 'typo': {
        const { typos, score } = ranked;
        return { name: text('rule.typo'), detail: text('rule.typo.text', { typos }), score };
      }
      case 'proximity':
      case 'attribute': {
        const { rule, score } = ranked;
        const detail = text(`rule.${rule}.${score === 1 ? 'full' : 'part'}`);
        return { name: text(`rule.${rule}`), detail, score };
      }
      case 'exactness': {
        const { match, found, asked, score } = ranked;
        const isCounted = match === 'words' && found !== null && asked !== null;
        const detail = isCounted
          ? text('rule.exactness.counted', { found, asked })
          : text(`rule.exactness.${match}`);
        return { name: text('rule.exactness'), detail, score };
      }
      case 'sort': {
        const { attribute, descending } = ranked;
        const detail = text(descending ? 'rule.sort.down' : 'rule.sort.up');
        return { name: text('rule.sort', { attribute }), detail, score: null };
      }
      case 'distance': {
        const detail = text('rule.distance.text', { km: Math.round(ranked.metres / 100) / 10 });
        return { name: text('rule.distance'), detail, score: null };
      }
      case 'other':
        return { name: ranked.name, detail: '', score: ranked.score };
    }
  };
};

const Rule = ({ name, detail, score }: Said) => {
  const { formatNumber } = useIntl();
  const percent = score === null ? null : formatNumber(score, { style: 'percent' });
  return (
    <Flex tag="li" gap={4} alignItems="center" wrap="wrap">
      <Box width="20rem">
        <Typography variant="pi" fontWeight="semiBold">
          {name}
        </Typography>
      </Box>
      {score === null || percent === null ? (
        <Box width="16rem" />
      ) : (
        <Flex gap={2} width="16rem">
          <Bar role="meter" label={name} said={percent} percent={Math.round(score * 100)} />
          <Typography variant="pi">{percent}</Typography>
        </Flex>
      )}
      <Typography variant="pi" textColor="neutral600">
        {detail}
      </Typography>
    </Flex>
  );
};

/** Why a hit stands where it does, rule by rule. */
export const RankingRules = ({ rules }: Pick<Ranking, 'rules'>) => {
  const text = useText();
  const say = useRule();
  if (rules.length === 0) return <Typography variant="pi">{text('rule.none')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {text('rule.order')}
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {rules.map((ranked) => {
          const said = say(ranked);
          return <Rule key={`${ranked.rule} ${said.name}`} {...said} />;
        })}
      </Flex>
    </Flex>
  );
};
