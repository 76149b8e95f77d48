import { describe, expect, it } from '@jest/globals';
import { missesOf } from '../run-short.js';
import experiment from './slow-clients.js';

describe('slow-clients', () => {
  it('serves everyone else while five hundred take their time, and cuts those off', async () => {
    expect(await missesOf(experiment)).toEqual([]);
  });
});
