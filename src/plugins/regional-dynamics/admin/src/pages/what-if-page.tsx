import { Box, Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useGetEditionsQuery } from '../api';
import { SelectField } from '../components/fields';
import { useText } from '../use-text';
import { WhatIfDesk } from '../what-if/what-if-desk';
import { useGetWhatIfQuery } from '../workbench-api';

const Desk = ({ reference }: { reference: string }) => {
  const text = useText();
  const { locale } = useIntl();
  const { data, isLoading, isError } = useGetWhatIfQuery({ reference, locale });
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  return <WhatIfDesk key={data.reference} edition={data} />;
};

/** Choose an edition, change it, and see other ranks beside its own. Nothing is saved. */
export const WhatIfPage = () => {
  const text = useText();
  const { data, isLoading, isError } = useGetEditionsQuery();
  const [chosen, setChosen] = useState<string | null>(null);
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  const reference = chosen ?? data[0]?.reference;
  if (reference === undefined) return <Page.NoData content={text('editions.empty')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Box width="40rem">
        <SelectField
          label={text('whatIf.edition')}
          value={reference}
          options={data.map((one) => ({
            value: one.reference,
            label: `${one.index.name}, ${one.from === null ? one.year : `${one.from}–${one.year}`} (${one.reference})`,
          }))}
          onChange={setChosen}
        />
      </Box>
      <Desk key={reference} reference={reference} />
    </Flex>
  );
};
