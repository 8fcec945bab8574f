import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { GetRuns, RunState } from '../../../shared/admin-contracts';
import { OPERATE } from '../../../shared/permissions';
import { useCancelRunMutation, useGetRunsQuery, useStartRunMutation } from '../api';
import { useErrorText } from '../use-error-text';
import { useText } from '../use-text';
import { Notice } from './notice';

const SOON_MS = 1500;
const LATER_MS = 10_000;

const VARIANTS = {
  waiting: 'info',
  computing: 'info',
  cancelled: 'warning',
  failed: 'danger',
} as const;

type Run = GetRuns['data'][number];
type Shown = Exclude<RunState, { kind: 'done' }>;

const isActive = ({ kind }: RunState): boolean => kind === 'waiting' || kind === 'computing';

const RunNotice = ({
  name,
  state,
  onChange,
}: {
  name: string;
  state: Shown;
  /** Stops what runs, or begins anew what has stopped; null where one may not. */
  onChange: (() => void) | null;
}) => {
  const text = useText();
  const share = state.kind === 'computing' ? Math.round(100 * state.share) : 0;
  const words = text(`runs.${state.kind}`, {
    name,
    ...state,
    ...(state.kind === 'computing' && { year: `${state.year}` }),
    share,
  });
  return (
    <Notice variant={VARIANTS[state.kind]}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography>{words}</Typography>
        {state.kind === 'computing' && <ProgressBar value={share} aria-label={words} />}
        {onChange && (
          <Button size="S" variant="tertiary" onClick={onChange}>
            {text(isActive(state) ? 'runs.cancel' : 'runs.again')}
          </Button>
        )}
      </Flex>
    </Notice>
  );
};

/** Computations that wait, run, were stopped or failed; those that are done stand among the editions. */
export const RunList = ({
  nameOf,
  onDone,
}: {
  nameOf: (index: string) => string;
  onDone: () => void;
}) => {
  const errorText = useErrorText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [interval, setInterval] = useState(LATER_MS);
  const { data: runs = [], refetch } = useGetRunsQuery(interval);
  const [start] = useStartRunMutation();
  const [cancel] = useCancelRunMutation();
  const {
    allowedActions: { canOperate },
  } = useRBAC([{ action: OPERATE, subject: null }]);
  const wanted = runs.some(({ state }) => isActive(state)) ? SOON_MS : LATER_MS;
  if (wanted !== interval) setInterval(wanted);
  const done = JSON.stringify(runs.filter(({ state }) => state.kind === 'done'));
  useEffect(() => {
    if (done !== '[]') onDone();
  }, [done, onDone]);
  const change = async ({ index, state }: Run) => {
    setRefusal(null);
    const answer = await (isActive(state) ? cancel(index) : start(index));
    if ('error' in answer) setRefusal(errorText(answer.error));
    await refetch();
  };
  return (
    <>
      {refusal !== null && <Notice variant="danger">{refusal}</Notice>}
      {runs.map((run) =>
        run.state.kind === 'done' ? null : (
          <RunNotice
            key={run.index}
            name={nameOf(run.index)}
            state={run.state}
            onChange={canOperate ? () => change(run) : null}
          />
        ),
      )}
    </>
  );
};
