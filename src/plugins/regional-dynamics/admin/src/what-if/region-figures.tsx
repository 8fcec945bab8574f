import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { NumberField } from '../components/fields';
import { Notice } from '../components/notice';
import { UnitFinder } from '../components/unit-finder';
import { useErrorText } from '../use-error-text';
import { useText } from '../use-text';
import { useGetWhatIfFiguresQuery } from '../workbench-api';

type Cells = Record<string, number | null>;

const Figures = ({
  reference,
  unit,
  cells,
  onChange,
}: {
  reference: string;
  unit: string;
  cells: Cells;
  onChange: (cells: Cells) => void;
}) => {
  const text = useText();
  const errorText = useErrorText();
  const { locale } = useIntl();
  const { data, error, isLoading } = useGetWhatIfFiguresQuery({ reference, unit, locale });
  if (isLoading) return <Loader small>{text('loading')}</Loader>;
  if (error || !data) return <Notice variant="danger">{errorText(error)}</Notice>;
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      {data.map(({ indicator, name, unit: measure, value, imputed }) => {
        const own = cells[indicator];
        const shown = own === undefined ? value : own;
        return (
          <Box key={indicator} width="26rem">
            <NumberField
              label={measure === null ? name : `${name} (${measure})`}
              step={0.1}
              value={shown ?? undefined}
              hint={imputed ? text('whatIf.imputed') : undefined}
              onChange={(next) => {
                const { [indicator]: _, ...others } = cells;
                onChange(next === value ? others : { ...others, [indicator]: next ?? null });
              }}
            />
          </Box>
        );
      })}
    </Flex>
  );
};

/** Other figures for one region after another. */
export const RegionFigures = ({
  reference,
  units,
  figures,
  onChange,
}: {
  reference: string;
  units: { unit: string; name: string }[];
  figures: Record<string, Cells>;
  onChange: (figures: Record<string, Cells>) => void;
}) => {
  const text = useText();
  const [unit, setUnit] = useState<string>();
  const changed = Object.entries(figures).filter(([, cells]) => Object.keys(cells).length > 0);
  const nameOf = (code: string) => units.find((one) => one.unit === code)?.name ?? code;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <UnitFinder label={text('whatIf.region')} units={units} value={unit} onUnit={setUnit} />
      {unit !== undefined && (
        <Figures
          key={unit}
          reference={reference}
          unit={unit}
          cells={figures[unit] ?? {}}
          onChange={(cells) => onChange({ ...figures, [unit]: cells })}
        />
      )}
      {changed.length > 0 && (
        <Typography textColor="neutral600">
          {text('whatIf.changed', { regions: changed.map(([code]) => nameOf(code)).join(', ') })}
        </Typography>
      )}
    </Flex>
  );
};
