import { Feather } from '@strapi/icons';
import { useMay } from '../use-may';
import { FILL_MONOGRAPH, INTERVIEW } from './constants';
import { FillDialog } from './fill-dialog';
import { useText } from './use-text';

type ActionProps = { model: string; documentId?: string };

/** The action of a saved interview that fills its monograph from the answers. */
export const FillAction = ({ model, documentId }: ActionProps) => {
  const { text } = useText();
  const may = useMay(FILL_MONOGRAPH, INTERVIEW);
  if (model !== INTERVIEW || documentId === undefined || documentId === 'create' || !may) {
    return null;
  }
  return {
    label: text('fill.label'),
    icon: <Feather />,
    variant: 'secondary' as const,
    position: 'panel' as const,
    // As a button of the form it would save the entry too.
    onClick: (event: { preventDefault: () => void }) => event.preventDefault(),
    dialog: {
      type: 'modal' as const,
      title: text('fill.label'),
      content: <FillDialog documentId={documentId} />,
    },
  };
};
FillAction.position = 'panel' as const;
