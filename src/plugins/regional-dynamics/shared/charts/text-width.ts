/** Mean width of a character of a sans-serif face, as a share of its size; rather too much. */
const SHARE = 0.56;

/** About how wide a text will be, in pixels: nobody measures where there is no browser. */
export const textWidth = (text: string, size: number): number => [...text].length * size * SHARE;

/** A text of at most so many characters, with a mark where it was cut. */
export const clip = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** A text in lines that fit the width; a word is never broken. */
export const wrap = (text: string, { size, width }: { size: number; width: number }): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};
