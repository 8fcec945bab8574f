import { useIntl } from 'react-intl';
import { DEADLINE_DAYS } from '../../homepage/contracts';
import { useGetClosingCallsQuery } from './api';
import { EntryList, useKind } from './entry-list';
import { useText } from './use-text';

const DAY = 24 * 60 * 60 * 1000;

/** Calls with a deadline in the coming week, in the time of its place. */
export const ClosingCalls = () => {
  const text = useText();
  const kind = useKind();
  const { locale: panel } = useIntl();
  const until = new Date(Date.now() + DEADLINE_DAYS * DAY).toISOString();
  const local = (at: string, timeZone: string): string =>
    new Intl.DateTimeFormat(panel, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
      timeZoneName: 'short',
    }).format(new Date(at));
  return (
    <EntryList
      answer={useGetClosingCallsQuery()}
      empty={text('closing-calls.empty')}
      all={`/content-manager/collection-types/api::hub.funding-call?sort=nextDeadline:ASC&filters[$and][0][nextDeadline][$lte]=${until}&filters[$and][1][state][$ne]=closed`}
      describe={({ timezone, last, ...entry }) =>
        text(last ? 'closing-calls.closes' : 'closing-calls.deadline', {
          kind: kind(entry),
          date: local(entry.at, timezone),
          place: timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone,
        })
      }
    />
  );
};
