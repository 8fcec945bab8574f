import { Flex } from '@strapi/design-system';
import { InputRenderer, useField } from '@strapi/strapi/admin';
import type { ComponentProps, ReactNode } from 'react';
import { Counter } from './counter';

type TextInputProps = Extract<
  ComponentProps<typeof InputRenderer>,
  { type: 'text' | 'string' | 'password' | 'email' }
>;

/** What the content manager passes to an input, and the help that our hook adds. */
type Props = TextInputProps & {
  attribute?: { maxLength?: number };
  help?: ReactNode;
  /** Of relations and unique fields: the content manager keeps them from plain inputs, too. */
  mainField?: unknown;
  unique?: unknown;
};

/**
 * The content manager's input for short texts with a count of its characters: "12 / 100". It stands
 * for the built-in input of `string` and `text`.
 */
export const LimitedInput = ({ help, mainField: _, unique: __, ...props }: Props) => {
  const { value, error } = useField<string | null>(props.name);
  const limit = props.attribute?.maxLength;
  // Nobody has to mind the length of what they cannot change.
  if (limit === undefined || props.disabled) return <InputRenderer {...props} />;
  const counter = <Counter length={value?.length ?? 0} limit={limit} />;
  const hint = (
    <Flex tag="span" justifyContent="space-between" alignItems="flex-start" gap={4}>
      <span>{help}</span>
      {counter}
    </Flex>
  );
  return (
    <>
      <InputRenderer {...props} hint={hint} />
      {/* An error takes the hint's place. */}
      {error ? <Flex justifyContent="flex-end">{counter}</Flex> : null}
    </>
  );
};
