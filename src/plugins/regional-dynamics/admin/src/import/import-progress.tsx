import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ImportJob } from '../../../shared/data-contracts';
import { Notice } from '../components/notice';
import { csvFile, saveFile } from '../save-file';
import { useErrorText } from '../use-error-text';
import { useText } from '../use-text';
import { useCancelImportMutation, useGetImportQuery } from '../workbench-api';
import { LineErrors } from './preview-report';

const POLL_MS = 700;

const VARIANTS = {
  running: 'info',
  done: 'success',
  refused: 'danger',
  failed: 'danger',
  cancelled: 'warning',
} as const;

/** An import on its way, what became of it, and its report. */
export const ImportProgress = ({
  job: started,
  total,
  onAgain,
}: {
  job: ImportJob;
  total: number;
  onAgain: () => void;
}) => {
  const text = useText();
  const errorText = useErrorText();
  const { get } = useFetchClient();
  const [isEnded, setEnded] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [cancel, cancelling] = useCancelImportMutation();
  const { data, error, refetch } = useGetImportQuery(started.id, {
    pollingInterval: isEnded ? 0 : POLL_MS,
  });
  const job = data ?? started;
  if (job.state !== 'running' && !isEnded) setEnded(true);
  const { created = 0, updated = 0, unchanged = 0 } = job.report ?? {};
  const share = total === 0 ? 0 : Math.min(100, Math.round((100 * job.figures) / total));
  const words = {
    running: text('import.running', { figures: job.figures, total }),
    done: text('import.done', { created, updated, unchanged }),
    refused: text('import.refused', { count: job.report?.wrong ?? 0 }),
    failed: text('import.failed', { message: job.message ?? '' }),
    cancelled: text('import.cancelled'),
  };
  const download = async () => {
    try {
      const url = `/regional-dynamics/imports/${job.id}/report`;
      const { data: csv } = await get<string>(url, { responseType: 'text' });
      saveFile(`${job.file}-report.csv`, csvFile(csv));
    } catch (failure) {
      setRefusal(errorText(failure));
    }
  };
  const stop = async () => {
    const answer = await cancel(job.id);
    if ('error' in answer) setRefusal(errorText(answer.error));
    else await refetch();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography fontWeight="semiBold">{text('import.chosen', { file: job.file })}</Typography>
      <Notice variant={VARIANTS[job.state]}>{words[job.state]}</Notice>
      {error && <Notice variant="danger">{errorText(error)}</Notice>}
      {refusal !== null && <Notice variant="danger">{refusal}</Notice>}
      {job.state === 'running' && <ProgressBar value={share} aria-label={words.running} />}
      {job.state === 'refused' && job.report && (
        <LineErrors wrong={job.report.wrong} errors={job.report.errors} />
      )}
      <Flex gap={3}>
        {job.state === 'running' ? (
          <Button variant="danger-light" loading={cancelling.isLoading} onClick={stop}>
            {text('import.cancel')}
          </Button>
        ) : (
          <Button onClick={onAgain}>{text('import.again')}</Button>
        )}
        {(job.state === 'done' || job.state === 'refused') && (
          <Button variant="secondary" startIcon={<Download />} onClick={download}>
            {text('import.report')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};
