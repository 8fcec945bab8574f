/**
 * Whether a request is one of those that anybody may send.
 * @param entries as `POST /auth/local`; a part that begins with a colon stands for any one part
 * @param path without the API's prefix
 */
export const isPublicWrite = ({
  entries,
  method,
  path,
}: {
  entries: readonly string[];
  method: string;
  path: string;
}): boolean =>
  entries.some((entry) => {
    const [allowed, pattern = ''] = entry.split(' ');
    const wanted = pattern.split('/');
    const given = path.split('/');
    return (
      allowed === method &&
      wanted.length === given.length &&
      wanted.every((part, index) =>
        part.startsWith(':') ? given[index] !== '' : part === given[index],
      )
    );
  });
