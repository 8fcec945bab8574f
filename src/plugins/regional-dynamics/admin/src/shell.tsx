import { Box } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { Suspense } from 'react';
import { Navigate, NavLink, Route, Routes } from 'react-router-dom';
import styled from 'styled-components';
import { HOME } from './constants';
import { type PluginPage, pages } from './pages';
import { useText } from './use-text';

const Tabs = styled.nav`
  display: flex;
  flex-wrap: wrap;
  gap: 2.4rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};

  a {
    padding: 1.2rem 0;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.4rem;
    font-weight: 600;
    text-decoration: none;
    border-bottom: 2px solid transparent;
  }

  a.active {
    color: ${({ theme }) => theme.colors.primary600};
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

const rights = pages.map(({ permission }) => ({ action: permission, subject: null }));

const Content = ({ page: { permission, Component, title } }: { page: PluginPage }) => {
  const text = useText();
  return (
    <Page.Protect permissions={[{ action: permission, subject: null }]}>
      <Page.Title>{text(title)}</Page.Title>
      <Suspense fallback={<Page.Loading>{text('loading')}</Page.Loading>}>
        <Component />
      </Suspense>
    </Page.Protect>
  );
};

/** The plugin's title and the tabs of its pages, with the page of the address below. */
export const Shell = () => {
  const text = useText();
  const { isLoading, permissions } = useRBAC(rights);
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  const held = new Set(permissions.map(({ action }) => action));
  const seen = pages.filter(({ permission }) => held.has(permission));
  const [home] = seen;
  if (!home) return <Page.NoPermissions />;
  return (
    <Page.Main>
      <Layouts.Header title={text('title')} subtitle={text('subtitle')} />
      <Layouts.Content>
        {seen.length > 1 && (
          <Tabs aria-label={text('pages')}>
            {seen.map(({ path, title }) => (
              <NavLink key={path} to={`${HOME}/${path}`}>
                {text(title)}
              </NavLink>
            ))}
          </Tabs>
        )}
        <Box paddingTop={6}>
          <Routes>
            <Route index element={<Navigate to={home.path} replace />} />
            {pages.map((page) => (
              <Route key={page.path} path={`${page.path}/*`} element={<Content page={page} />} />
            ))}
            <Route path="*" element={<Navigate to={`${HOME}/${home.path}`} replace />} />
          </Routes>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
};
