import { expect, it } from '@jest/globals';
import { missed } from '../experiment.js';
import { runExperiment } from '../runner.js';
import restart from './restart.js';

it('the workers of both programs are replaced under load without a failed request, and nothing is lost or doubled', async () => {
  const figures = await runExperiment(restart, { short: true, say: () => undefined });

  expect(missed(figures)).toEqual([]);
});
