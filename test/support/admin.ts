import type { TestStrapi } from './strapi';

const PASSWORD = 'A-long-password-1';

type AdminAnswer = { status: number; body: Body; message: string };
type Body = {
  data?: Record<string, unknown> & { documentId?: string };
  results?: Record<string, unknown>[];
  error?: { message: string };
};
export type Ask = (method: string, path: string, body?: unknown) => Promise<AdminAnswer>;

const send =
  (url: string, token?: string): Ask =>
  async (method, path, body) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer = isJson ? ((await response.json()) as Body) : {};
    return { status: response.status, body: answer, message: answer.error?.message ?? '' };
  };

/**
 * Makes an account with an admin role and signs it in over HTTP.
 * @returns what sends its requests
 */
export const signInAs = async (app: TestStrapi, roleCode: string): Promise<Ask> => {
  const { strapi, url } = app;
  const email = `${roleCode}@oten.example`;
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  if (!role) throw new Error(`There is no admin role ${roleCode}.`);
  await strapi.service('admin::user').create({
    email,
    password: PASSWORD,
    firstname: roleCode,
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'fr',
    roles: [role.id],
  });
  const login = await send(url)('POST', '/admin/login', { email, password: PASSWORD });
  if (login.status !== 200) throw new Error(`${email} cannot sign in: ${login.message}`);
  return send(url, String(login.body.data?.token));
};
