import { useState } from 'react';
import { TextField } from '../../components/fields';
import { useText } from '../../use-text';
import { useDraftDesk } from '../draft-desk';

const PATH = ['uncertainty', 'winmax'];

const read = (given: string): number[] =>
  given.split(/[^0-9]+/).flatMap((part) => (part === '' ? [] : [Number(part)]));

/** Other numbers of points that may be winsorised, as one types a list. */
export const WinmaxAlternatives = () => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const chosen = ((valueAt(PATH) ?? []) as number[]).join(', ');
  const [typed, setTyped] = useState(chosen);
  // What is typed stays as it is, unless the draft has become another one (undo).
  const shown = read(typed).join(', ') === chosen ? typed : chosen;
  return (
    <TextField
      label={text('uncertainty.winmax')}
      hint={text('uncertainty.winmaxHint')}
      value={shown}
      onChange={(next) => {
        setTyped(next);
        const points = read(next);
        change(PATH, points.length === 0 ? undefined : points);
      }}
    />
  );
};
