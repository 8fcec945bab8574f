import { useIntl } from 'react-intl';
import { useGetWaitingQuery } from './api';
import { EntryList, useKind } from './entry-list';
import { useText } from './use-text';

/** Owners who have not answered, and drafts of others that the person may publish. */
export const WaitingForApproval = () => {
  const text = useText();
  const kind = useKind();
  const { formatDate } = useIntl();
  return (
    <EntryList
      answer={useGetWaitingQuery()}
      empty={text('waiting.empty')}
      describe={({ reason, by, ...entry }) => {
        const values = {
          kind: kind(entry),
          date: formatDate(entry.at, { dateStyle: 'medium' }),
          by: by ?? '',
        };
        if (reason === 'owner') return text('waiting.owner', values);
        return text(by === null ? 'waiting.publication' : 'waiting.publication-by', values);
      }}
    />
  );
};
