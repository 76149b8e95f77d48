import { setPriority } from 'node:os';
import { FolderLock, LockedError } from '../spool/lock.js';
import { Seal } from '../spool/seal.js';
import { Intake } from './intake.js';
import type { FromShipper, ShipperStart, ToShipper } from './messages.js';
import { Shipper } from './shipper.js';

// A process of its own: neither can take the other with it, and what it costs to ship is not taken from the fans who are
// being answered. It lives as long as its renderer, and afterwards only to ship what is there.

const lastTry = 2_000;
const niceness = 5;
const lockEvery = 50;

let ending: 'no' | 'yes' | 'now' = 'no';
let wake: () => void = () => undefined;

const tell = (message: FromShipper): void => {
  // The renderer may have gone this very moment.
  if (process.connected) process.send?.(message, () => undefined);
};

function end(): void {
  if (ending !== 'no') return;
  ending = 'yes';
  wake();
  setTimeout(() => {
    ending = 'now';
    wake();
  }, lastTry).unref();
  // Whatever hangs: a folder must not be held for longer.
  setTimeout(() => process.exit(0), 2 * lastTry).unref();
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((over) => {
    const timer = setTimeout(over, milliseconds);
    wake = () => {
      clearTimeout(timer);
      over();
    };
  });

/** The shipper of a renderer that died may be at its last try. */
async function lockFolder(directory: string): Promise<FolderLock | null> {
  for (let tries = 0; ending === 'no'; tries += 1) {
    try {
      return new FolderLock(directory, 'shipper.lock');
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      if (tries === (10 * lastTry) / lockEvery) tell({ kind: 'problem', level: 'error', reason: `events wait in the spool: its folder has another shipper. ${error.message}` });
      await pause(lockEvery);
    }
  }
  return null;
}

async function ship({ directory, apiUrl, rendererKey, spoolKey, countBefore }: ShipperStart): Promise<void> {
  const lock = await lockFolder(directory);
  if (!lock) return;
  try {
    const shipper = new Shipper({
      directory,
      intake: new Intake(apiUrl, rendererKey),
      seal: new Seal(spoolKey),
      pause,
      ending: () => ending,
      onState: (state) => tell({ kind: 'state', state }),
      onProblem: (level, reason) => tell({ kind: 'problem', level, reason }),
    });
    if (countBefore !== null) tell({ kind: 'backlog', ...(await shipper.countBefore(countBefore)), shipped: shipper.shipped() });
    await shipper.run();
  } finally {
    lock.release();
  }
}

// Ctrl-C and a supervisor's signal reach the whole group: the renderer says when it is time.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('SIGHUP', () => undefined);
process.on('disconnect', end);
process.on('message', (message: ToShipper) => {
  if (message.kind === 'stop') end();
  else if (message.kind === 'try-now') wake();
  else {
    ship(message).then(
      () => process.exit(0),
      (error: unknown) => {
        tell({ kind: 'problem', level: 'error', reason: `the shipper fell over: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
        process.exitCode = 1;
        process.disconnect();
      },
    );
  }
});
setPriority(niceness);
