import { Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Choice } from './choice';
import { useText } from './use-text';

const Chip = styled(Flex)<{ $disabled: boolean }>`
  max-width: 100%;
  border: 1px solid
    ${({ theme, $disabled }) => theme.colors[$disabled ? 'neutral300' : 'primary200']};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $disabled }) => theme.colors[$disabled ? 'neutral150' : 'primary100']};
  color: ${({ theme, $disabled }) => theme.colors[$disabled ? 'neutral800' : 'primary600']};
  overflow-wrap: anywhere;
`;

// The design system's Tag has a button that submits the form around it.
const Remove = styled.button`
  display: flex;
  padding: ${({ theme }) => theme.spaces[2]};
  border: none;
  background: none;
  color: inherit;
  cursor: pointer;
`;

/** The chosen texts in their order, each with a button that removes it. */
export const Chips = ({
  chosen,
  label,
  disabled,
  onRemove,
}: {
  chosen: readonly Choice[];
  label: string;
  disabled: boolean;
  onRemove: (choice: Choice) => void;
}) => {
  const text = useText();
  if (chosen.length === 0) return null;
  return (
    <Flex
      tag="ul"
      role="list"
      wrap="wrap"
      gap={2}
      aria-label={text('chosen', { label })}
      data-string-list="chosen"
    >
      {chosen.map((choice) => (
        <Chip key={choice.value} tag="li" paddingLeft={3} $disabled={disabled}>
          <Typography
            variant="pi"
            fontWeight="semiBold"
            textColor="inherit"
            paddingTop={1}
            paddingBottom={1}
            paddingRight={disabled ? 3 : 1}
            title={choice.value}
          >
            {choice.title}
          </Typography>
          {disabled ? null : (
            <Remove
              type="button"
              aria-label={text('remove', { title: choice.title })}
              onClick={() => onRemove(choice)}
            >
              <Cross aria-hidden width="1.2rem" height="1.2rem" />
            </Remove>
          )}
        </Chip>
      ))}
    </Flex>
  );
};
