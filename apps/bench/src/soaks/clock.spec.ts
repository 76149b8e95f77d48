import { describe, expect, it } from '@jest/globals';
import { missesOf } from '../run-short.js';
import experiment from './clock.js';

describe('clock', () => {
  it('keeps every event once, at the moment of the renderer’s own clock, however wrong that is', async () => {
    expect(await missesOf(experiment)).toEqual([]);
  });
});
