import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Experiment, Figure } from './experiment.js';
import { endLoads } from './system/load.js';

export interface RunOptions {
  short: boolean;
  options?: ReadonlyMap<string, string>;
  say: (text: string) => void;
  /** Ends the run before its end. */
  signal?: AbortSignal;
}

/**
 * Runs one experiment in a scratch folder, and clears away whatever it started, however it ends.
 * @throws what the experiment threw; whatever fails while clearing away is thrown when the experiment itself did not fail
 */
export async function runExperiment(experiment: Experiment, { short, options = new Map(), say, signal }: RunOptions): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), `lynkify-${experiment.name}-`));
  // PostgreSQL has a user of its own when root runs this.
  chmodSync(folder, 0o711);
  const cleanUps: (() => Promise<void>)[] = [];
  const context: Context = { short, options, folder, say, after: (cleanUp) => void cleanUps.push(cleanUp) };
  const problems: unknown[] = [];
  let figures: Figure[] = [];
  try {
    const running = experiment.run(context);
    running.catch((error: unknown) => {
      // What goes on behind the back of an aborted run fails on what is cleared away below; that is told, and no more.
      if (signal?.aborted) say(`after it was stopped: ${error instanceof Error ? error.message : String(error)}`);
    });
    figures = await (signal ? Promise.race([running, aborted(signal)]) : running);
  } catch (error) {
    problems.push(error);
  }
  endLoads();
  for (let cleanUp = cleanUps.pop(); cleanUp; cleanUp = cleanUps.pop()) await cleanUp().catch((error: unknown) => problems.push(error));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  if (problems.length > 0) throw problems[0];
  return figures;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, stopped) => {
    const stop = () => stopped(new Error('Stopped before the end.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
