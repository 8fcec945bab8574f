import { Box } from '@strapi/design-system';
import { SelectField, TextField } from '../components/fields';
import { useText } from '../use-text';
import { DeskNumber } from './desk-fields';
import { useDraftDesk } from './draft-desk';
import { optionsOf } from './kinds';

const KINDS = ['none', 'value', 'unit'] as const;

/** A reference: a figure, or the region whose own figure of the year it is. */
export const ReferenceFields = ({ path }: { path: (string | number)[] }) => {
  const text = useText();
  const { valueAt, change, problemAt } = useDraftDesk();
  const given = valueAt(path) as { value?: number } | { unit: string } | undefined;
  const kind = given === undefined ? 'none' : 'unit' in given ? 'unit' : 'value';
  const fresh = { none: undefined, value: {}, unit: { unit: '' } };
  return (
    <>
      <Box width="18rem">
        <SelectField
          label={text('indicator.referenceKind')}
          value={kind}
          options={optionsOf(KINDS, 'indicator.referenceKind', text)}
          error={problemAt(path)}
          onChange={(next) => change(path, fresh[next])}
        />
      </Box>
      {kind === 'value' && (
        <Box width="14rem">
          <DeskNumber path={[...path, 'value']} label="indicator.reference" step={0.1} />
        </Box>
      )}
      {kind === 'unit' && (
        <Box width="14rem">
          <TextField
            label={text('indicator.referenceUnit')}
            value={String(valueAt([...path, 'unit']) ?? '')}
            error={problemAt([...path, 'unit'])}
            onChange={(unit) => change([...path, 'unit'], unit)}
          />
        </Box>
      )}
    </>
  );
};
