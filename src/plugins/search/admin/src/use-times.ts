import { useIntl } from 'react-intl';
import { ago } from './ago';

/** Moments in the panel's language. */
export const useTimes = () => {
  const { formatDate, formatRelativeTime } = useIntl();
  return {
    /** `25 novembre 2026 à 10:02` */
    at: (iso: string): string => formatDate(iso, { dateStyle: 'long', timeStyle: 'short' }),
    /** `25/11/2026 10:02` */
    shortly: (iso: string): string => formatDate(iso, { dateStyle: 'short', timeStyle: 'short' }),
    /** `il y a 3 minutes` */
    since: (seconds: number): string => {
      const { value, unit } = ago(seconds);
      return formatRelativeTime(-value, unit, { numeric: 'always' });
    },
  };
};
