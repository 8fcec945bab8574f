import { useGetIndexedTypesQuery } from '../api';
import { useText } from '../use-text';
import { EntryInSearch } from './entry-in-search';

type PanelProps = { model: string; documentId?: string; document?: { documentId?: string } };

/** Side panel of the edit view: whether the entry is in search, and if not why. */
export const EntryPanel = ({ model, document: stored }: PanelProps) => {
  const text = useText();
  const { data: types = [] } = useGetIndexedTypesQuery();
  const documentId = stored?.documentId;
  const isAsked = types.some(({ uid, mayRead }) => uid === model && mayRead);
  if (!isAsked || documentId === undefined) return null;
  return { title: text('title'), content: <EntryInSearch uid={model} documentId={documentId} /> };
};
