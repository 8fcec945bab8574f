import { useIntl } from 'react-intl';
import type { EditionCell } from '../../../shared/admin-contracts';
import type { CellValue } from '../../../shared/contracts';
import type { Column } from '../components/plain-table';
import { flagWords } from '../flag-words';
import { useText } from '../use-text';

type CellColumn = Column<EditionCell> & {
  cell: (row: EditionCell) => string;
  /** The same for a file: numbers as they are. */
  raw: (row: EditionCell) => string | number | null;
};

type Present = Extract<CellValue, { value: number }>;

const isPresent = (cell: CellValue): cell is Present => cell.value !== null;

/** The columns of the table of cells, in the panel's language. */
export const useCellColumns = (): CellColumn[] => {
  const text = useText();
  const { formatNumber } = useIntl();
  const number = (value: number | null) =>
    value === null ? '–' : formatNumber(value, { maximumFractionDigits: 4 });

  const origin = ({ origin: from }: Present): string => {
    switch (from.kind) {
      case 'carried':
        return text('origin.carried', { from: String(from.from), age: Number(from.age) });
      case 'interpolated':
        return text('origin.interpolated', { from: String(from.from), to: String(from.to) });
      case 'parent':
        return from.to === undefined
          ? text(from.age === 0 ? 'origin.parent' : 'origin.parentCarried', {
              unit: String(from.unit),
              from: String(from.from),
            })
          : text('origin.parentInterpolated', {
              unit: String(from.unit),
              from: String(from.from),
              to: String(from.to),
            });
      case 'group':
        return text('origin.group', { group: String(from.group), n: Number(from.n) });
      case 'node':
        return text('origin.node');
      default:
        return text('origin.observed');
    }
  };

  const treatment = ({ treatment: done }: Present): string =>
    done
      ? text(done.kind === 'log' ? 'cells.log' : 'cells.winsorised', {
          before: number(done.before),
          after: number(done.after),
        })
      : '';

  const clamp = ({ clamped }: Present): string =>
    clamped
      ? text('cells.clamped', {
          node: clamped.name,
          before: number(clamped.value),
          after: number(clamped.floor),
        })
      : '';

  const story = ({ cell }: EditionCell): string => {
    if (!isPresent(cell)) {
      return text(cell.reason.kind === 'screened' ? 'origin.screened' : 'origin.missing');
    }
    return [origin(cell), treatment(cell), clamp(cell)].filter(Boolean).join(' ; ');
  };

  const plain = (
    key: string,
    title: string,
    of: (row: EditionCell) => string | null,
  ): CellColumn => ({ key, title, cell: (row) => of(row) ?? '–', raw: of });

  const figure = (
    key: string,
    title: string,
    of: (row: EditionCell) => number | null,
  ): CellColumn => ({ key, title, numeric: true, cell: (row) => number(of(row)), raw: of });

  return [
    plain('unit', text('cells.unit'), ({ unitName }) => unitName),
    plain('code', text('method.code'), ({ unit }) => unit),
    plain('year', text('edition.year'), ({ year }) => `${year}`),
    plain('indicator', text('cells.indicator'), ({ cell }) => cell.name),
    plain('unitOfMeasure', text('data.measure'), ({ cell }) => cell.unitOfMeasure),
    figure('value', text('cells.value'), ({ cell }) => cell.value),
    figure('normalised', text('cells.normalised'), ({ cell }) =>
      isPresent(cell) ? cell.normalised : null,
    ),
    {
      ...plain('flag', text('cells.flag'), ({ cell }) => (isPresent(cell) ? cell.flag : null)),
      cell: ({ cell }) =>
        isPresent(cell) && cell.flag !== null ? flagWords(cell.flag, text) : '–',
    },
    plain('story', text('cells.story'), story),
  ];
};
