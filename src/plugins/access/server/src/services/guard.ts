import { runTrusted } from '../guards/trusted';

/** What other parts of the server may ask of the guard. */
export default () => ({ runTrusted });
