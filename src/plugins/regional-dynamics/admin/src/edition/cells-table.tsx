import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { Page, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { CELL_STATES, type CellState, type GetEdition } from '../../../shared/admin-contracts';
import { stringify } from '../../../shared/stringify-csv';
import { useGetCellsQuery, useReadAllCells } from '../api';
import { Pager } from '../components/pager';
import { PlainTable } from '../components/plain-table';
import { csvFile, saveFile } from '../save-file';
import { type TextKey, useText } from '../use-text';
import { useCellColumns } from './use-cell-columns';

const isState = (value: string): value is CellState => CELL_STATES.some((state) => state === value);

/** Every cell of an edition that was imputed, treated, flagged or is missing: filtered, in pages, as CSV. */
export const CellsTable = ({ edition }: { edition: GetEdition['data'] }) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [state, setState] = useState<CellState>();
  const [indicator, setIndicator] = useState('');
  const [unit, setUnit] = useState('');
  const [page, setPage] = useState(1);
  const columns = useCellColumns();
  const filter = {
    reference: edition.reference,
    ...(state ? { state } : {}),
    ...(indicator ? { indicator } : {}),
    ...(unit ? { unit } : {}),
  };
  const { data, isLoading, isError } = useGetCellsQuery({ ...filter, page });
  const readAll = useReadAllCells();
  const save = async () => {
    const answer = await readAll(filter);
    if (answer === null) {
      toggleNotification({ type: 'danger', message: text('error') });
      return;
    }
    const lines = answer.map((cell) => columns.map((column) => column.raw(cell)));
    const head = columns.map(({ title }) => title);
    saveFile(`${edition.reference}-cells.csv`, csvFile(stringify([head, ...lines])));
  };
  const choose = (change: () => void) => {
    change();
    setPage(1);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h3" variant="delta">
        {text('cells.title')}
      </Typography>
      {data && (
        <Typography tag="p">
          {CELL_STATES.map((one) =>
            text(`cells.count.${one}` satisfies TextKey, { count: data.meta.counts[one] }),
          ).join(' · ')}
        </Typography>
      )}
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Field.Root width="22rem">
          <Field.Label>{text('cells.state')}</Field.Label>
          <SingleSelect
            value={state ?? 'all'}
            onChange={(value) =>
              choose(() => setState(isState(String(value)) ? (value as CellState) : undefined))
            }
          >
            {['all', ...CELL_STATES].map((one) => (
              <SingleSelectOption key={one} value={one}>
                {text(`cells.state.${one}` as TextKey)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root width="32rem">
          <Field.Label>{text('cells.indicator')}</Field.Label>
          <SingleSelect
            value={indicator || 'all'}
            onChange={(value) => choose(() => setIndicator(value === 'all' ? '' : String(value)))}
          >
            <SingleSelectOption value="all">{text('cells.state.all')}</SingleSelectOption>
            {edition.indicators.map(({ code, name }) => (
              <SingleSelectOption key={code} value={code}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root width="22rem">
          <Field.Label>{text('cells.unit')}</Field.Label>
          <TextInput
            value={unit}
            onChange={(event: { target: { value: string } }) =>
              choose(() => setUnit(event.target.value))
            }
          />
        </Field.Root>
        <Button
          variant="tertiary"
          startIcon={<Download />}
          onClick={save}
          aria-label={text('chart.save', { title: text('cells.title'), format: 'CSV' })}
        >
          CSV
        </Button>
      </Flex>
      {isLoading && <Page.Loading>{text('loading')}</Page.Loading>}
      {isError && <Page.Error content={text('error')} />}
      {data && data.data.length === 0 && <Page.NoData content={text('cells.none')} />}
      {data && data.data.length > 0 && (
        <>
          <PlainTable
            label={text('cells.title')}
            rows={data.data}
            keyOf={({ unit: code, year, cell }) => `${code} ${year} ${cell.indicator}`}
            columns={columns}
          />
          <Pager page={page} pageCount={data.meta.pagination.pageCount} onPage={setPage} />
        </>
      )}
    </Flex>
  );
};
