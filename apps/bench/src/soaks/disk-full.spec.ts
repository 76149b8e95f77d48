import { expect, it } from '@jest/globals';
import { missed } from '../experiment.js';
import { runExperiment } from '../runner.js';
import diskFull from './disk-full.js';

it('a full disk stops no redirect, every loss is counted exactly, and what is kept is stored once', async () => {
  const figures = await runExperiment(diskFull, { short: true, say: () => undefined });

  expect(missed(figures)).toEqual([]);
});
