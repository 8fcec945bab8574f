import { useIntl } from 'react-intl';
import { type DraftChild, isLeaf } from './draft';

/** What a node or an indicator of the tree is called in the panel's language. */
export const useNodeName = (nameOf: (indicator: string) => string) => {
  const { locale } = useIntl();
  return (child: DraftChild): string =>
    isLeaf(child)
      ? nameOf(child.indicator)
      : (child.names?.[locale] ?? child.names?.fr ?? child.names?.en ?? child.code);
};
