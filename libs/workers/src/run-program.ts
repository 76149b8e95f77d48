import cluster from 'node:cluster';
import type { ProcessSettings } from './process-settings.js';
import type { Program } from './program.js';

/**
 * Runs a program until it is told to end: here, or by workers under a primary when there should be any. SIGTERM and
 * SIGINT end it in order; SIGHUP replaces the workers one by one.
 */
export async function runProgram<Settings extends ProcessSettings>(program: Program<Settings>): Promise<void> {
  try {
    const settings = program.readSettings();
    if (cluster.isPrimary && settings.workers > 0) {
      const { Primary } = await import('./primary.js');
      await new Primary(program.name, settings).start();
    } else {
      const { Server } = await import('./server-process.js');
      await new Server(program, settings).start();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
