import { readEnvironment } from './environment.js';
import { createLog, reasonOf } from './log.js';
import { startRenderer } from './renderer.js';

function sayAndExit(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = createLog(environment.logLevel);
  const renderer = await startRenderer(environment, log);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Someone who will not stop downloading must not keep the process alive.
    setTimeout(() => process.exit(0), 4_500).unref();
    renderer.stop().then(() => process.exit(0), (error: unknown) => sayAndExit(reasonOf(error)));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by another program of ours: not to outlive it.
  process.on('disconnect', stop);
}

main().catch((error: unknown) => {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  sayAndExit(taken ? `The port is taken: ${reasonOf(error)}. Set PORT to another one.` : reasonOf(error));
});
