import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { saveFile } from '../save-file';
import { useErrorText } from '../use-error-text';
import { useText } from '../use-text';

/** Saves a whole edition, a draft too: recipe, input table and results. */
export const DownloadEdition = ({ reference }: { reference: string }) => {
  const text = useText();
  const errorText = useErrorText();
  const { locale } = useIntl();
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isLoading, setLoading] = useState(false);
  const save = async () => {
    setLoading(true);
    try {
      const url = `/regional-dynamics/editions/${encodeURIComponent(reference)}/whole`;
      const { data } = await get<Blob>(url, { params: { locale }, responseType: 'blob' });
      saveFile(`${reference}.json`, data);
    } catch (failure) {
      toggleNotification({ type: 'danger', message: errorText(failure) });
    }
    setLoading(false);
  };
  return (
    <Button
      variant="secondary"
      startIcon={<Download />}
      loading={isLoading}
      onClick={save}
      style={{ alignSelf: 'flex-start' }}
    >
      {text('method.download')}
    </Button>
  );
};
