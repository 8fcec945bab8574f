import { errors } from '@strapi/utils';
import { z } from 'zod';

const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);

const settings = z.strictObject({
  /** The content type that names the units. Without it a unit is shown by its code. */
  territories: z
    .strictObject({
      uid: z.string().regex(/^(api|plugin)::/),
      code: attribute,
      /** A JSON attribute with the former codes of a unit (texts, or objects with `code`). */
      aliases: attribute.optional(),
    })
    .optional(),
  /** Former code → present code, for units the content type does not know. */
  recodes: z.record(z.string(), z.string()).default({}),
});

export type Settings = z.infer<typeof settings>;

/** Plugin settings, from `config/plugins.ts`. A wrong one ends the start and is named. */
export default {
  default: {} satisfies z.input<typeof settings>,
  validator: (given: unknown) => {
    const parsed = settings.safeParse(given);
    if (!parsed.success) {
      throw new errors.ValidationError(
        `regional-dynamics settings: ${z.prettifyError(parsed.error)}`,
      );
    }
  },
};

export const parseSettings = (given: unknown): Settings => settings.parse(given);
