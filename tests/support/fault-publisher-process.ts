import { setTimeout as sleep } from 'node:timers/promises';
import { loadPublisherSettings } from '../../scripts/lib/config.ts';
import { runPublisher } from '../../scripts/lib/publisher/run-publisher.ts';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { createFakeRenderers } from './fake-renderer.ts';
import { armFault, operationsSoFar, type Fault } from './fault-points.ts';
import { shiftClock } from './shifted-clock.ts';

/** What a test asks of the process. Each is answered with `{done: …}`. */
export type FaultOrder =
  | { do: 'arm'; at: number; fault: Fault; isLasting: boolean; only: string }
  | { do: 'operations' }
  /** Every build takes at least this long. */
  | { do: 'slow-down'; ms: number }
  /** Moves the clock of the process. */
  | { do: 'shift-clock'; ms: number };

/** What the process tells without being asked. */
export interface BuildNote {
  build: 'begins' | 'ends';
  region: string;
}

/**
 * The publisher as a process of its own, with renderers that are fast, and faults at a test's
 * command. Start it with `--import fault-points.ts`.
 */
let buildMs = Number(process.env['FAULT_BUILD_MS'] ?? '0');
const renderers = createFakeRenderers();
renderers.before = async ({ region }) => {
  process.send?.({ build: 'begins', region } satisfies BuildNote);
  if (buildMs > 0) await sleep(buildMs);
};
renderers.after = ({ region }) => {
  process.send?.({ build: 'ends', region } satisfies BuildNote);
};

process.on('message', (order: FaultOrder) => {
  process.send?.({ done: carryOut(order) });
});
// A test that dies must not leave its publisher behind.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

function carryOut(order: FaultOrder): unknown {
  switch (order.do) {
    case 'arm':
      armFault(order.at, order.fault, order.isLasting, order.only);
      return true;
    case 'operations':
      return operationsSoFar();
    case 'slow-down':
      buildMs = order.ms;
      return true;
    case 'shift-clock':
      shiftClock(order.ms);
      return true;
  }
}

await runCommand(async () => {
  await runPublisher(loadPublisherSettings({ envFile: '/dev/null' }), {
    openRenderer: renderers.open,
    buildKey: 'test',
    clientDir: '/nowhere',
  });
});
