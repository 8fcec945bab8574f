import { Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { EditionFigures, GetStatistics } from '../../../shared/admin-contracts';
import { useGetStatisticsQuery } from '../api';
import { Notice } from '../components/notice';
import { SavedTable } from '../components/saved-table';
import { type TextKey, useText } from '../use-text';
import { ConvergenceTables } from './convergence-tables';
import { SensitivityTable } from './sensitivity-table';

type Statistics = GetStatistics['data'];
type Part = { statistics: Statistics; reference: string };

const DoubleCounting = ({ correlations }: Statistics) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const doubled = correlations.filter(({ doubleCounting }) => doubleCounting);
  if (doubled.length === 0) return null;
  return (
    <Notice variant="warning">
      <Typography tag="p">{text('statistics.double', { count: doubled.length })}</Typography>
      {doubled.map(({ a, b, r }) => (
        <Typography tag="p" key={`${a.code} ${b.code}`} fontWeight="semiBold">
          {text('statistics.pair', {
            a: a.name,
            b: b.name,
            r: formatNumber(r ?? 0, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
          })}
        </Typography>
      ))}
    </Notice>
  );
};

/** Says why there is no figure. */
const useReason = () => {
  const text = useText();
  return ({ reason }: { reason?: { kind: string } }): string | null =>
    reason ? text(`statistics.reason.${reason.kind}` as TextKey) : null;
};

const Correlations = ({ statistics: { correlations }, reference }: Part) => {
  const text = useText();
  const reasonOf = useReason();
  const names = new Map(
    correlations.flatMap(({ a, b }) => [a, b]).map(({ code, name }) => [code, name]),
  );
  const codes = [...names.keys()];
  const between = (a: string, b: string): number | string | null => {
    if (a === b) return 1;
    const pair = correlations.find(
      (one) => [a, b].includes(one.a.code) && [a, b].includes(one.b.code),
    );
    return pair ? (pair.r ?? reasonOf(pair)) : null;
  };
  return (
    <SavedTable
      title={text('statistics.correlations')}
      hint={text('statistics.correlationsHint')}
      file={`${reference}-correlations`}
      rows={[...names]}
      columns={[
        {
          key: 'name',
          title: text('data.indicator'),
          of: ([code, name]) => `${codes.indexOf(code) + 1}. ${name}`,
        },
        ...[...names].map(([code, name], place) => ({
          key: code,
          title: name,
          short: `${place + 1}`,
          digits: 2,
          of: ([own]: [string, string]) => between(own, code),
        })),
      ]}
    />
  );
};

const Nodes = ({ statistics: { nodes }, reference }: Part) => {
  const text = useText();
  const reasonOf = useReason();
  return (
    <SavedTable
      title={text('statistics.nodes')}
      hint={text('statistics.nodesHint')}
      file={`${reference}-nodes`}
      rows={nodes.flatMap(({ children, ...node }) => children.map((child) => ({ node, child })))}
      columns={[
        { key: 'child', title: text('statistics.child'), of: ({ child }) => child.name },
        { key: 'node', title: text('method.parent'), of: ({ node }) => node.name },
        { key: 'weight', title: text('tree.weight'), digits: 3, of: ({ child }) => child.weight },
        {
          key: 'balanced',
          title: text('statistics.balanced'),
          digits: 3,
          of: ({ node, child }) =>
            node.unbalanced === null
              ? child.balancedWeight
              : reasonOf({ reason: { kind: node.unbalanced } }),
        },
        {
          key: 'r',
          title: text('statistics.withNode'),
          digits: 2,
          of: ({ child }) => child.r ?? reasonOf(child),
        },
        {
          key: 'alpha',
          title: text('statistics.alpha'),
          digits: 2,
          of: ({ node }) => node.alpha ?? reasonOf(node),
        },
      ]}
    />
  );
};

const Components = ({
  statistics: { components, noComponents, correlations },
  reference,
}: Part) => {
  const text = useText();
  const [first] = components;
  if (!first) {
    const kind = noComponents?.kind ?? 'too-few';
    const code = String(noComponents?.code ?? '');
    const constant = correlations.flatMap(({ a, b }) => [a, b]).find((one) => one.code === code);
    return (
      <Notice variant="info">
        {text(`statistics.noComponents.${kind}` as TextKey, { name: constant?.name ?? code })}
      </Notice>
    );
  }
  const rows: { name: string; figures: number[] }[] = [
    {
      name: text('statistics.eigenvalue'),
      figures: components.map(({ eigenvalue }) => eigenvalue),
    },
    { name: text('statistics.share'), figures: components.map(({ share }) => share) },
    ...first.loadings.map(({ name }, place) => ({
      name,
      figures: components.map(({ loadings }) => loadings[place]?.loading ?? 0),
    })),
  ];
  return (
    <SavedTable
      title={text('statistics.components')}
      hint={text('statistics.componentsHint')}
      file={`${reference}-components`}
      rows={rows}
      columns={[
        { key: 'name', title: text('statistics.figure'), of: ({ name }) => name },
        ...components.map((_, place) => ({
          key: `${place}`,
          title: text('statistics.component', { number: place + 1 }),
          digits: 2,
          of: ({ figures }: { figures: number[] }) => figures[place] ?? null,
        })),
      ]}
    />
  );
};

const LeaveOneOut = ({ statistics: { leaveOneOut }, reference }: Part) => {
  const text = useText();
  const reasonOf = useReason();
  const rows = [...leaveOneOut].sort((a, b) => (b.meanShift ?? -1) - (a.meanShift ?? -1));
  return (
    <SavedTable
      title={text('statistics.leaveOneOut')}
      hint={text('statistics.leaveOneOutHint')}
      file={`${reference}-leave-one-out`}
      rows={rows}
      columns={[
        { key: 'name', title: text('statistics.without'), of: ({ name }) => name },
        { key: 'code', title: text('method.code'), of: ({ code }) => code },
        {
          key: 'mean',
          title: text('statistics.meanShift'),
          digits: 1,
          of: (one) => one.meanShift ?? reasonOf(one),
        },
        { key: 'max', title: text('statistics.maxShift'), digits: 0, of: (one) => one.maxShift },
        {
          key: 'unranked',
          title: text('statistics.unranked'),
          digits: 0,
          of: (one) => one.unranked,
        },
      ]}
    />
  );
};

/** What the figures of an edition's year say of the index itself. */
export const StatisticsView = ({ figures: { reference, year } }: { figures: EditionFigures }) => {
  const text = useText();
  const { data, isFetching, isError } = useGetStatisticsQuery({ reference, year });
  if (isFetching) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  const part = { statistics: data, reference: `${reference}-${year}` };
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Typography>{text('statistics.intro')}</Typography>
      <DoubleCounting {...data} />
      <Correlations {...part} />
      <Nodes {...part} />
      <Components {...part} />
      <LeaveOneOut {...part} />
      <SensitivityTable {...part} />
      <ConvergenceTables {...part} />
    </Flex>
  );
};
