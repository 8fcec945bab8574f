import {
  Checkbox,
  Field,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

type Frame = { label: string; hint?: string | undefined; error?: string | undefined };

const Framed = ({ label, hint, error, children }: Frame & { children: ReactNode }) => (
  <Field.Root
    width="100%"
    {...(error === undefined ? {} : { error })}
    {...(hint === undefined ? {} : { hint })}
  >
    <Field.Label>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

export const TextField = ({
  value,
  onChange,
  ...frame
}: Frame & { value: string; onChange: (value: string) => void }) => (
  <Framed {...frame}>
    <TextInput value={value} onChange={({ target }) => onChange(target.value)} />
  </Framed>
);

/** A number as the panel's language writes it; empty is undefined. */
export const NumberField = ({
  value,
  onChange,
  step = 1,
  placeholder,
  ...frame
}: Frame & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  step?: number;
  placeholder?: string;
}) => {
  const { locale } = useIntl();
  return (
    <Framed {...frame}>
      <NumberInput
        locale={locale}
        step={step}
        {...(value === undefined ? {} : { value })}
        {...(placeholder === undefined ? {} : { placeholder })}
        onValueChange={onChange}
      />
    </Framed>
  );
};

export type Option<T extends string> = { value: T; label: string };

export const SelectField = <T extends string>({
  value,
  options,
  onChange,
  placeholder,
  ...frame
}: Frame & {
  value: T | null;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  placeholder?: string;
}) => (
  <Framed {...frame}>
    <SingleSelect
      value={value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(chosen) => {
        const found = options.find((option) => option.value === chosen);
        if (found) onChange(found.value);
      }}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Framed>
);

export const CheckField = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) => (
  <Checkbox checked={value} onCheckedChange={(checked) => onChange(checked === true)}>
    {label}
  </Checkbox>
);
