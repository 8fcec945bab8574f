import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { type StrapiApp, unstable_useDocumentLayout, useForm } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { PublicationPoint } from '../../publication/contracts';
import { formOf } from '../forms/edit-layout';
import { sectionAnchor } from '../forms/section-heading';
import { type Draft, useCheckPublicationQuery } from './api';
import { goToField } from './go-to-field';
import { useText } from './use-text';

type Stored = { documentId?: string; updatedAt?: string; locale?: string | null };
type PanelProps = { model: string; document?: Stored; activeTab?: string | null };
type ContentManagerApis = { addEditViewSidePanel: (panels: (typeof PublicationPanel)[]) => void };

const Points = ({ uid, points }: { uid: string; points: readonly PublicationPoint[] }) => {
  const { formatMessage } = useIntl();
  const { edit } = unstable_useDocumentLayout(uid);
  const goTo = ({ path }: PublicationPoint) => {
    const [attribute = ''] = path;
    const section = formOf(edit)?.sections.find(({ fields }) => fields.includes(attribute));
    goToField({
      path,
      label: formatMessage({
        id: `content-manager.content-types.${uid}.${attribute}`,
        defaultMessage: attribute,
      }),
      fallback: section ? document.getElementById(sectionAnchor(section.name)) : null,
    });
  };
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {points.map((point) => (
        <Box tag="li" key={`${point.path.join('.')} ${point.message}`}>
          <TextButton
            type="button"
            onClick={() => goTo(point)}
            style={{ textAlign: 'left', overflowWrap: 'anywhere' }}
          >
            {point.message}
          </TextButton>
        </Box>
      ))}
    </Flex>
  );
};

const Content = (draft: Draft) => {
  const text = useText();
  const isModified = useForm('PublicationPanel', (form) => form.modified);
  const { data: points, isError } = useCheckPublicationQuery(draft, {
    refetchOnMountOrArgChange: true,
  });
  if (isError) return <Typography role="alert">{text('error')}</Typography>;
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      width="100%"
      data-publication={points === undefined ? 'checking' : points.length}
    >
      <Box role="status">
        {points === undefined ? (
          <Typography textColor="neutral600">{text('checking')}</Typography>
        ) : points.length === 0 ? (
          <Typography textColor="success600">{text('ready')}</Typography>
        ) : (
          <Typography textColor="neutral800">
            {text('missing', { count: points.length })}
          </Typography>
        )}
      </Box>
      {points && points.length > 0 ? <Points uid={draft.uid} points={points} /> : null}
      {isModified ? (
        <Typography variant="pi" textColor="neutral600">
          {text('unsaved')}
        </Typography>
      ) : null}
    </Flex>
  );
};

/** Side panel of a saved draft: what its publication in this language would still be refused for. */
const PublicationPanel = ({ model, document: stored, activeTab }: PanelProps) => {
  const text = useText();
  const { edit } = unstable_useDocumentLayout(model);
  const { documentId, updatedAt, locale } = stored ?? {};
  const isDraft =
    formOf(edit) && edit.options?.draftAndPublish === true && activeTab !== 'published';
  if (!isDraft || documentId === undefined || updatedAt === undefined) return null;
  return {
    title: text('title'),
    content: (
      <Content
        uid={model}
        documentId={documentId}
        locale={locale ?? undefined}
        updatedAt={updatedAt}
      />
    ),
  };
};

/** Adds the list of what a publication misses to the edit view. Call it in `bootstrap()`. */
export const addPublicationPanel = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addEditViewSidePanel([PublicationPanel]);
};
