import styled from 'styled-components';
import { markedParts } from '../marked-parts';

const Mark = styled.mark`
  background: ${({ theme }) => theme.colors.warning200};
  color: ${({ theme }) => theme.colors.neutral900};
  border-radius: 2px;
`;

/** A highlight of search, with what was found marked. */
export const MarkedText = ({ html }: { html: string }) => (
  <>
    {markedParts(html).map(({ text, isMarked, at }) =>
      isMarked ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
    )}
  </>
);
