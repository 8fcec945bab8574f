import { parentPort, workerData } from 'node:worker_threads';
import { editionInputs } from '../core/edition-inputs';
import { observationsOf } from '../core/figures';
import { nutsVersionOf } from '../core/nuts';
import { rangeFolder } from '../core/ranges';
import { resultOf } from '../core/result';
import { score } from '../core/score';
import { columnsUnder } from '../core/score-under';
import { joinReplications, replicate } from '../core/uncertainty';
import type { Answer, Order, ThreadInput } from './messages';

/** Replications between two words about the progress. */
const STEP = 25;

/** A thread's own copy of a run: it scores once, replicates its span for the rows it is asked for. */
const startThread = (port: NonNullable<typeof parentPort>, input: ThreadInput): void => {
  const { recipe, figures, years, span } = input;
  const scored = score({
    recipe,
    observations: observationsOf(figures),
    years,
    nutsVersion: nutsVersionOf(input.nutsVersion),
  });
  const columnsOf = columnsUnder(scored);
  const folder = rangeFolder(scored);
  const say = (answer: Answer, buffers: ArrayBuffer[] = []) => port.postMessage(answer, buffers);
  const handle = (order: Order): void => {
    switch (order.kind) {
      case 'inputs':
        say({ kind: 'inputs', ...editionInputs(input) });
        return;
      case 'replicate': {
        let done = 0;
        const onReplication = () => {
          if (++done % STEP === 0) say({ kind: 'progress', replications: STEP });
        };
        const { rows } = order;
        const settings = recipe.uncertainty;
        const part = replicate(scored, settings, { ...span, rows, columnsOf, onReplication });
        say({ kind: 'progress', replications: done % STEP });
        say(
          { kind: 'replicated', part },
          [...part.ranks.values()].map(({ buffer }) => buffer),
        );
        return;
      }
      case 'fold':
        folder.add(joinReplications(order.parts));
        say({ kind: 'folded' });
        return;
      case 'finish': {
        const result = resultOf(scored, folder.ranges());
        const { seed, draws } = result.uncertainty;
        const ranked = result.units.filter(
          ({ nodes }) => nodes[result.root]?.kind === 'available',
        ).length;
        say({ kind: 'finished', result: JSON.stringify(result), ranked, seed, draws });
      }
    }
  };
  port.on('message', handle);
  say({ kind: 'ready', blocks: scored.blocks, nodes: scored.plan.nodes.length });
};

if (parentPort) startThread(parentPort, workerData as ThreadInput);
