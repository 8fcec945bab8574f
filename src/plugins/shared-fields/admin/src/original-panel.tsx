import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router-dom';
import { ANOTHER, LOCALE_PARAMETER, PLUGIN_ID } from './constants';

type Version = { locale?: string | null; originalLocale?: string | null };
type PanelProps = {
  document?: Version;
  documentId?: string;
  meta?: { availableLocales?: { locale?: string | null }[] };
};
type Query = { plugins?: Record<string, unknown> & { i18n?: { locale?: string } } };

const originalOf = ({ document, documentId, meta }: PanelProps): string | undefined => {
  if (document?.locale) return document.originalLocale ?? undefined;
  const started = documentId !== undefined && documentId !== 'create';
  return started && meta?.availableLocales?.some(({ locale }) => locale) ? ANOTHER : undefined;
};

/**
 * Side panel of the edit view: tells a translator where shared fields are edited. It also writes the
 * entry's original locale into the address, where the hook that locks the form's fields reads it:
 * Strapi computes a form's layout again when the address changes, and knows no document there.
 */
export const OriginalPanel = (props: PanelProps) => {
  const [{ query }, setQuery] = useQueryParams<Query>();
  const { search } = useLocation();
  const { formatMessage, locale: panelLocale } = useIntl();
  const original = originalOf(props);
  const noted = query.plugins?.[PLUGIN_ID];
  useEffect(() => {
    if (noted === original) return;
    const { [PLUGIN_ID]: _, ...plugins } = query.plugins ?? {};
    setQuery(
      { plugins: original === undefined ? plugins : { ...plugins, [PLUGIN_ID]: original } },
      'push',
      true,
    );
  }, [noted, original, query.plugins, setQuery]);

  if (original === undefined || original === query.plugins?.i18n?.locale) return null;
  const parameters = new URLSearchParams(search);
  parameters.set(LOCALE_PARAMETER, original);
  const language = new Intl.DisplayNames([panelLocale], { type: 'language' });
  return {
    title: formatMessage({ id: `${PLUGIN_ID}.panel.title` }),
    content: (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%">
        <Typography variant="pi" textColor="neutral600">
          {formatMessage({ id: `${PLUGIN_ID}.panel.text` })}
        </Typography>
        {original === ANOTHER ? null : (
          <LinkButton tag={Link} to={{ search: parameters.toString() }} variant="tertiary">
            {formatMessage(
              { id: `${PLUGIN_ID}.panel.open` },
              { language: language.of(original) ?? original },
            )}
          </LinkButton>
        )}
      </Flex>
    ),
  };
};
