import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import styled from 'styled-components';
import type { SearchPreview } from '../../../shared/desk';
import { useEntryAddress, useLanguageName, useTypeName } from '../use-names';
import { type TextKey, useText } from '../use-text';
import { MarkedText } from './marked-text';
import { RankingRules } from './ranking-rules';

const Summary = styled.summary`
  cursor: pointer;
  width: fit-content;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.primary700};

  &:hover {
    text-decoration: underline;
  }
`;

/** An entry as search shows it, with why it stands there. */
export const FoundEntry = ({
  hit,
  position,
}: {
  hit: SearchPreview['data'][number];
  position: number;
}) => {
  const text = useText();
  const typeName = useTypeName();
  const languageName = useLanguageName();
  const addressOf = useEntryAddress();
  const { formatNumber, formatList } = useIntl();
  const { type, documentId, locale, title, summary, reference, highlights, ranking } = hit;
  const address = addressOf({ name: type, documentId, locale });
  const excerpt = highlights?.summary ?? highlights?.text;
  const places = ranking.foundIn.map((place) => text(`place.${place}` as TextKey));
  const about = [typeName(type), reference, languageName(locale)].filter(Boolean).join(' · ');
  return (
    <Flex
      tag="li"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      gap={2}
      direction="column"
      alignItems="stretch"
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
        <Box>
          <Typography tag="h3" variant="epsilon" fontWeight="semiBold">
            {`${formatNumber(position)}. `}
            {highlights?.title ? <MarkedText html={highlights.title} /> : title}
          </Typography>
          <Flex gap={2} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {about}
            </Typography>
            {hit.isFallback ? <Badge>{text('hit.fallback')}</Badge> : null}
            {hit.access === 'members' ? (
              <Badge backgroundColor="secondary100" textColor="secondary700">
                {text('hit.members')}
              </Badge>
            ) : null}
          </Flex>
        </Box>
        {address ? (
          <Box shrink={0}>
            <Link tag={RouterLink} to={address} aria-label={`${text('hit.open')} : ${title ?? ''}`}>
              {text('hit.open')}
            </Link>
          </Box>
        ) : null}
      </Flex>
      {excerpt || summary ? (
        <Typography>{excerpt ? <MarkedText html={excerpt} /> : summary}</Typography>
      ) : null}
      {places.length > 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {text('hit.found-in', { places: formatList(places) })}
        </Typography>
      ) : null}
      <details>
        <Summary>
          {text('hit.why')}{' '}
          {text('hit.score', { score: formatNumber(ranking.score, { style: 'percent' }) })}
        </Summary>
        <Box paddingTop={3}>
          <RankingRules rules={ranking.rules} />
        </Box>
      </details>
    </Flex>
  );
};
