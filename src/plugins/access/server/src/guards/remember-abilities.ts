import type { Core } from '@strapi/strapi';

type Engine = Core.Strapi['contentAPI']['permissions']['engine'];
type Permissions = Parameters<Engine['generateAbility']>[0];
type Ability = ReturnType<Engine['generateAbility']>;

/** A role or token each; more than an installation has. */
const MOST = 200;

/** What names a set of permissions; nothing where one has more than its action, such as a condition. */
const keyOf = (permissions: Permissions): string | undefined => {
  const isPlain = permissions.every((permission) => Object.keys(permission).join() === 'action');
  return isPlain ? JSON.stringify(permissions.map(({ action }) => action)) : undefined;
};

/**
 * Has the content API's abilities made once for each set of granted actions. Strapi makes one anew for
 * every request, the longer the more actions there are, though the same actions give the same ability.
 * Which actions are granted is still read for every request: a right that is taken away is gone at once.
 */
export const rememberAbilities = ({ strapi }: { strapi: Core.Strapi }): void => {
  const { engine } = strapi.contentAPI.permissions;
  const generate = engine.generateAbility.bind(engine);
  const abilities = new Map<string, Ability>();
  engine.generateAbility = (permissions, options) => {
    const key = options === undefined ? keyOf(permissions) : undefined;
    if (key === undefined) return generate(permissions, options);
    const known = abilities.get(key);
    if (known) return known;
    const made = generate(permissions);
    if (abilities.size >= MOST) abilities.clear();
    abilities.set(key, made);
    made.catch(() => abilities.delete(key));
    return made;
  };
};
