import { describe, expect, it } from '@jest/globals';
import { offerWords } from './offer-words.js';

const always = { offered: true, offeredFrom: null, offeredUntil: null, offeredBefore: true };
const release = { timeZone: 'Europe/Berlin', releasedAt: '2026-12-03T23:00:00.000Z' };
const words = (offer: Partial<Parameters<typeof offerWords>[0]>, now = '2026-11-24T12:00:00.000Z') => offerWords({ ...always, ...offer }, release, Date.parse(now));

describe('when a link is on the page, in words', () => {
  it('is nothing where it always is', () => {
    expect(words({})).toBeNull();
    expect(words({ offeredBefore: false }, '2026-12-03T23:00:00.000Z')).toBeNull();
    expect(words({ offeredFrom: '2026-11-24T13:00' })).toBeNull();
  });

  it('says what keeps it off, by the clock of the release’s zone', () => {
    expect(words({ offered: false, offeredFrom: '2027-01-01T00:00' })).toBe('Switched off: not on the page');
    expect(words({ offeredFrom: '2026-11-24T13:01', offeredUntil: '2027-01-01T18:30' })).toMatch(/^On the page from .*2026, 13:01 until .*2027, 18:30$/u);
    expect(words({ offeredUntil: '2027-01-01T18:30' })).toMatch(/^On the page until .*2027, 18:30$/u);
    expect(words({ offeredUntil: '2026-11-24T13:00' })).toMatch(/^Off the page since .*2026, 13:00$/u);
    expect(words({ offeredBefore: false })).toBe('On the page from the release');
  });
});
