import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useGetTranslationStatusQuery } from '../api';
import { StatusTable } from '../components/status-table';
import { READ_STATUS } from '../constants';
import { useText } from '../use-text';

const StatusContent = () => {
  const text = useText();
  const { data, isLoading, isFetching, isError, refetch } = useGetTranslationStatusQuery();
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  const again = (
    <Button
      variant="secondary"
      startIcon={<ArrowClockwise />}
      loading={isFetching}
      onClick={() => refetch()}
    >
      {text('refresh')}
    </Button>
  );
  if (isError || data === undefined) return <Page.Error content={text('error')} action={again} />;
  return (
    <>
      <Layouts.Header title={text('title')} subtitle={text('subtitle')} primaryAction={again} />
      <Layouts.Content>
        {data.types.length === 0 ? (
          <Page.NoData content={text('empty')} />
        ) : (
          <StatusTable locales={data.locales} types={data.types} />
        )}
      </Layouts.Content>
    </>
  );
};

/** How far every type is translated, in every locale. */
export const StatusPage = () => {
  const text = useText();
  return (
    <Page.Protect permissions={[{ action: READ_STATUS, subject: null }]}>
      <Page.Main>
        <Page.Title>{text('title')}</Page.Title>
        <StatusContent />
      </Page.Main>
    </Page.Protect>
  );
};
