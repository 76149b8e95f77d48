import { runProgram } from '@lynkify/workers';
import { readEnvironment } from './environment.js';

await runProgram({
  name: 'renderer',
  readSettings: () => readEnvironment(),
  // Only what serves loads it.
  serve: async (environment, life) => (await import('./serve.js')).serve(environment, life),
});
