import { useForm } from '@strapi/strapi/admin';
import type { Guide } from '../../api/iris/contracts';
import { useGetGuideQuery } from './api';

type Relation = {
  documentId?: string;
  apiData?: { documentId?: string };
};
type Values = {
  language?: string | null;
  questionnaire?: { connect?: Relation[]; disconnect?: Relation[] } | null;
};

/** Which questionnaire the form shows: one that is chosen there, else the saved one. */
const chosen = ({ questionnaire }: Values, saved: string | undefined) => {
  const picked = questionnaire?.connect?.at(-1);
  const documentId = picked?.apiData?.documentId ?? picked?.documentId;
  if (documentId !== undefined) return { questionnaire: documentId };
  const removed = (questionnaire?.disconnect?.length ?? 0) > 0;
  return saved === undefined || saved === 'create' || removed ? undefined : { interview: saved };
};

/**
 * The questions of the interview that the form around shows, or undefined without a questionnaire.
 * @param documentId of the interview, when it is saved
 */
export const useGuide = (documentId: string | undefined): Guide | undefined => {
  const asked = useForm('useGuide', (state) => {
    const values = state.values as Values;
    const found = chosen(values, documentId);
    return found && JSON.stringify({ ...found, language: values.language || undefined });
  });
  const { currentData } = useGetGuideQuery(JSON.parse(asked ?? '{}'), { skip: !asked });
  return asked ? currentData : undefined;
};
