import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import styled, { useTheme } from 'styled-components';
import { type Chart, type Look, WIDTH } from '../../../shared/charts/chart';
import type { ChartDocument, SvgNode } from '../../../shared/charts/document';
import { drawChart } from '../../../shared/charts/draw-chart';
import { svgText } from '../../../shared/charts/svg-text';
import { DARK, LIGHT } from '../../../shared/charts/theme';
import { stringify } from '../../../shared/stringify-csv';
import { csvFile, saveFile } from '../save-file';
import { useText } from '../use-text';
import { cellText } from './cell-text';
import { ChartTable } from './chart-table';
import { pngOf } from './png-of';

const Picture = styled.div`
  max-width: 110rem;
  outline-offset: 4px;

  svg {
    display: block;
    width: 100%;
    height: auto;
  }
`;

const Folded = styled.details`
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary600};
    font-size: 1.4rem;
    padding: 0.8rem 0;
  }
`;

/** The unit a key of the keyboard goes to from another; null for none, undefined for no such key. */
const step = (key: string, units: string[], from: string | undefined) => {
  const at = from === undefined ? -1 : units.indexOf(from);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return units[Math.min(units.length - 1, at + 1)];
    case 'ArrowUp':
    case 'ArrowLeft':
      return units[Math.max(0, at - 1)];
    case 'Home':
      return units[0];
    case 'End':
      return units.at(-1);
    case 'Escape':
      return null;
  }
};

/**
 * A chart with all that goes with it: arrow keys from unit to unit, each read out and set off; its
 * text and its table; itself as SVG, PNG and CSV.
 */
export const ChartFrame = ({
  chart: make,
  highlight: given,
}: {
  chart: (look: Look) => Chart;
  /** The unit set off until the keyboard goes to another. */
  highlight?: string | undefined;
}) => {
  const text = useText();
  const { locale } = useIntl();
  const { toggleNotification } = useNotification();
  // Strapi's dark theme has a dark ground.
  const isDark = useTheme().colors.neutral0.toLowerCase() !== '#ffffff';
  const [reached, setReached] = useState<string>();
  const highlight = reached ?? given;
  const keys = useId();
  const place = useRef<HTMLDivElement>(null);
  const look = useMemo(
    () => ({ locale, theme: isDark ? DARK : LIGHT, highlight }),
    [locale, isDark, highlight],
  );
  const chart = useMemo(() => make(look), [make, look]);
  const drawn = useMemo(
    () => drawChart(chart, { document: document as unknown as ChartDocument, look }),
    [chart, look],
  );
  useEffect(() => {
    place.current?.replaceChildren(drawn as unknown as Node);
  }, [drawn]);

  const { columns, rows } = chart.table;
  const units = [...new Set(rows.flatMap(({ key }) => (key === '' ? [] : [key])))];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, units, reached);
    if (next === undefined) return;
    event.preventDefault();
    setReached(next ?? undefined);
  };
  const read = rows
    .filter(({ key }) => reached !== undefined && key === reached)
    .map(({ cells }) =>
      cells
        .map((cell, k) =>
          text('chart.read', {
            label: columns[k]?.label ?? '',
            value: cellText(cell, { ...columns[k], locale }),
          }),
        )
        .join(' · '),
    );

  const name = `${chart.id}-${chart.title}`
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 80)
    .toLowerCase();
  const svg = () => `${svgText(drawn)}\n`;
  const saveSvg = () => saveFile(`${name}.svg`, new Blob([svg()], { type: 'image/svg+xml' }));
  const savePng = async () => {
    try {
      const height = Number((drawn as SvgNode).getAttribute('height'));
      saveFile(`${name}.png`, await pngOf(svg(), { width: WIDTH, height }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toggleNotification({ type: 'danger', message: text('chart.failed', { reason }) });
    }
  };
  const saveCsv = () => {
    const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)];
    saveFile(`${name}.csv`, csvFile(stringify(lines)));
  };

  return (
    <Box
      tag="figure"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      aria-label={chart.title}
    >
      <Picture
        ref={place}
        role="group"
        tabIndex={0}
        aria-label={chart.title}
        aria-describedby={keys}
        onKeyDown={onKeyDown}
      />
      <Typography
        tag="p"
        variant="pi"
        textColor="neutral600"
        id={keys}
        style={{ paddingTop: '0.8rem' }}
      >
        {text('chart.keys')}
      </Typography>
      <Box aria-live="polite" paddingTop={2} minHeight="2.4rem">
        {read.map((line) => (
          <Typography key={line} tag="p" fontWeight="semiBold">
            {line}
          </Typography>
        ))}
      </Box>
      <Flex gap={2} paddingTop={2} wrap="wrap">
        {(
          [
            ['SVG', saveSvg],
            ['PNG', savePng],
            ['CSV', saveCsv],
          ] as const
        ).map(([format, save]) => (
          <Button
            key={format}
            variant="tertiary"
            startIcon={<Download />}
            onClick={save}
            aria-label={text('chart.save', { title: chart.title, format })}
          >
            {format}
          </Button>
        ))}
      </Flex>
      <Folded>
        <summary>{text('chart.table')}</summary>
        <ChartTable label={chart.title} table={chart.table} />
      </Folded>
      <Folded>
        <summary>{text('chart.text')}</summary>
        <Typography tag="p">{chart.description}</Typography>
      </Folded>
    </Box>
  );
};
