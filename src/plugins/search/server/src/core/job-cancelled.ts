/** Somebody asked a run to end. */
export class JobCancelled extends Error {
  override name = 'JobCancelled';
  override message = 'Cancelled';
}
