import {
  unstable_useContentManagerContext as useContentManagerContext,
  useForm,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ListOptions } from '../../string-lists/attribute';
import { contentsOf } from '../../string-lists/contents';
import { useGetListedEntriesQuery, useGetListedRelationQuery } from './api';
import type { Choice, Choices } from './choice';
import { LANGUAGES } from './languages';
import { codedItems, connectedDocument, entryChoices } from './read-form';

const PAGE = 30;

type Query = { plugins?: { i18n?: { locale?: string } } };

/** The locale that the form shows; undefined on types that have none. */
const useFormLocale = (): string | undefined => {
  const [{ query }] = useQueryParams<Query>();
  return query.plugins?.i18n?.locale;
};

const useNamed = ({ holds }: ListOptions): Choice[] => {
  const { formatMessage, locale } = useIntl();
  const named = new Intl.DisplayNames([locale], { type: 'language' });
  if (holds === 'languages' || holds === 'nameLanguages') {
    const codes = holds === 'languages' ? LANGUAGES : (contentsOf(holds)?.choices ?? []);
    return codes
      .map((value) => ({ value, title: named.of(value) ?? value }))
      .sort((one, other) => one.title.localeCompare(other.title, locale));
  }
  return (contentsOf(holds)?.choices ?? []).map((value) => ({
    value,
    // Under its raw value, as Strapi looks up the options of an enumeration.
    title: formatMessage({ id: value, defaultMessage: value }),
  }));
};

const useReferences = (
  { holds, of = '', titles = 'title' }: ListOptions,
  chosen: readonly string[],
): Choices => {
  const locale = useFormLocale();
  const [text, setText] = useState('');
  const skip = holds !== 'references';
  const listed = (filters: object) => ({
    uid: of,
    params: { locale: '*', pageSize: PAGE, sort: `${titles}:ASC`, filters },
  });
  const found = useGetListedEntriesQuery(
    listed(
      text === ''
        ? {}
        : { $or: [{ [titles]: { $containsi: text } }, { reference: { $containsi: text } }] },
    ),
    { skip },
  );
  const picked = useGetListedEntriesQuery(
    {
      uid: of,
      params: { locale: '*', pageSize: 100, filters: { reference: { $in: [...chosen].sort() } } },
    },
    { skip: skip || chosen.length === 0 },
  );
  return {
    choices: entryChoices({
      rows: [...(picked.data ?? []), ...(found.data ?? [])],
      title: titles,
      locale,
    }),
    isLoading: found.isFetching,
    isUnsearchable: found.isError,
    search: setText,
  };
};

/** The row that has the codes: the form's own, or the one behind a relation of the entry. */
const useCodes = ({ holds, through, from, titles }: ListOptions): Choices => {
  const locale = useFormLocale();
  const { model, id, contentType } = useContentManagerContext();
  const values: Record<string, unknown> = useForm('string-list', (form) => ({ ...form.values }));
  const relation = through === undefined ? undefined : contentType?.attributes[through];
  const target = relation && 'target' in relation ? String(relation.target) : '';
  const isApart = holds === 'codes' && through !== undefined;
  const changed = connectedDocument(values[through ?? '']);
  const stored = useGetListedRelationQuery(
    { uid: model, documentId: id ?? '', field: through ?? '' },
    { skip: !isApart || !id || id === 'create' || changed !== undefined },
  );
  const documentId = changed === undefined ? stored.data?.[0]?.documentId : changed;
  const entries = useGetListedEntriesQuery(
    { uid: target, params: { locale: '*', pageSize: 10, filters: { documentId } } },
    { skip: !isApart || typeof documentId !== 'string' },
  );
  const rows = entries.data ?? [];
  const row = isApart ? (rows.find((one) => one.locale === locale) ?? rows[0]) : values;
  return {
    choices: holds === 'codes' ? codedItems({ row, from, titles }) : [],
    isLoading: entries.isFetching,
    isUnsearchable: isApart && (stored.isError || entries.isError),
  };
};

/**
 * What can be picked for a list, by title in the panel's language, what is chosen included.
 * Keywords and addresses offer nothing.
 */
export const useChoices = (options: ListOptions, chosen: readonly string[]): Choices => {
  const named = useNamed(options);
  const references = useReferences(options, chosen);
  const codes = useCodes(options);
  if (options.holds === 'references') return references;
  if (options.holds === 'codes') return codes;
  return { choices: named, isLoading: false, isUnsearchable: false };
};
