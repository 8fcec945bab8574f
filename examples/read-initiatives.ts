import { strapi } from '@strapi/client';

/**
 * How a front-end reads the observatory with Strapi's own client. The types say what is asked for
 * below, of what /api/openapi.json says there is.
 */

type Named = { documentId: string; name: string };

type Initiative = {
  documentId: string;
  locale: string;
  title: string;
  slug: string;
  themes: Named[];
  owner: Named | null;
  territories: (Named & { nutsCode: string | null })[];
};

type Page<Entry> = {
  data: Entry[];
  meta: { pagination: { page: number; pageCount: number; total: number } };
};

const SHOWN = {
  fields: ['title', 'slug', 'locale'],
  populate: {
    themes: { fields: ['name'] },
    owner: { fields: ['name'] },
    territories: { fields: ['name', 'nutsCode'] },
  },
};

/** @param baseURL the address of the API, `http://127.0.0.1:1337/api` */
export const createReader = ({ baseURL }: { baseURL: string }) => {
  const client = strapi({ baseURL });
  return {
    /** A page of the initiatives of a region, in one language. */
    initiativesOf: async ({
      nutsCode,
      locale,
      page = 1,
    }: {
      nutsCode: string;
      locale: string;
      page?: number;
    }): Promise<Page<Initiative>> =>
      (await client.collection('initiatives').find({
        ...SHOWN,
        locale,
        filters: { territories: { nutsCode } },
        sort: ['reference'],
        pagination: { page, pageSize: 25 },
      })) as unknown as Page<Initiative>,

    /**
     * The initiative that an address of the site names by a slug of any language, and the slug to
     * redirect to where the address has a former one.
     */
    initiativeBySlug: async (
      slug: string,
    ): Promise<{ initiative: Initiative; redirectTo: string | undefined }> => {
      const response = await client.fetch(
        `/initiatives/by-slug/${encodeURIComponent(slug)}?populate=themes,owner,territories`,
      );
      const { data } = (await response.json()) as { data: Initiative };
      return { initiative: data, redirectTo: data.slug === slug ? undefined : data.slug };
    },
  };
};
