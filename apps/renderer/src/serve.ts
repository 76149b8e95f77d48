import type { Life, Serving } from '@lynkify/workers';
import type { Environment } from './environment.js';
import { createLog, reasonOf } from './log.js';
import { startRenderer } from './renderer.js';

/** @throws Error in words for whoever started the program */
export async function serve(environment: Environment, life: Life): Promise<Serving> {
  try {
    return await startRenderer(environment, createLog(environment.logLevel), life);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`The port is taken: ${reasonOf(error)}. Set PORT to another one.`, { cause: error });
  }
}
