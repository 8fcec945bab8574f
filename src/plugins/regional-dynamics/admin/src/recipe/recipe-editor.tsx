import { Box, Button, Dialog, Flex, Grid, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import isEqual from 'lodash/isEqual';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { useIntl } from 'react-intl';
import { useBlocker } from 'react-router-dom';
import type { RecipeDocument } from '../../../shared/workbench-contracts';
import { SelectField } from '../components/fields';
import { Notice } from '../components/notice';
import { PreviewPanel } from '../components/preview-panel';
import { useErrorText } from '../use-error-text';
import { useText } from '../use-text';
import { useSaveRecipeMutation } from '../workbench-api';
import type { Draft, Weighting } from './draft';
import { DraftDeskProvider } from './draft-desk';
import { type History, type HistoryAction, historyReducer, opened } from './history';
import { IndicatorSettings } from './indicator-settings';
import { optionsOf } from './kinds';
import { ProblemList } from './problem-list';
import { RulesPanel } from './rules-panel';
import { setWeighting } from './tree-edits';
import { TreeNode } from './tree-node';
import { useDraftPreview } from './use-draft-preview';

const WEIGHTINGS = ['equal', 'given', 'budget'] as const satisfies Weighting[];

/** Asks before a draft that is not saved is left behind. */
const LeaveGuard = ({ isChanged }: { isChanged: boolean }) => {
  const text = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
  return (
    <Dialog.Root
      open={blocker.state === 'blocked'}
      onOpenChange={(isOpen) => !isOpen && blocker.reset?.()}
    >
      <Dialog.Content>
        <Dialog.Header>{text('recipe.leaveTitle')}</Dialog.Header>
        <Dialog.Body>{text('recipe.leave')}</Dialog.Body>
        <Dialog.Footer>
          <Button variant="tertiary" fullWidth onClick={() => blocker.reset?.()}>
            {text('recipe.stay')}
          </Button>
          <Button variant="danger-light" fullWidth onClick={() => blocker.proceed?.()}>
            {text('recipe.leaveAnyway')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};

/** Edits a recipe on a draft: what it would do to the ranks is shown beside it. */
export const RecipeEditor = ({ document: opening }: { document: RecipeDocument }) => {
  const text = useText();
  const errorText = useErrorText();
  const { locale } = useIntl();
  const { toggleNotification } = useNotification();
  const [saved, setSaved] = useState(opening);
  const [edition, setEdition] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [history, dispatch] = useReducer(
    historyReducer as (history: History<Draft>, action: HistoryAction<Draft>) => History<Draft>,
    opening.recipe as Draft,
    opened<Draft>,
  );
  const [save, saving] = useSaveRecipeMutation();
  const draft = history.present;
  const isChanged = useMemo(() => !isEqual(draft, saved.recipe), [draft, saved.recipe]);
  const found = useDraftPreview({ code: opening.code, draft, edition });
  const { problems } = found;
  const edit = (next: Draft, about: string) =>
    dispatch({ kind: 'change', next, about, at: Date.now() });
  const submit = async () => {
    setRefusal(null);
    const answer = await save({
      code: opening.code,
      recipe: draft,
      updatedAt: saved.updatedAt,
      locale,
    });
    if ('error' in answer) {
      const isConflict = (answer.error as { name?: string }).name === 'ConflictError';
      setRefusal(isConflict ? text('recipe.conflict') : errorText(answer.error));
      return;
    }
    setSaved(answer.data);
    toggleNotification({ type: 'success', message: text('recipe.saved') });
  };
  const desk = { draft, edit, problems, indicators: opening.indicators };
  const planned = opening.plan.map(({ year, from }, place) => ({
    value: `${place}`,
    label: from === null ? `${year}` : `${from}–${year}`,
  }));
  return (
    <DraftDeskProvider desk={desk}>
      <LeaveGuard isChanged={isChanged} />
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography variant="beta" tag="h2">
            {opening.name}
          </Typography>
          <Flex gap={2}>
            <Button
              variant="tertiary"
              disabled={history.past.length === 0}
              onClick={() => dispatch({ kind: 'undo' })}
            >
              {text('recipe.undo')}
            </Button>
            <Button
              variant="tertiary"
              disabled={history.future.length === 0}
              onClick={() => dispatch({ kind: 'redo' })}
            >
              {text('recipe.redo')}
            </Button>
            <Button
              variant="tertiary"
              disabled={!isChanged}
              onClick={() => edit(saved.recipe as Draft, 'reset')}
            >
              {text('recipe.reset')}
            </Button>
            <Button
              disabled={!isChanged || problems.length > 0}
              loading={saving.isLoading}
              onClick={submit}
            >
              {text('recipe.save')}
            </Button>
          </Flex>
        </Flex>
        {refusal !== null && <Notice variant="danger">{refusal}</Notice>}
        <Grid.Root gap={5}>
          <Grid.Item col={7} s={12} direction="column" alignItems="stretch">
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
                <Flex direction="column" alignItems="stretch" gap={4}>
                  <Flex justifyContent="space-between" alignItems="flex-end" gap={4}>
                    <Typography variant="delta" tag="h3">
                      {text('recipe.tree')}
                    </Typography>
                    <Box width="28rem">
                      <SelectField
                        label={text('recipe.weighting')}
                        value={draft.weighting ?? 'given'}
                        options={optionsOf(WEIGHTINGS, 'weighting', text)}
                        onChange={(weighting) => edit(setWeighting(draft, weighting), 'weighting')}
                      />
                    </Box>
                  </Flex>
                  <TreeNode node={draft.tree} path={[]} />
                </Flex>
              </Box>
              <Typography variant="delta" tag="h3">
                {text('recipe.indicators')}
              </Typography>
              <IndicatorSettings />
              <RulesPanel />
            </Flex>
          </Grid.Item>
          <Grid.Item col={5} s={12} direction="column" alignItems="stretch">
            <Box position="sticky" top="7rem">
              <Flex direction="column" alignItems="stretch" gap={3}>
                {problems.length > 0 && (
                  <Notice variant="warning">
                    <Typography tag="p" fontWeight="bold">
                      {text('recipe.problems', { count: problems.length })}
                    </Typography>
                    <ProblemList problems={problems} />
                  </Notice>
                )}
                {planned.length > 1 && (
                  <SelectField
                    label={text('preview.edition')}
                    value={`${edition}`}
                    options={planned}
                    onChange={(place) => setEdition(Number(place))}
                  />
                )}
                <PreviewPanel
                  title={text('preview.title')}
                  preview={found.preview}
                  isComputing={found.isComputing}
                  refusal={problems.length > 0 ? text('preview.wrong') : found.refusal}
                />
              </Flex>
            </Box>
          </Grid.Item>
        </Grid.Root>
      </Flex>
    </DraftDeskProvider>
  );
};
