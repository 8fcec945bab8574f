import { useIntl } from 'react-intl';
import { comparable } from './core/comparable';
import { type Attribute, type Fields, isFields, type Model } from './core/models';
import { useText } from './use-text';

type Components = Record<string, Model>;

/** The name of an attribute in the panel's language, by the content manager's own keys. */
export const useFieldName = () => {
  const { formatMessage, messages } = useIntl();
  return ({ uid, name }: { uid: string; name: string }): string => {
    const id = ['content-types', 'components']
      .map((kind) => `content-manager.${kind}.${uid}.${name}`)
      .find((key) => key in messages);
    return id === undefined ? name : formatMessage({ id });
  };
};

/** A value as people read it, whatever its type; nothing where it is empty. */
export const useValueText = () => {
  const { formatDate, formatMessage, messages } = useIntl();
  const fieldName = useFieldName();
  const text = useText();

  const linesOf = (item: Fields, model: Model | undefined, components: Components): string[] =>
    Object.entries(model?.attributes ?? {})
      .filter(([name, { type }]) => type !== 'relation' && name !== 'id' && name !== 'code')
      .flatMap(([name, attribute]) => {
        const value = textOf(item[name], attribute, components);
        if (value === undefined) return [];
        return [`${fieldName({ uid: model?.uid ?? '', name })} : ${value}`];
      });

  const textOf = (
    value: unknown,
    attribute: Attribute,
    components: Components,
  ): string | undefined => {
    if (comparable({ value, attribute, components }) === undefined) return undefined;
    const list = Array.isArray(value) ? value : [value];
    switch (attribute.type) {
      case 'component':
      case 'dynamiczone':
        return list
          .map((item, index) => {
            const fields = isFields(item) ? item : {};
            const uid = attribute.component ?? String(fields.__component);
            const lines = linesOf(fields, components[uid], components).join('\n');
            return list.length > 1 ? `${index + 1}.\n${lines}` : lines;
          })
          .join('\n\n');
      case 'media':
        return list.map((file) => String(isFields(file) ? file.name : file)).join('\n');
      case 'boolean':
        return text(value === true ? 'yes' : 'no');
      case 'date':
        return formatDate(String(value), { dateStyle: 'long', timeZone: 'UTC' });
      case 'datetime':
        return formatDate(String(value), { dateStyle: 'long', timeStyle: 'short' });
      case 'enumeration':
        return String(value) in messages ? formatMessage({ id: String(value) }) : String(value);
      default:
        return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
    }
  };

  return textOf;
};
