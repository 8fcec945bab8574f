import { Typography } from '@strapi/design-system';
import { HelpText } from './help-text';

export const COMPONENT_NOTE = 'component-note';

/** The help of a component, which the content manager's own input leaves out, close below it. */
export const ComponentNote = ({ of }: { of: { uid: string; attribute: string } }) => (
  <Typography variant="pi" tag="p" textColor="neutral600" style={{ marginTop: '-1.6rem' }}>
    <HelpText {...of} />
  </Typography>
);
