import type { GetSelfCheck } from '../../../shared/workbench-contracts';
import { ENGINE_VERSION } from '../core/engine-version';
import { oracles, runOracle } from '../core/oracles/run-oracles';

/** Runs the oracles that come with the engine, in the engine that scores. */
export default () => ({
  run(ctx: { body: unknown }) {
    const reports = oracles.map(runOracle);
    const data: GetSelfCheck['data'] = { engineVersion: ENGINE_VERSION, oracles: reports };
    ctx.body = { data } satisfies GetSelfCheck;
  },
});
