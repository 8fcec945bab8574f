import { adminApi } from '@strapi/strapi/admin';

type Answer = { data?: unknown; error?: unknown };
type Ask = (request: unknown) => Promise<Answer>;
type Endpoint = {
  query?: (argument: unknown) => unknown;
  queryFn?: (
    argument: unknown,
    store: { dispatch: (action: unknown) => unknown },
    options: unknown,
    ask: Ask,
  ) => Promise<Answer>;
  transformResponse?: (answer: unknown, meta: unknown, argument: unknown) => unknown;
};
type Api = {
  enhanceEndpoints: (changes: {
    endpoints: Record<string, (endpoint: Endpoint | undefined) => void>;
  }) => unknown;
  endpoints: {
    getMyPermissions: {
      initiate: (argument: undefined, options: { subscribe: boolean }) => unknown;
    };
  };
};

const api = adminApi as unknown as Api;

/** Lets the panel take over what it has read before it goes on. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Has the panel know what its reader may do before it knows the types. Strapi asks for both at once; where
 * the types are answered first, a link to a form ends on « You don't have the permissions ».
 */
export const awaitPermissions = (): void => {
  api.enhanceEndpoints({
    endpoints: {
      getInitialData: (endpoint) => {
        const { query, transformResponse } = endpoint ?? {};
        if (!endpoint || !query || !transformResponse) return;
        delete endpoint.query;
        endpoint.queryFn = async (argument, { dispatch }, _options, ask) => {
          const [answer] = await Promise.all([
            ask(query(argument)),
            dispatch(api.endpoints.getMyPermissions.initiate(undefined, { subscribe: false })),
          ]);
          await nextTask();
          if (answer.error !== undefined) return answer;
          return { data: transformResponse(answer.data, undefined, argument) };
        };
      },
    },
  });
};
