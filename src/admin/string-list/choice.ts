/** Something that can be picked: what is stored, and what the editor reads. */
export type Choice = { value: string; title: string };

/** What a list offers. `search` is given where the server is asked for what is typed. */
export type Choices = {
  choices: Choice[];
  isLoading: boolean;
  /** Whether the editor may not read what the list names, or it is not known yet. */
  isUnsearchable: boolean;
  search?: (text: string) => void;
};
