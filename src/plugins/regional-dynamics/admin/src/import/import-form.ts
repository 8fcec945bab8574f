import type { FileDescription } from '../../../shared/data-contracts';

/** Dimensions that one must pin: those that take several values and are not the indicator's. */
export const openDimensions = ({ dimensions, namesIndicator }: FileDescription) =>
  dimensions.filter(
    ({ name, values }) =>
      values.length > 1 && !(namesIndicator && name.toLowerCase() === 'indicator'),
  );

/** The file with what is chosen of it, as the routes take it. */
export const importForm = ({
  file,
  indicator,
  pins,
  vintage,
}: {
  file: File;
  indicator: string | null;
  pins: Record<string, string>;
  vintage: string;
}): FormData => {
  const form = new FormData();
  form.append('files', file);
  form.append('vintage', vintage.trim());
  form.append('where', JSON.stringify(pins));
  if (indicator !== null) form.append('indicator', indicator);
  return form;
};
