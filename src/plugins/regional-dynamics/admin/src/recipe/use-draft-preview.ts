import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { FieldProblem, Preview } from '../../../shared/workbench-contracts';
import { useErrorText } from '../use-error-text';
import { useCheckRecipeMutation, usePreviewRecipeMutation } from '../workbench-api';
import type { Draft } from './draft';

/** A slider on its way asks once. */
const DELAY_MS = 400;

/** What the server finds wrong with the draft, and where it ranks regions; both follow the draft. */
export const useDraftPreview = ({
  code,
  draft,
  edition,
}: {
  code: string;
  draft: Draft;
  edition: number;
}) => {
  const { locale } = useIntl();
  const errorText = useErrorText();
  const [check] = useCheckRecipeMutation();
  const [rank] = usePreviewRecipeMutation();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isComputing, setComputing] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    let stop = () => {};
    const run = async () => {
      setComputing(true);
      const checking = check({ recipe: draft, locale });
      stop = () => checking.abort();
      const checked = await checking;
      if (!isCurrent) return;
      if ('error' in checked) {
        setRefusal(errorText(checked.error));
        setComputing(false);
        return;
      }
      setProblems(checked.data.problems);
      setRefusal(null);
      if (checked.data.problems.length > 0) {
        setComputing(false);
        return;
      }
      const ranking = rank({ code, recipe: draft, edition, locale });
      stop = () => ranking.abort();
      const ranked = await ranking;
      if (!isCurrent) return;
      setComputing(false);
      if ('error' in ranked) setRefusal(errorText(ranked.error));
      else if (ranked.data.kind !== 'cancelled') setPreview(ranked.data);
    };
    const timer = setTimeout(run, DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      stop();
    };
  }, [draft, code, edition, locale, check, rank]);
  return { problems, preview, refusal, isComputing };
};
