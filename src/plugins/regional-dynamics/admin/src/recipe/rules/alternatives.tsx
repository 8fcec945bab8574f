import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckField } from '../../components/fields';
import { type TextKey, useText } from '../../use-text';
import type { DraftAggregation } from '../draft';
import { useDraftDesk } from '../draft-desk';
import { aggregationOf } from '../kinds';
import type { Path } from './layout';

/** Kinds that are drawn beside the recipe's own. */
export const Alternatives = ({
  path,
  kinds,
  prefix,
  title,
}: {
  path: Path;
  kinds: readonly string[];
  prefix: 'aggregation' | 'normalisation';
  title: TextKey;
}) => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const chosen = (valueAt(path) ?? []) as { kind: string }[];
  const toggle = (kind: string, on: boolean) => {
    const fresh =
      prefix === 'aggregation' ? aggregationOf(kind as DraftAggregation['kind']) : { kind };
    change(path, on ? [...chosen, fresh] : chosen.filter((one) => one.kind !== kind));
  };
  return (
    <Box tag="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {text(title)}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={2}>
        {kinds.map((kind) => (
          <CheckField
            key={kind}
            label={text(`${prefix}.${kind}` as TextKey)}
            value={chosen.some((one) => one.kind === kind)}
            onChange={(on) => toggle(kind, on)}
          />
        ))}
      </Flex>
    </Box>
  );
};
