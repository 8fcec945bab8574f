import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { useBeginSearchWorkMutation, useGetSearchJobsQuery, type Work } from '../api';
import { CONFIGURE, OPERATE } from '../constants';
import { useMay } from '../use-may';
import { useTell } from '../use-tell';
import { useText } from '../use-text';
import { RebuildDialog } from './rebuild-dialog';
import { Section } from './section';
import { LastRun, WorkCard } from './work-card';

/** Milliseconds: a run under way tells its progress about as often; one begun elsewhere is noticed. */
const POLL = { running: 1_000, idle: 10_000 };

/** Check, repair and rebuild: what runs, whoever began it, and how the last one ended. */
export const Maintenance = ({
  targets,
  onEnded,
}: {
  targets: readonly string[];
  /** A run has ended: figures may have changed. */
  onEnded: () => void;
}) => {
  const text = useText();
  const tell = useTell();
  const mayOperate = useMay(OPERATE);
  const mayConfigure = useMay(CONFIGURE);
  const [pollingInterval, setPollingInterval] = useState(POLL.idle);
  const { data: jobs = [], isError } = useGetSearchJobsQuery(undefined, { pollingInterval });
  const [begin, { isLoading }] = useBeginSearchWorkMutation();
  const jobOf = (kind: string) => jobs.find((job) => job.kind === kind);
  const isRunning = jobs.some(({ state }) => state === 'running');

  const wasRunning = useRef(false);
  useEffect(() => {
    setPollingInterval(isRunning ? POLL.running : POLL.idle);
    if (wasRunning.current && !isRunning) onEnded();
    wasRunning.current = isRunning;
  }, [isRunning, onEnded]);

  const start = async (work: Work, locales?: string[]) =>
    tell(await begin({ work, locales }), () => text('work.begun', { work: text(`work.${work}`) }));

  const automatic = jobOf('reconcile');
  return (
    <Section title={text('work.title')}>
      {isError ? <Typography role="alert">{text('error')}</Typography> : null}
      <Grid.Root gap={4}>
        {(['check', 'repair'] as const).map((work) => (
          <Grid.Item key={work} col={4} m={12} xs={12} alignItems="stretch">
            <WorkCard work={work} job={jobOf(work)} mayOperate={mayOperate}>
              <Button variant="secondary" loading={isLoading} onClick={() => start(work)}>
                {text(`work.${work}.begin`)}
              </Button>
            </WorkCard>
          </Grid.Item>
        ))}
        <Grid.Item col={4} m={12} xs={12} alignItems="stretch">
          <WorkCard work="rebuild" job={jobOf('rebuild')} mayOperate={mayConfigure}>
            <RebuildDialog
              targets={targets}
              isLoading={isLoading}
              onConfirm={(locales) => start('rebuild', locales)}
            />
          </WorkCard>
        </Grid.Item>
      </Grid.Root>
      {automatic ? (
        <Flex gap={2} alignItems="flex-start" wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {text('work.reconcile')}
          </Typography>
          <LastRun job={automatic} />
        </Flex>
      ) : null}
    </Section>
  );
};
