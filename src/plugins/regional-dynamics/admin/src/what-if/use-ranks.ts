import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Preview } from '../../../shared/workbench-contracts';
import { useErrorText } from '../use-error-text';
import { useRankWhatIfMutation } from '../workbench-api';
import { type Changes, changesBody } from './changes';

/** A slider on its way asks once. */
const DELAY_MS = 400;

/** Ranks of an edition under changes; they follow the changes. */
export const useRanks = (reference: string, changes: Changes) => {
  const { locale } = useIntl();
  const errorText = useErrorText();
  const [rank] = useRankWhatIfMutation();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isComputing, setComputing] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    let stop = () => {};
    const run = async () => {
      setComputing(true);
      const ranking = rank({ reference, locale, changes: changesBody(changes) });
      stop = () => ranking.abort();
      const ranked = await ranking;
      if (!isCurrent) return;
      setComputing(false);
      if ('error' in ranked) setRefusal(errorText(ranked.error));
      else {
        setRefusal(null);
        if (ranked.data.kind !== 'cancelled') setPreview(ranked.data);
      }
    };
    const timer = setTimeout(run, DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      stop();
    };
  }, [reference, changes, locale, rank]);
  return { preview, refusal, isComputing };
};
