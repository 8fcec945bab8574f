/** The engine could not be asked, or is not well: nobody's fault, to be tried again later. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

/** The engine understood and refused: the same request will be refused again. */
export class EngineRefused extends Error {
  override name = 'EngineRefused';
  readonly status: number;
  readonly code: string;

  constructor({ status, code, message }: { status: number; code: string; message: string }) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
