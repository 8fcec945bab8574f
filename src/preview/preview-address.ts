import { createHmac } from 'node:crypto';

/** What the front-end is asked to show. */
export type PreviewTarget = {
  /** The type's singular name, as in search: `initiative`. */
  type: string;
  /** Where the content API has the entry: `/api/initiatives/<documentId>`. */
  api: string;
  locale?: string;
  status: 'draft' | 'published';
};

/** Seconds that a preview's address holds: a working day. */
const LIFETIME = 12 * 60 * 60;

/**
 * The address at which the front-end shows an entry that may not be published. Its last parameter,
 * `signature`, is the HMAC-SHA256 (hexadecimal) of everything between `?` and `&signature`, so that
 * the front-end shows drafts to nobody who was not sent by the panel.
 * @param clientUrl base address of the front-end, with or without a slash at the end
 * @param secret shared with the front-end
 * @param now milliseconds since 1970
 */
export const previewAddress = ({
  clientUrl,
  secret,
  target: { type, api, locale, status },
  now,
}: {
  clientUrl: string;
  secret: string;
  target: PreviewTarget;
  now: number;
}): string => {
  const parameters = new URLSearchParams({
    type,
    api,
    ...(locale === undefined ? {} : { locale }),
    status,
    expires: String(Math.floor(now / 1000) + LIFETIME),
  }).toString();
  const signature = createHmac('sha256', secret).update(parameters).digest('hex');
  return `${clientUrl.replace(/\/+$/, '')}/preview?${parameters}&signature=${signature}`;
};
