import type { AccessConfig } from '../config';
import type { Filter, Model, Rights } from './model';

/**
 * What a row of `model` must fulfil for a request with `rights` to see it.
 * @param linked whether the row is reached through another: Strapi guards the drafts of what is
 *   asked directly, and not of what filters and populates lead to
 */
export const visibleWhere = ({
  model,
  rights,
  config,
  linked,
}: {
  model: Model;
  rights: Rights;
  config: Pick<AccessConfig, 'members' | 'servedOnly'>;
  linked: boolean;
}): Filter[] => {
  const { members, servedOnly } = config;
  return [
    ...(linked && !rights.drafts && model.options?.draftAndPublish === true
      ? [{ publishedAt: { $notNull: true } }]
      : []),
    ...(members && !rights.members && members.attribute in model.attributes
      ? [{ [members.attribute]: { $ne: members.value } }]
      : []),
    ...Object.entries(servedOnly[model.uid] ?? {}).map(([key, value]) => ({
      [key]: { $eq: value },
    })),
  ];
};
