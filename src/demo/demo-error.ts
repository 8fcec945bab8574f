/** Something that the person who started the demo can mend; its message is the one sentence they see. */
export class DemoError extends Error {
  override name = 'DemoError';
}
