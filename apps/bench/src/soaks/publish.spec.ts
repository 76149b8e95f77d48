import { expect, it } from '@jest/globals';
import { missed } from '../experiment.js';
import { runExperiment } from '../runner.js';
import publish from './publish.js';

it('what is published reaches every renderer within a second, whatever broke before', async () => {
  const figures = await runExperiment(publish, { short: true, say: () => undefined });

  expect(missed(figures)).toEqual([]);
});
