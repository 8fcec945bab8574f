import { Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { useGetEditionsQuery } from '../api';
import { EditionList } from '../components/edition-list';
import { RunList } from '../components/run-list';
import { useText } from '../use-text';

/** The library that draws is fetched with the first edition that is opened. */
const EditionPage = lazy(() =>
  import('../edition/edition-page').then((module) => ({ default: module.EditionPage })),
);

const List = () => {
  const text = useText();
  const { data, isLoading, isError, refetch } = useGetEditionsQuery();
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || data === undefined) return <Page.Error content={text('error')} />;
  const nameOf = (code: string) =>
    data.find(({ index }) => index.code === code)?.index.name ?? code;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <RunList nameOf={nameOf} onDone={refetch} />
      {data.length === 0 ? (
        <Page.NoData content={text('editions.empty')} />
      ) : (
        <EditionList editions={data} />
      )}
    </Flex>
  );
};

/** The editions of all indices, and each of them. */
export const EditionsPage = () => (
  <Routes>
    <Route index element={<List />} />
    <Route path=":reference" element={<EditionPage />} />
  </Routes>
);
