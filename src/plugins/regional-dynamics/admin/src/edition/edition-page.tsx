import {
  Badge,
  Box,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Tabs,
  Typography,
} from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { Link, useParams } from 'react-router-dom';
import type { EditionFigures, GetEdition } from '../../../shared/admin-contracts';
import { useGetEditionQuery } from '../api';
import { UnitFinder } from '../components/unit-finder';
import { HOME } from '../constants';
import { type TextKey, useText } from '../use-text';
import { ChangeView } from './change-view';
import { CompareView } from './compare-view';
import { MapView } from './map-view';
import { MethodView } from './method-view';
import { RowsView } from './rows-view';
import { StatisticsView } from './statistics-view';
import { useAddress } from './use-address';

type Edition = GetEdition['data'];

const VIEWS = [
  'ranking',
  'domains',
  'contributions',
  'map',
  'change',
  'compare',
  'statistics',
  'method',
] as const;

type View = (typeof VIEWS)[number];

const isView = (name: string | undefined): name is View => VIEWS.some((view) => view === name);

const ViewContent = ({ view, edition }: { view: View; edition: Edition }) => {
  switch (view) {
    case 'ranking':
    case 'domains':
    case 'contributions':
      return <RowsView figures={edition} view={view} />;
    case 'map':
      return <MapView figures={edition} />;
    case 'change':
      return <ChangeView figures={edition} />;
    case 'compare':
      return <CompareView figures={edition} />;
    case 'statistics':
      return <StatisticsView figures={edition} />;
    case 'method':
      return <MethodView edition={edition} />;
  }
};

const Controls = ({ figures }: { figures: EditionFigures }) => {
  const text = useText();
  const { value, change } = useAddress();
  const { years, year, units } = figures;
  return (
    <Flex gap={5} alignItems="flex-end" wrap="wrap">
      {years.length > 1 && (
        <Field.Root width="16rem">
          <Field.Label>{text('edition.year')}</Field.Label>
          <SingleSelect
            value={`${year}`}
            onChange={(chosen) => change({ year: chosen, page: null })}
          >
            {[...years].reverse().map((one) => (
              <SingleSelectOption key={one} value={`${one}`}>
                {one}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <UnitFinder
        label={text('edition.find')}
        units={units}
        value={value('region')}
        onUnit={(unit) => change({ region: unit, page: null })}
      />
    </Flex>
  );
};

const Content = ({ edition }: { edition: Edition }) => {
  const text = useText();
  const { value, change } = useAddress();
  const { summary, index } = edition;
  const asked = value('view');
  const view = isView(asked) ? asked : 'ranking';
  const years = summary.from === null ? `${summary.year}` : `${summary.from}–${summary.year}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={3} alignItems="center" wrap="wrap">
        <Typography tag="h2" variant="beta">
          {index.name} {years}
        </Typography>
        {summary.publishedAt === null ? (
          <Badge>{text('editions.draft')}</Badge>
        ) : (
          <Badge backgroundColor="success100" textColor="success700">
            {text('editions.published')}
          </Badge>
        )}
        <Typography textColor="neutral600">{summary.reference}</Typography>
      </Flex>
      <Controls figures={edition} />
      <Tabs.Root
        variant="simple"
        value={view}
        onValueChange={(chosen) => change({ view: chosen, page: null })}
      >
        <Tabs.List aria-label={text('edition.views')}>
          {VIEWS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              {text(`view.${name}` satisfies TextKey)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {VIEWS.map((name) => (
          <Tabs.Content key={name} value={name}>
            <Box paddingTop={5}>
              {name === view && <ViewContent view={view} edition={edition} />}
            </Box>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Flex>
  );
};

/** One edition: its charts, regions side by side, method and data. */
export const EditionPage = () => {
  const text = useText();
  const { reference = '' } = useParams();
  const { value } = useAddress();
  const { data, isLoading, isError } = useGetEditionQuery({ reference, year: value('year') });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag={Link} to={`${HOME}/editions`} gap={2} width="fit-content">
        <ArrowLeft aria-hidden fill="primary600" />
        <Typography textColor="primary600">{text('edition.back')}</Typography>
      </Flex>
      {isLoading && <Page.Loading>{text('loading')}</Page.Loading>}
      {isError && <Page.Error content={text('edition.error', { reference })} />}
      {data && <Content edition={data} />}
    </Flex>
  );
};
