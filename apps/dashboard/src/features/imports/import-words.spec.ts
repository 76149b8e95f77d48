import { describe, expect, it } from '@jest/globals';
import { paceOf, sumOf, withSample, type Sample } from './import-words.js';

describe('the words of an import', () => {
  it('say what it came to, without what did not happen', () => {
    expect(sumOf({ total: 1_250, waiting: 0, created: 1_204, completed: 0, unchanged: 43, refused: 3 })).toBe('1,204 new, 43 unchanged, 3 refused');
    expect(sumOf({ total: 4, waiting: 4, created: 0, completed: 0, unchanged: 0, refused: 0 })).toBe('Nothing yet');
  });

  it('say how fast it is and how long the rest takes, once there is something to go by', () => {
    const samples = [{ at: 0, done: 100 }, { at: 1_000, done: 130 }, { at: 10_000, done: 400 }];
    expect(paceOf(samples.slice(0, 2), 600)).toBe('');
    expect(paceOf(samples, 600)).toBe('30 lines a second, about 20 seconds left');
    expect(paceOf([{ at: 0, done: 0 }, { at: 12_000, done: 4 }], 60)).toBe('20 lines a minute, about 3 minutes left');
    expect(paceOf([{ at: 0, done: 9 }, { at: 60_000, done: 9 }], 60)).toBe('');
  });

  it('go by the last seconds, and begin anew when lines were put back', () => {
    let samples: readonly Sample[] = [];
    for (let second = 0; second <= 30; second += 1) samples = withSample(samples, { at: second * 1_000, done: second < 15 ? second : 15 + (second - 15) * 10 });
    expect(paceOf(samples, 100)).toBe('10 lines a second, about 10 seconds left');
    expect(withSample(samples, { at: 31_000, done: 3 })).toEqual([{ at: 31_000, done: 3 }]);
  });
});
