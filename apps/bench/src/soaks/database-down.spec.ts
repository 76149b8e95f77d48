import { describe, expect, it } from '@jest/globals';
import { missesOf } from '../run-short.js';
import experiment from './database-down.js';

describe('database-down', () => {
  it('goes on serving while PostgreSQL is stopped or frozen, says 503 where it cannot, and loses nothing', async () => {
    expect(await missesOf(experiment)).toEqual([]);
  });
});
