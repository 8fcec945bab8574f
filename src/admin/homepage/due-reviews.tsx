import { useIntl } from 'react-intl';
import { REVIEW_DAYS } from '../../homepage/contracts';
import { useGetDueReviewsQuery } from './api';
import { EntryList, useKind } from './entry-list';
import { useText } from './use-text';

const DAY = 24 * 60 * 60 * 1000;

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Initiatives whose review is due. */
export const DueReviews = () => {
  const text = useText();
  const kind = useKind();
  const { formatDate } = useIntl();
  const until = dayFromNow(REVIEW_DAYS);
  return (
    <EntryList
      answer={useGetDueReviewsQuery()}
      empty={text('due-reviews.empty')}
      all={`/content-manager/collection-types/api::iris.initiative?sort=reviewDueAt:ASC&filters[$and][0][reviewDueAt][$lte]=${until}`}
      describe={(entry) =>
        text(entry.at < dayFromNow(0) ? 'due-reviews.overdue' : 'due-reviews.due', {
          kind: kind(entry),
          // A day, not an instant: the same one in every time zone.
          date: formatDate(entry.at, { dateStyle: 'medium', timeZone: 'UTC' }),
        })
      }
    />
  );
};
