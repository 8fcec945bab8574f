import { Flex, TextButton, Typography } from '@strapi/design-system';
import { type StrapiApp, unstable_useDocumentLayout, useForm } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { createGlobalStyle } from 'styled-components';
import { formOf, type Section } from './edit-layout';
import { sectionAnchor } from './section-heading';
import { filledIn } from './section-progress';

type Values = Record<string, unknown>;
type PanelProps = { model: string; document?: Values };
type ContentManagerApis = { addEditViewSidePanel: (panels: (typeof ContentsPanel)[]) => void };

/** Keeps the side panels, and so the table of contents and the buttons, in sight of a long form. */
const StickyPanels = createGlobalStyle`
  @media (min-width: 1080px) {
    div:has(> aside .form-contents) {
      position: sticky;
      top: 8rem;
      max-height: calc(100vh - 9rem);
      overflow-y: auto;
    }
  }
`;

const goTo = (section: string) => {
  const heading = document.getElementById(sectionAnchor(section));
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
};

const Contents = ({ sections, stored }: { sections: readonly Section[]; stored: Values }) => {
  const { formatMessage } = useIntl();
  const values = useForm('Contents', (form) => form.values as Values);
  return (
    <Flex
      tag="nav"
      className="form-contents"
      aria-label={formatMessage({ id: 'forms.contents.title' })}
      direction="column"
      alignItems="stretch"
      gap={2}
      width="100%"
    >
      <StickyPanels />
      {sections.map(({ name, fields }) => (
        <Flex key={name} justifyContent="space-between" alignItems="baseline" gap={2}>
          <TextButton type="button" onClick={() => goTo(name)}>
            {formatMessage({ id: `forms.section.${name}` })}
          </TextButton>
          <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
            {formatMessage(
              { id: 'forms.contents.filled' },
              { filled: filledIn({ fields, values, stored }), total: fields.length },
            )}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

/** Side panel of the edit view: its sections, how far each is filled, and the way there. */
const ContentsPanel = ({ model, document: stored = {} }: PanelProps) => {
  const { formatMessage } = useIntl();
  const { edit } = unstable_useDocumentLayout(model);
  const sections = formOf(edit)?.sections ?? [];
  if (sections.length < 3) return null;
  return {
    title: formatMessage({ id: 'forms.contents.title' }),
    content: <Contents sections={sections} stored={stored} />,
  };
};

/** Adds the table of contents to the edit view. Call it in `bootstrap()`. */
export const addContentsPanel = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addEditViewSidePanel([ContentsPanel]);
};
