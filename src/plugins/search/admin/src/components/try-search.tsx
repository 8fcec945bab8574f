import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { type FormEvent, useState } from 'react';
import {
  PREVIEW_PAGE,
  type Question,
  useGetIndexedTypesQuery,
  useGetSearchPreviewQuery,
} from '../api';
import { useLanguageTitle, useTypeName } from '../use-names';
import { useText } from '../use-text';
import { FoundEntry } from './found-entry';
import { Pager } from './pager';

/** A select's empty value stands for its placeholder. */
const ALL_TYPES = 'all';

type Draft = Omit<Question, 'page'>;

const Choice = ({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) => (
  <Field.Root>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
      {options.map(([option, name]) => (
        <SingleSelectOption key={option} value={option}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

const QuestionForm = ({
  targets,
  defaultLocale,
  isLoading,
  onAsk,
}: {
  targets: readonly string[];
  defaultLocale: string;
  isLoading: boolean;
  onAsk: (question: Draft) => void;
}) => {
  const text = useText();
  const languageTitle = useLanguageTitle();
  const typeName = useTypeName();
  const { data: types = [] } = useGetIndexedTypesQuery();
  const [draft, setDraft] = useState<Draft>({
    q: '',
    locale: defaultLocale,
    type: ALL_TYPES,
    as: 'visitor',
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ ...draft, type: draft.type === ALL_TYPES ? '' : draft.type });
  };
  const typeOptions = types
    .map(({ type }) => [type, typeName(type)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <form onSubmit={submit}>
        <Grid.Root gap={4}>
          <Grid.Item col={12} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={text('try.q.hint')}>
              <Field.Label>{text('try.q')}</Field.Label>
              <TextInput
                type="search"
                value={draft.q}
                maxLength={300}
                onChange={(event: { target: { value: string } }) =>
                  change({ q: event.target.value })
                }
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={3} m={6} xs={12} alignItems="stretch" direction="column">
            <Choice
              label={text('try.locale')}
              value={draft.locale}
              options={targets.map((target) => [target, languageTitle(target)])}
              onChange={(locale) => change({ locale })}
            />
          </Grid.Item>
          <Grid.Item col={4} m={6} xs={12} alignItems="stretch" direction="column">
            <Choice
              label={text('try.type')}
              value={draft.type}
              options={[[ALL_TYPES, text('try.type.all')], ...typeOptions]}
              onChange={(type) => change({ type })}
            />
          </Grid.Item>
          <Grid.Item col={3} m={6} xs={12} alignItems="stretch" direction="column">
            <Choice
              label={text('try.as')}
              value={draft.as}
              options={[
                ['visitor', text('try.as.visitor')],
                ['member', text('try.as.member')],
              ]}
              onChange={(as) => change({ as: as === 'member' ? 'member' : 'visitor' })}
            />
          </Grid.Item>
          <Grid.Item col={2} m={6} xs={12} alignItems="flex-end" direction="row">
            <Button type="submit" size="L" startIcon={<Search />} loading={isLoading} fullWidth>
              {text('try.search')}
            </Button>
          </Grid.Item>
        </Grid.Root>
      </form>
    </Box>
  );
};

const Answer = ({ question, onPage }: { question: Question; onPage: (page: number) => void }) => {
  const text = useText();
  const { data, isError, isFetching } = useGetSearchPreviewQuery(question);
  if (isError) return <Typography role="alert">{text('try.error')}</Typography>;
  if (data === undefined) return null;
  const { pagination } = data.meta;
  const pages = 'pageCount' in pagination ? pagination.pageCount : 1;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
      <Box role="status">
        <Typography variant="delta">{text('try.total', { total: pagination.total })}</Typography>
        {pagination.total === 0 ? (
          <Box paddingTop={2}>
            <Typography>{text('try.none')}</Typography>
          </Box>
        ) : null}
      </Box>
      <Flex
        tag="ol"
        direction="column"
        alignItems="stretch"
        gap={4}
        aria-label={text('try.results')}
      >
        {data.data.map((hit, index) => (
          <FoundEntry
            key={`${hit.type} ${hit.documentId}`}
            hit={hit}
            position={(question.page - 1) * PREVIEW_PAGE + index + 1}
          />
        ))}
      </Flex>
      <Pager of={text('try.results')} page={question.page} pages={pages} onPage={onPage} />
    </Flex>
  );
};

/** Searches as a visitor would, and tells why each entry stands where it does. */
export const TrySearch = ({
  targets,
  defaultLocale,
}: {
  targets: readonly string[];
  defaultLocale: string;
}) => {
  const text = useText();
  const [question, setQuestion] = useState<Question>();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <QuestionForm
        targets={targets}
        defaultLocale={defaultLocale}
        isLoading={false}
        onAsk={(draft) => setQuestion({ ...draft, page: 1 })}
      />
      {question ? (
        <Answer question={question} onPage={(page) => setQuestion({ ...question, page })} />
      ) : (
        <Typography textColor="neutral600">{text('try.begin')}</Typography>
      )}
    </Flex>
  );
};
