import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';
import type { SearchJob } from '../../../shared/contracts';
import { useCancelSearchWorkMutation, type Work } from '../api';
import { useTell } from '../use-tell';
import { useText } from '../use-text';
import { useTimes } from '../use-times';
import { Bar } from './bar';
import { WorkOutcome } from './work-outcome';

/** How far a run is, in percent of its phase; nothing where nobody can tell. */
const percentOf = ({ progress }: SearchJob): number | null =>
  progress && progress.total > 0
    ? Math.min(100, Math.round((progress.done / progress.total) * 100))
    : null;

const Running = ({ job, work, mayCancel }: { job: SearchJob; work: Work; mayCancel: boolean }) => {
  const text = useText();
  const { at } = useTimes();
  const tell = useTell();
  const [cancel, { isLoading }] = useCancelSearchWorkMutation();
  const [asked, setAsked] = useState<string>();
  const { progress, startedAt, runId } = job;
  const name = text(`work.${work}`);
  const phase = text(`phase.${progress?.phase ?? 'preparing'}`);
  const count =
    progress && progress.total > 0
      ? text('work.of', { done: progress.done, total: progress.total })
      : '';
  const isAsked = asked === runId;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status" data-running={work}>
      <Bar
        role="progressbar"
        label={text('work.progress', { work: name })}
        said={`${phase} ${count}`.trim()}
        percent={percentOf(job)}
      />
      <Flex justifyContent="space-between" gap={3}>
        <Typography variant="pi">{phase}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {count}
        </Typography>
      </Flex>
      {startedAt ? (
        <Typography variant="pi" textColor="neutral600">
          {text('work.started', { date: at(startedAt) })}
        </Typography>
      ) : null}
      {mayCancel ? (
        <Button
          variant="tertiary"
          loading={isLoading}
          disabled={isAsked}
          aria-label={text('work.cancel.label', { work: name })}
          onClick={async () => {
            setAsked(runId);
            tell(await cancel(work), () => text('work.cancelling'));
          }}
        >
          {text(isAsked ? 'work.cancelling' : 'work.cancel')}
        </Button>
      ) : null}
    </Flex>
  );
};

/** When the last run ended, and how. */
export const LastRun = ({ job }: { job: SearchJob | undefined }) => {
  const text = useText();
  const { at } = useTimes();
  if (job === undefined || job.state === 'running') {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('work.never')}
      </Typography>
    );
  }
  const { state, endedAt, startedAt, kind, outcome } = job;
  const date = endedAt ?? startedAt;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} data-last-run={kind}>
      <Typography variant="pi" fontWeight="semiBold">
        {text(`work.${state}`, { date: date === null ? '' : at(date) })}
      </Typography>
      <WorkOutcome kind={kind} outcome={outcome} />
    </Flex>
  );
};

/** One kind of work: what it does, its run under way or its last one, and what may be done. */
export const WorkCard = ({
  work,
  job,
  mayOperate,
  children,
}: {
  work: Work;
  job: SearchJob | undefined;
  mayOperate: boolean;
  /** What begins it. */
  children: ReactNode;
}) => {
  const text = useText();
  return (
    <Flex
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      gap={4}
      direction="column"
      alignItems="stretch"
      height="100%"
      width="100%"
    >
      <Box>
        <Typography tag="h3" variant="epsilon" fontWeight="semiBold">
          {text(`work.${work}`)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {text(`work.${work}.text`)}
        </Typography>
      </Box>
      {job?.state === 'running' ? (
        <Running job={job} work={work} mayCancel={mayOperate} />
      ) : (
        <>
          <LastRun job={job} />
          <Box marginTop="auto">
            {mayOperate ? (
              children
            ) : (
              <Typography variant="pi" textColor="neutral600">
                {text('work.forbidden')}
              </Typography>
            )}
          </Box>
        </>
      )}
    </Flex>
  );
};
