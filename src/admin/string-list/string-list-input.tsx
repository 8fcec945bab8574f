import {
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  TextInput,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';
import { listOptionsOf } from '../../string-lists/attribute';
import { contentsOf, type Holds } from '../../string-lists/contents';
import { Counter } from '../forms/counter';
import { Chips } from './chips';
import type { Choice } from './choice';
import { firstError } from './read-form';
import { useChoices } from './use-choices';
import { useText } from './use-text';

type InputProps = {
  name: string;
  label: string;
  attribute: { customField?: string; options?: unknown };
  value?: unknown;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
};

/** Lists of texts that nobody can list beforehand: they are typed. */
const TYPED = new Set(['keywords', 'addresses']);

const toTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];

const PROBLEMS = {
  languages: 'noLanguage',
  addresses: 'noAddress',
  references: 'noReference',
  codes: 'noCode',
} as const;

const problemKey = (holds: Holds) =>
  holds in PROBLEMS ? PROBLEMS[holds as keyof typeof PROBLEMS] : 'notAllowed';

/**
 * The input of a list of strings: chips, and a box that picks by title or, where the list is open,
 * takes what is typed at Enter. Backspace in the empty box removes the last chip.
 */
export const StringListInput = ({
  name,
  label,
  attribute,
  hint,
  labelAction,
  required = false,
  disabled = false,
}: InputProps) => {
  const field = useField<unknown>(name);
  const text = useText();
  const { formatMessage } = useIntl();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [news, setNews] = useState('');
  const options = listOptionsOf(attribute) ?? { holds: 'keywords' };
  const contents = contentsOf(options.holds);
  const values = toTexts(field.value);
  const { choices, isLoading, isUnsearchable, search } = useChoices(options, values);

  const choiceOf = (value: string): Choice =>
    choices.find((choice) => choice.value === value) ?? { value, title: value };
  const write = (next: string[]) => field.onChange(name, next.length === 0 ? null : next);
  const serialized = values.join('\n');
  // The combobox writes the title of what was picked into its box.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list has changed, and only then
  useLayoutEffect(() => {
    setTyped('');
    search?.('');
  }, [serialized]);

  const add = (words: readonly string[]) => {
    setProblem(undefined);
    const added = [...new Set(words)].filter((word) => !values.includes(word));
    if (added.length === 0) return setTyped('');
    write([...values, ...added]);
    setNews(text('added', { title: added.map((word) => choiceOf(word).title).join(', ') }));
  };
  const remove = (choice: Choice) => {
    write(values.filter((value) => value !== choice.value));
    setNews(text('removed', { title: choice.title }));
    box.current?.focus();
  };
  /** What was typed, where the list is open: at Enter, and when the editor goes on. */
  const addTyped = (): boolean => {
    const { holds } = options;
    if (typed.trim() === '' || contents?.choices) return false;
    const parts = holds === 'keywords' ? typed.split(',') : [typed];
    const words = parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const named = choices.find(({ title }) => title.toLowerCase() === part.toLowerCase());
        return named?.value ?? part;
      });
    const limit = contents?.maxLength ?? Number.POSITIVE_INFINITY;
    if (words.some((word) => word.length > limit)) {
      setProblem(formatMessage({ id: 'forms.counter.over' }, { limit }));
      return false;
    }
    const wrong = words.find((word) => !(contents?.allows?.(word) ?? true));
    if (wrong !== undefined) {
      setProblem(text(problemKey(holds), { text: wrong }));
      return false;
    }
    add(words);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      event.preventDefault();
      remove(choiceOf(values.at(-1) ?? ''));
    }
    // An option that the arrow keys have reached is picked by the combobox itself.
    const isOption = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !isOption && addTyped()) event.preventDefault();
    // Enter never submits the form around the box.
    if (event.key === 'Enter' && TYPED.has(options.holds)) event.preventDefault();
  };

  // Where nothing can be added, the chips say all; an empty list shows as an empty box.
  const isSettled = disabled && values.length > 0;
  const failed = firstError(field.rawError);
  const error = problem ?? (failed && formatMessage({ id: failed, defaultMessage: failed }));
  return (
    <Field.Root name={name} id={name} error={error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex
        direction="column"
        alignItems="stretch"
        gap={2}
        onKeyDownCapture={(event: KeyboardEvent) => {
          // The open combobox keeps the focus in, so that Tab would lead nowhere.
          if (event.key === 'Tab') flushSync(() => setIsOpen(false));
        }}
      >
        <Chips chosen={values.map(choiceOf)} label={label} disabled={disabled} onRemove={remove} />
        {isSettled ? null : TYPED.has(options.holds) ? (
          <TextInput
            ref={box}
            disabled={disabled}
            value={typed}
            placeholder={disabled ? '' : text('type')}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={addTyped}
          />
        ) : (
          <Combobox
            ref={box}
            disabled={disabled}
            value=""
            textValue={typed}
            onTextValueChange={setTyped}
            onInputChange={(event) => search?.(event.currentTarget.value)}
            onChange={(value) => value && add([value])}
            open={isOpen}
            onOpenChange={setIsOpen}
            onKeyDown={onKeyDown}
            autocomplete={{ type: 'list', filter: 'contains' }}
            placeholder={disabled ? '' : text(options.holds === 'references' ? 'search' : 'add')}
            loading={isLoading}
            loadingMessage={text('loading')}
            noOptionsMessage={() => text('none')}
          >
            {choices
              .filter(({ value }) => !values.includes(value))
              .map(({ value, title }) => (
                <ComboboxOption key={value} value={value} textValue={title}>
                  {title}
                </ComboboxOption>
              ))}
          </Combobox>
        )}
      </Flex>
      {TYPED.has(options.holds) && typed !== '' && contents ? (
        <Flex justifyContent="flex-end">
          <Counter length={typed.trim().length} limit={contents.maxLength} />
        </Flex>
      ) : null}
      {isUnsearchable && !disabled ? (
        <Typography variant="pi" textColor="neutral600">
          {text('unsearchable')}
        </Typography>
      ) : null}
      <Field.Hint />
      <Field.Error />
      <VisuallyHidden role="status" aria-live="polite">
        {news}
      </VisuallyHidden>
    </Field.Root>
  );
};
