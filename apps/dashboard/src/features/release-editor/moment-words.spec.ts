import { describe, expect, it } from '@jest/globals';
import { endingWords } from './moment-words.js';

describe('the end of a page in words', () => {
  const now = Date.parse('2026-11-24T12:00:00.000Z');
  it.each([
    [null, null],
    ['2026-12-09T12:00:00.000Z', null],
    ['2026-12-08T12:00:00.000Z', { ended: false, words: 'Ends in 14 days' }],
    ['2026-11-25T13:00:00.000Z', { ended: false, words: 'Ends in 1 day' }],
    ['2026-11-24T14:30:00.000Z', { ended: false, words: 'Ends in 2 hours' }],
    ['2026-11-24T12:05:00.000Z', { ended: false, words: 'Ends in 1 hour' }],
    ['2026-11-24T12:00:00.000Z', { ended: true, words: 'Ended' }],
  ])('of %s', (expiresAt, words) => {
    expect(endingWords(expiresAt, now)).toEqual(words);
  });
});
