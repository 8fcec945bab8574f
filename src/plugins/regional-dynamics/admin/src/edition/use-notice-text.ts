import { useIntl } from 'react-intl';
import type { GetEdition } from '../../../shared/admin-contracts';
import { type TextKey, useText } from '../use-text';

type Edition = GetEdition['data'];
type Notice = Edition['method']['notices'][number];

const SHARES = new Set(['availability', 'minAvailability', 'share', 'maxImputedShare']);

/** What the engine has noticed, as a sentence in the panel's language, with names for codes. */
export const useNoticeText = ({ indicators, units, method }: Edition) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const named = (list: readonly { code: string; name: string }[], code: string): string =>
    list.find((one) => one.code === code)?.name ?? code;

  const said = (name: string, value: unknown): string | number => {
    if (Array.isArray(value)) return value.join(', ') || text('nuts.none');
    if (typeof value === 'number') {
      if (name === 'count') return value;
      if (name === 'year') return `${value}`;
      if (SHARES.has(name)) return formatNumber(value, { style: 'percent' });
      return formatNumber(value, { maximumFractionDigits: 4 });
    }
    const code = String(value);
    switch (name) {
      case 'indicator':
      case 'denominator':
        return named(indicators, code);
      case 'node':
        return named(method.nodes, code);
      case 'unit': {
        const unit = units.find((one) => one.unit === code);
        return unit && unit.name !== code ? `${unit.name} (${code})` : code;
      }
      case 'reason':
        return text(`reason.${code}` as TextKey);
      case 'change':
        return text(`nuts.${code}` as TextKey);
      default:
        return code;
    }
  };

  return ({ kind, ...rest }: Notice): string =>
    text(
      `notice.${kind}` as TextKey,
      Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, said(name, value)])),
    );
};
