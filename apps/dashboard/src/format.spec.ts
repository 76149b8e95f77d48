import { describe, expect, it } from '@jest/globals';
import { count, difference, formatDate, formatRelative } from './format.js';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('times in words', () => {
  it.each([
    ['2026-11-22T12:00:03Z', 'just now'],
    ['2026-11-22T12:00:30Z', 'in a moment'],
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T11:59:10Z', '1 minute ago'],
    ['2026-11-22T11:01:00Z', '59 minutes ago'],
    ['2026-11-22T10:00:00Z', '2 hours ago'],
    ['2026-11-21T11:00:00Z', 'yesterday'],
    ['2026-11-25T12:00:00Z', 'in 3 days'],
    ['2026-11-08T12:00:00Z', '2 weeks ago'],
    ['2024-11-22T12:00:00Z', '2 years ago'],
  ])('says of %s: %s', (iso, words) => {
    expect(formatRelative(iso, now)).toBe(words);
  });
});

it('writes a date as that day in every time zone', () => {
  expect(formatDate('2026-08-01')).toMatch(/^(1 Aug|Aug 1)/u);
});

describe('amounts in words', () => {
  it('counts one and many', () => {
    expect(count(1, 'fan', 'fans')).toBe('1 fan');
    expect(count(0, 'fan', 'fans')).toBe('0 fans');
    expect(count(1200, 'fan', 'fans')).toBe('1,200 fans');
  });

  it('compares with what was before', () => {
    expect(difference(12, 5, 'last week')).toBe('7 more than last week');
    expect(difference(5, 12, 'last week')).toBe('7 fewer than last week');
    expect(difference(5, 5, 'last week')).toBe('the same as last week');
  });
});
