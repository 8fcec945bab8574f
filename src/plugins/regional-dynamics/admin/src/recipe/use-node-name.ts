import { useIntl } from 'react-intl';
import { nameAmong } from '../../../shared/name-among';
import { type DraftChild, isLeaf } from './draft';

/** What a node or an indicator of the tree is called in the panel's language. */
export const useNodeName = (indicatorName: (indicator: string) => string) => {
  const { locale } = useIntl();
  return (child: DraftChild): string =>
    isLeaf(child) ? indicatorName(child.indicator) : nameAmong(child.names, locale, child.code);
};
