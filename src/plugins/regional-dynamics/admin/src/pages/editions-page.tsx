import { Page } from '@strapi/strapi/admin';
import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { useGetEditionsQuery } from '../api';
import { EditionList } from '../components/edition-list';
import { useText } from '../use-text';

/** The library that draws is fetched with the first edition that is opened. */
const EditionPage = lazy(() =>
  import('../edition/edition-page').then((module) => ({ default: module.EditionPage })),
);

const List = () => {
  const text = useText();
  const { data, isLoading, isError } = useGetEditionsQuery();
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || data === undefined) return <Page.Error content={text('error')} />;
  if (data.length === 0) return <Page.NoData content={text('editions.empty')} />;
  return <EditionList editions={data} />;
};

/** The editions of all indices, and each of them. */
export const EditionsPage = () => (
  <Routes>
    <Route index element={<List />} />
    <Route path=":reference" element={<EditionPage />} />
  </Routes>
);
