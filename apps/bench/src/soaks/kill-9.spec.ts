import { describe, expect, it } from '@jest/globals';
import { missesOf } from '../run-short.js';
import experiment from './kill-9.js';

describe('kill-9', () => {
  it('stores once whatever was acknowledged, whichever program was killed', async () => {
    expect(await missesOf(experiment)).toEqual([]);
  });
});
