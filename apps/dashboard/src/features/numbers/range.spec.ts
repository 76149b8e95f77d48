import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '../../calendar.js';
import { chosenRange, daysOf, longestRange, rangeSearch, ranges, readNumbersSearch, readRange } from './range.js';

const today = '2026-11-22';

describe('the days of the numbers', () => {
  it('are four weeks up to today when nothing was chosen', () => {
    expect(daysOf({}, today)).toEqual({ from: '2026-10-26', to: today });
  });

  it.each(ranges)('are %d days, today included', (days) => {
    const { from, to } = daysOf(rangeSearch(days), today);
    expect(to).toBe(today);
    expect(daysBetween(from, to)).toBe(days);
    expect(chosenRange(rangeSearch(days))).toBe(days);
  });

  it('come back from the address as they were put there', () => {
    for (const days of ranges) expect(readRange({ ...rangeSearch(days) })).toEqual(rangeSearch(days));
    expect(readRange({ from: '2026-11-01', to: '2026-11-14' })).toEqual({ from: '2026-11-01', to: '2026-11-14' });
  });

  it('of one’s own win over a range', () => {
    const search = readRange({ days: 7, from: '2026-11-01', to: '2026-11-14' });
    expect(chosenRange(search)).toBeNull();
    expect(daysOf(search, today)).toEqual({ from: '2026-11-01', to: '2026-11-14' });
  });

  it('are turned around when they stand the wrong way', () => {
    expect(readRange({ from: '2026-11-14', to: '2026-11-01' })).toEqual({ from: '2026-11-01', to: '2026-11-14' });
  });

  it('are never more than can be read', () => {
    const { from = '', to = '' } = readRange({ from: '2001-01-01', to: '2026-11-01' });
    expect(daysBetween(from, to)).toBe(longestRange);
    expect(to).toBe('2026-11-01');
  });

  it('are the usual ones when the address makes no sense', () => {
    expect(readRange({ days: 12, from: '2026-11-31', to: 'today' })).toEqual({});
    expect(readRange({ from: '2026-11-01' })).toEqual({});
  });

  it('can be of one artist', () => {
    expect(readNumbersSearch({ of: 'artist', days: 7 })).toEqual({ of: 'artist', days: 7 });
    expect(readNumbersSearch({ of: 'someone' })).toEqual({});
  });
});
