import type { TestStrapi } from './strapi';

const PASSWORD = 'A-long-password-1';

type AdminAnswer = { status: number; body: Body; message: string };
type Body = {
  data?: Record<string, unknown> & { documentId?: string };
  results?: Record<string, unknown>[];
  error?: { message: string };
};
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<AdminAnswer>;

const send =
  (url: string, token?: string): Ask =>
  async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer = isJson ? ((await response.json()) as Body) : {};
    return { status: response.status, body: answer, message: answer.error?.message ?? '' };
  };

/**
 * Makes an account with an admin role and signs it in over HTTP.
 * @param name tells accounts of one role apart
 * @returns the session's token
 */
export const makeAdminToken = async (
  app: TestStrapi,
  roleCode: string,
  name = roleCode,
): Promise<string> => {
  const { strapi, url } = app;
  const email = `${name}@oten.example`;
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  if (!role) throw new Error(`There is no admin role ${roleCode}.`);
  await strapi.service('admin::user').create({
    email,
    password: PASSWORD,
    firstname: name,
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'fr',
    roles: [role.id],
  });
  const login = await send(url)('POST', '/admin/login', { email, password: PASSWORD });
  if (login.status !== 200) throw new Error(`${email} cannot sign in: ${login.message}`);
  return String(login.body.data?.token);
};

/** As `makeAdminToken`, and returns what sends the account's requests. */
export const signInAs = async (app: TestStrapi, roleCode: string, name = roleCode): Promise<Ask> =>
  send(app.url, await makeAdminToken(app, roleCode, name));
