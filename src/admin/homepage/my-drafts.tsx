import { useIntl } from 'react-intl';
import { useGetMyDraftsQuery } from './api';
import { EntryList, useKind } from './entry-list';
import { useText } from './use-text';

/** What the person saved last and has not published since. */
export const MyDrafts = () => {
  const text = useText();
  const kind = useKind();
  const { formatDate } = useIntl();
  return (
    <EntryList
      answer={useGetMyDraftsQuery()}
      empty={text('my-drafts.empty')}
      describe={(entry) =>
        text('my-drafts.entry', {
          kind: kind(entry),
          date: formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'short' }),
        })
      }
    />
  );
};
