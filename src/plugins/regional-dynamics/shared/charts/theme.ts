/** Colours of a picture, each by what it stands for. */
export type Theme = {
  background: string;
  ink: string;
  muted: string;
  line: string;
  /** The mark that counts. */
  strong: string;
  /** What surrounds it: a range. */
  soft: string;
  accent: string;
  /** Told apart by those who see no red or no green (after Okabe and Ito 2008). */
  categories: readonly string[];
};

export const LIGHT: Theme = {
  background: '#ffffff',
  ink: '#1d1d2b',
  muted: '#55556d',
  line: '#dcdce4',
  strong: '#0b4f8a',
  soft: '#9cc4e6',
  accent: '#c2410c',
  categories: [
    '#0072b2',
    '#e69f00',
    '#009e73',
    '#cc79a7',
    '#56b4e9',
    '#d55e00',
    '#8c8c1a',
    '#5f5f6e',
  ],
};

export const DARK: Theme = {
  background: '#212134',
  ink: '#f2f2f7',
  muted: '#b4b4cd',
  line: '#46465f',
  strong: '#8cc8ff',
  soft: '#3d6c98',
  accent: '#ff9d5c',
  categories: [
    '#4aa8e8',
    '#f0b429',
    '#2fc79a',
    '#e39ac3',
    '#9ad7ff',
    '#f58a4b',
    '#d8d861',
    '#b9b9c6',
  ],
};

/** The colour of the k-th category; of more than there are, they begin again. */
export const categoryColour = ({ categories, muted }: Theme, place: number): string =>
  categories[place % categories.length] ?? muted;
