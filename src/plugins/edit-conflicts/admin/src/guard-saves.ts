import { type ConflictDetails, NOTHING_OPENED, OPENED_HEADER } from '../../shared/contracts';
import { askEditor } from './conflict-desk';
import { applyChoices } from './core/apply-choices';
import { findDifferences } from './core/find-differences';
import { type Fields, isFields, type Model, type Models } from './core/models';
import { type EntryAddress, openedEntry } from './core/opened-entry';
import { type Ask, api, type Endpoint, type Request } from './panel-api';
import { refusal, unsaved } from './refusal';

const statusOf = (error: unknown): unknown => (isFields(error) ? error.status : undefined);

const withOpened = (request: Request, opened: unknown): Request => ({
  ...request,
  config: {
    ...request.config,
    ...(opened === undefined ? {} : { headers: { [OPENED_HEADER]: opened } }),
  },
});

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const nameOf = (person: unknown): string | undefined => {
  if (!isFields(person)) return undefined;
  const names = [person.firstname, person.lastname].flatMap((name) => textOf(name) ?? []);
  return names.length > 0 ? names.join(' ') : textOf(person.username);
};

const readModels = async (ask: Ask, uid: string): Promise<Models | undefined> => {
  const { data } = await ask({ url: '/content-manager/init', method: 'GET' });
  const init = isFields(data) && isFields(data.data) ? data.data : {};
  const { contentTypes, components } = init as { contentTypes?: Model[]; components?: Model[] };
  const contentType = contentTypes?.find((model) => model.uid === uid);
  if (!contentType) return undefined;
  return {
    contentType,
    components: Object.fromEntries((components ?? []).map((model) => [model.uid, model])),
  };
};

const readStored = async (
  ask: Ask,
  { collectionType, model, documentId, params }: EntryAddress,
): Promise<{ entry: Fields; exists: boolean } | { error: unknown }> => {
  const { data, error } = await ask({
    url: `/content-manager/${collectionType}/${model}${collectionType === 'single-types' ? '' : `/${documentId}`}`,
    method: 'GET',
    config: { params },
  });
  const exists = statusOf(error) !== 404;
  if (error !== undefined && exists) return { error };
  return { entry: isFields(data) && isFields(data.data) ? data.data : {}, exists };
};

/** When the draft was saved that an answer tells of: a publication answers with the published row. */
const savedAt = (answer: unknown): unknown => {
  if (!isFields(answer) || !isFields(answer.data)) return undefined;
  const others = isFields(answer.meta) ? answer.meta.availableStatus : undefined;
  const draft = (Array.isArray(others) ? others : []).find(
    (version) => isFields(version) && version.publishedAt === null,
  );
  return isFields(draft) ? draft.updatedAt : answer.data.updatedAt;
};

/** What a save is made of: the data that is sent, and the version that it was made from. */
type Attempt = { data: Fields; base: Fields; version: string | undefined };

const versionOf = (entry: Fields): string => textOf(entry.updatedAt) ?? NOTHING_OPENED;

/** Whether a save was refused because of somebody else: another version is stored, or none. */
const isConflict = (error: unknown, { version }: Attempt): boolean => {
  const wasThere = version !== undefined && version !== NOTHING_OPENED;
  return statusOf(error) === 409 || (statusOf(error) === 404 && wasThere);
};

/**
 * Reads what is stored now and has the editor decide.
 * @returns the save to send next; an error that leaves the form as it is
 */
const settle = async ({
  attempt: { data, base, version },
  error,
  query,
  ask,
}: {
  attempt: Attempt;
  error: unknown;
  query: EntryAddress;
  ask: Ask;
}): Promise<Attempt | { error: unknown }> => {
  const stored = await readStored(ask, query);
  if ('error' in stored) return { error: unsaved(stored.error) };
  const models = await readModels(ask, query.model);
  const theirs = stored.entry;
  const next = versionOf(theirs);
  if (!models || next === version) return { error: refusal('refused') };
  const gone = stored.exists ? 'version' : 'entry';
  const deleted = next === NOTHING_OPENED ? gone : undefined;
  const { details } = error as { details?: Partial<ConflictDetails> };
  const differences = findDifferences({
    models,
    fields: details?.fields ?? Object.keys(models.contentType.attributes),
    // Of a version that is gone, every text of the form is one that somebody has taken away.
    base: deleted ? data : base,
    mine: data,
    theirs,
  });
  // Somebody has saved the same texts, or others' only: there is nothing to decide.
  const settled = differences.length === 0 && deleted === undefined;
  const choices = settled
    ? []
    : await askEditor({
        models,
        savedBy: nameOf(theirs.updatedBy),
        savedAt: textOf(theirs.updatedAt),
        differences,
        deleted,
      });
  if (choices === undefined) return { error: refusal(deleted ? 'deleted' : 'kept') };
  return {
    data: applyChoices({ models, mine: data, theirs, differences, choices }),
    base: theirs,
    version: next,
  };
};

/**
 * Has a save say which version its form was filled from. When somebody else has saved meanwhile, it
 * is sent again with what the editor decides; without a decision nothing is saved and the form stays
 * as it is.
 */
const guardSave = (endpoint: Endpoint): void => {
  const { query, transformResponse, invalidatesTags } = endpoint;
  if (!query) return;
  delete endpoint.query;
  endpoint.invalidatesTags = (result, error, argument, meta) =>
    error === undefined ? (invalidatesTags?.(result, error, argument, meta) ?? []) : [];

  endpoint.queryFn = async (argument, store, _options, ask) => {
    const opened = openedEntry(store.getState(), argument);
    let attempt: Attempt = {
      data: argument.data,
      base: opened?.entry ?? {},
      version: opened && versionOf(opened.entry),
    };
    for (;;) {
      const { data, base, version } = attempt;
      const answer = await ask(withOpened(query({ ...argument, data }), version));
      if (answer.error === undefined) {
        const saved = transformResponse?.(answer.data, undefined, argument) ?? answer.data;
        if (opened) {
          const shown = { ...base, ...data, updatedAt: savedAt(saved) };
          store.dispatch(
            api.util.updateQueryData('getDocument', opened.query, (draft) => {
              Object.assign(draft.data, shown);
            }),
          );
        }
        return { data: saved };
      }
      if (!opened || !isConflict(answer.error, attempt)) return { error: unsaved(answer.error) };
      const next = await settle({ attempt, error: answer.error, query: opened.query, ask });
      if ('error' in next) return next;
      attempt = next;
    }
  };
};

/** Has an action that drops the stored draft say which one was seen. */
const guardDiscard = (endpoint: Endpoint): void => {
  const { query, transformResponse } = endpoint;
  if (!query) return;
  delete endpoint.query;
  endpoint.queryFn = async (argument, store, _options, ask) => {
    const opened = openedEntry(store.getState(), argument)?.entry.updatedAt;
    const answer = await ask(withOpened(query(argument), opened));
    if (statusOf(answer.error) === 409) return { error: refusal('discard') };
    if (answer.error !== undefined) return answer;
    return { data: transformResponse?.(answer.data, undefined, argument) ?? answer.data };
  };
};

/** Guards every save of the content manager's forms, whichever view sends it. */
export const guardSaves = (): void => {
  api.enhanceEndpoints({
    endpoints: {
      updateDocument: guardSave,
      publishDocument: guardSave,
      discardDocument: guardDiscard,
    },
  });
};
