/** Input that cannot be worked with: printed as its sentences, without a stack, and exit 1. */
export class Refusal extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}
