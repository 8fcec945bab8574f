import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

export const SECTION_HEADING = 'section-heading';

/** Where a link to a section leads. */
export const sectionAnchor = (section: string): string => `section-${section}`;

/** Heads a section of a form; it stands among the fields and holds no value. */
export const SectionHeading = ({ section }: { section: string }) => {
  const { formatMessage } = useIntl();
  return (
    <Typography
      variant="beta"
      tag="h2"
      tabIndex={-1}
      id={sectionAnchor(section)}
      style={{ scrollMarginTop: '12rem' }}
    >
      {formatMessage({ id: `forms.section.${section}` })}
    </Typography>
  );
};
