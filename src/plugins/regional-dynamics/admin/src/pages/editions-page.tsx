import { Page } from '@strapi/strapi/admin';
import { useGetEditionsQuery } from '../api';
import { EditionList } from '../components/edition-list';
import { useText } from '../use-text';

/** The editions of all indices. */
export const EditionsPage = () => {
  const text = useText();
  const { data, isLoading, isError } = useGetEditionsQuery();
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || data === undefined) return <Page.Error content={text('error')} />;
  if (data.length === 0) return <Page.NoData content={text('editions.empty')} />;
  return <EditionList editions={data} />;
};
