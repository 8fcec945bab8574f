import { Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link, Route, Routes, useParams } from 'react-router-dom';
import { PlainTable } from '../components/plain-table';
import { HOME } from '../constants';
import { RecipeEditor } from '../recipe/recipe-editor';
import { useText } from '../use-text';
import { useGetRecipeQuery, useGetRecipesQuery } from '../workbench-api';

const RecipeList = () => {
  const text = useText();
  const { locale, formatDate } = useIntl();
  const { data, isLoading, isError } = useGetRecipesQuery({ locale });
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  if (data.length === 0) return <Page.NoData content={text('recipe.empty')} />;
  return (
    <PlainTable
      label={text('recipe.title')}
      rows={data}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'name',
          title: text('recipe.index'),
          cell: ({ code, name }) => (
            <Link to={`${HOME}/recipes/${encodeURIComponent(code)}`}>
              <Typography fontWeight="semiBold" textColor="primary600">
                {name}
              </Typography>
            </Link>
          ),
        },
        { key: 'code', title: text('tree.code'), cell: ({ code }) => code },
        {
          key: 'updatedAt',
          title: text('recipe.updatedAt'),
          cell: ({ updatedAt }) => formatDate(updatedAt, { dateStyle: 'long', timeStyle: 'short' }),
        },
      ]}
    />
  );
};

const RecipeOfAddress = () => {
  const text = useText();
  const { locale } = useIntl();
  const { code = '' } = useParams();
  const { data, isLoading, isError } = useGetRecipeQuery({ code, locale });
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Link to={`${HOME}/recipes`}>
        <Typography textColor="primary600">{text('recipe.back')}</Typography>
      </Link>
      <RecipeEditor key={data.code} document={data} />
    </Flex>
  );
};

/** The recipes of all indices, and the editor of one. */
export const RecipesPage = () => (
  <Routes>
    <Route index element={<RecipeList />} />
    <Route path=":code" element={<RecipeOfAddress />} />
  </Routes>
);
