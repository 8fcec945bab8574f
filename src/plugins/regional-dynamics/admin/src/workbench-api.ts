import { adminApi } from '@strapi/strapi/admin';
import type {
  GetImport,
  GetIndicators,
  GetObservations,
  PostImportPreview,
  PostInspect,
} from '../../shared/data-contracts';
import type {
  GetRecipe,
  GetRecipes,
  GetSelfCheck,
  GetWhatIf,
  GetWhatIfFigures,
  PostCheck,
  PostPreview,
} from '../../shared/workbench-contracts';

const BASE = '/regional-dynamics';

/** Everything is named in the panel's language. */
type Localised = { locale: string };

const get = (path: string, params: object = {}) => ({
  url: `${BASE}${path}`,
  method: 'GET' as const,
  config: { params },
});

const post = (path: string, data: unknown, params: object = {}) => ({
  url: `${BASE}${path}`,
  method: 'POST' as const,
  data,
  config: { params },
});

const dataOf = <T>({ data }: { data: T }): T => data;

type RecipeBody = { recipe: unknown };

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    getSelfCheck: builder.query<GetSelfCheck['data'], void>({
      query: () => get('/self-check'),
      transformResponse: dataOf<GetSelfCheck['data']>,
      keepUnusedDataFor: 0,
    }),
    getIndicators: builder.query<GetIndicators, Localised & { search: string; page: number }>({
      query: (params) => get('/indicators', params),
      keepUnusedDataFor: 0,
    }),
    getObservations: builder.query<
      GetObservations,
      Localised & { code: string; year?: number; search: string; after?: string }
    >({
      query: ({ code, ...params }) =>
        get(`/indicators/${encodeURIComponent(code)}/observations`, params),
      keepUnusedDataFor: 0,
    }),
    inspectFile: builder.mutation<PostInspect['data'], Localised & { form: FormData }>({
      query: ({ form, locale }) => post('/imports/inspect', form, { locale }),
      transformResponse: dataOf<PostInspect['data']>,
    }),
    previewImport: builder.mutation<PostImportPreview['data'], Localised & { form: FormData }>({
      query: ({ form, locale }) => post('/imports/preview', form, { locale }),
      transformResponse: dataOf<PostImportPreview['data']>,
    }),
    startImport: builder.mutation<GetImport['data'], Localised & { form: FormData }>({
      query: ({ form, locale }) => post('/imports', form, { locale }),
      transformResponse: dataOf<GetImport['data']>,
    }),
    getImport: builder.query<GetImport['data'], string>({
      query: (id) => get(`/imports/${id}`),
      transformResponse: dataOf<GetImport['data']>,
      keepUnusedDataFor: 0,
    }),
    cancelImport: builder.mutation<GetImport['data'], string>({
      query: (id) => ({ url: `${BASE}/imports/${id}`, method: 'DELETE' }),
      transformResponse: dataOf<GetImport['data']>,
    }),
    getRecipes: builder.query<GetRecipes['data'], Localised>({
      query: (params) => get('/recipes', params),
      transformResponse: dataOf<GetRecipes['data']>,
      keepUnusedDataFor: 0,
    }),
    getRecipe: builder.query<GetRecipe['data'], Localised & { code: string }>({
      query: ({ code, locale }) => get(`/recipes/${encodeURIComponent(code)}`, { locale }),
      transformResponse: dataOf<GetRecipe['data']>,
      keepUnusedDataFor: 0,
    }),
    checkRecipe: builder.mutation<PostCheck['data'], Localised & RecipeBody>({
      query: ({ locale, recipe }) => post('/recipes/check', { recipe }, { locale }),
      transformResponse: dataOf<PostCheck['data']>,
    }),
    saveRecipe: builder.mutation<
      GetRecipe['data'],
      Localised & RecipeBody & { code: string; updatedAt: string }
    >({
      query: ({ code, locale, ...data }) => ({
        url: `${BASE}/recipes/${encodeURIComponent(code)}`,
        method: 'PUT',
        data,
        config: { params: { locale } },
      }),
      transformResponse: dataOf<GetRecipe['data']>,
    }),
    previewRecipe: builder.mutation<
      PostPreview['data'],
      Localised & RecipeBody & { code: string; edition: number }
    >({
      query: ({ code, locale, ...data }) =>
        post(`/recipes/${encodeURIComponent(code)}/preview`, data, { locale }),
      transformResponse: dataOf<PostPreview['data']>,
    }),
    getWhatIf: builder.query<GetWhatIf['data'], Localised & { reference: string }>({
      query: ({ reference, locale }) =>
        get(`/what-if/${encodeURIComponent(reference)}`, { locale }),
      transformResponse: dataOf<GetWhatIf['data']>,
    }),
    getWhatIfFigures: builder.query<
      GetWhatIfFigures['data'],
      Localised & { reference: string; unit: string }
    >({
      query: ({ reference, unit, locale }) =>
        get(`/what-if/${encodeURIComponent(reference)}/figures/${encodeURIComponent(unit)}`, {
          locale,
        }),
      transformResponse: dataOf<GetWhatIfFigures['data']>,
    }),
    rankWhatIf: builder.mutation<
      PostPreview['data'],
      Localised & { reference: string; changes: unknown }
    >({
      query: ({ reference, locale, changes }) =>
        post(`/what-if/${encodeURIComponent(reference)}`, changes, { locale }),
      transformResponse: dataOf<PostPreview['data']>,
    }),
  }),
});

export const {
  useGetSelfCheckQuery,
  useGetIndicatorsQuery,
  useGetObservationsQuery,
  useInspectFileMutation,
  usePreviewImportMutation,
  useStartImportMutation,
  useGetImportQuery,
  useCancelImportMutation,
  useGetRecipesQuery,
  useGetRecipeQuery,
  useCheckRecipeMutation,
  useSaveRecipeMutation,
  usePreviewRecipeMutation,
  useGetWhatIfQuery,
  useGetWhatIfFiguresQuery,
  useRankWhatIfMutation,
} = api;
