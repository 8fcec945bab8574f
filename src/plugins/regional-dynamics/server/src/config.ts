import { errors } from '@strapi/utils';
import { z } from 'zod';

const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);
const uid = z.string().regex(/^(api|plugin)::/);
/** Relations that lead from an entry to something: `publisher.territory`. */
const path = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/)
  .transform((text) => text.split('.'));
const code = z.string().regex(/^[a-z][a-z0-9-]*$/);
const names = z.record(z.string(), z.string());

const measure = z.strictObject({
  code,
  /** By language. */
  names,
  uid,
  /** Which entries count, as filters of the database. Only what is published ever does. */
  where: z.record(z.string(), z.unknown()).default({}),
  /** Ways to the entry's territories; the first that leads somewhere counts. */
  territories: z.array(path).min(1),
  themes: z.array(path).default([]),
  /** A list of amounts: only entries that have one count. */
  amounts: z.strictObject({ list: attribute, amount: attribute, currency: attribute }).optional(),
  /** A list of graded items: an entry counts by its strongest one, without one not at all. */
  levels: z
    .strictObject({
      list: attribute,
      attribute,
      /** The weakest first. */
      scale: z.array(z.strictObject({ code, names })).min(1),
    })
    .optional(),
});

const activity = z.strictObject({
  /** Of the Poisson ranges. */
  level: z.number().gt(0).lt(1).default(0.9),
  /** The attribute that names the language an entry was first written in: that row is counted. */
  originalLocale: attribute.optional(),
  themes: z.strictObject({ uid, code: attribute, broader: attribute.optional() }).optional(),
  measures: z
    .array(measure)
    .min(1)
    .refine((all) => new Set(all.map((one) => one.code)).size === all.length, 'codes are unique'),
});

const settings = z
  .strictObject({
    /** The content type that names the units. Without it a unit is shown by its code. */
    territories: z
      .strictObject({
        uid,
        code: attribute,
        /** A JSON attribute with the former codes of a unit (texts, or objects with `code`). */
        aliases: attribute.optional(),
        /** Attributes with a unit's place, in degrees; without them there is no map. */
        coordinates: z.strictObject({ latitude: attribute, longitude: attribute }).optional(),
        /** The relation to the territory above. */
        parent: attribute.optional(),
        /** A boolean: whether content is gathered there at all. */
        perimeter: attribute.optional(),
        population: attribute.optional(),
        populationYear: attribute.optional(),
      })
      .optional(),
    /** Former code → present code, for units the content type does not know. */
    recodes: z.record(z.string(), z.string()).default({}),
    /** What is counted of published content, beside the scores and never in them. */
    activity: activity.optional(),
  })
  .refine((all) => all.activity === undefined || all.territories?.perimeter !== undefined, {
    path: ['activity'],
    message: 'asks for territories with a perimeter',
  });

export type Settings = z.infer<typeof settings>;
export type ActivitySettings = z.infer<typeof activity>;
export type ActivityMeasure = z.infer<typeof measure>;
/** What `config/plugins.ts` may give as measures of activity. */
export type ActivitySettingsInput = z.input<typeof activity>;

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
