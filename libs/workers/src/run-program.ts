import cluster from 'node:cluster';
import type { Life, Serving } from './life.js';
import type { ProcessSettings } from './process-settings.js';

/** One of our programs, as seen by whoever starts it. */
export interface Program<Settings extends ProcessSettings> {
  /** In the log: api, renderer. */
  name: string;
  /** @throws Error in words that are shown to whoever started the program */
  readSettings(): Settings;
  /**
   * Starts to serve. Loads everything that serving needs by itself: the primary calls this never, and stays small.
   * @throws Error in words that are shown to whoever started the program
   */
  serve(settings: Settings, life: Life): Promise<Serving>;
}

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
