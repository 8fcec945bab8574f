import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

type ApiFailure = Parameters<ReturnType<typeof useAPIErrorHandler>['formatAPIError']>[0];
type Answer<T> = { data?: T; error?: ApiFailure | object };

/** Tells what became of something that was asked for: the server's refusal, or the sentence given. */
export const useTell = () => {
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  return <T>(answer: Answer<T>, sentence: (data: T | undefined) => string): void => {
    const { error } = answer;
    if (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as ApiFailure) });
    } else {
      toggleNotification({ type: 'info', message: sentence(answer.data) });
    }
  };
};
