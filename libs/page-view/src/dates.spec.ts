import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countdown, dateInWords, duration } from './dates.js';

const day = 86_400_000;

describe('dates in words', () => {
  it('writes the calendar date that the artist wrote, in the language of the page', () => {
    expect(dateInWords('2026-08-16', 'en')).toBe('16 August 2026');
    expect(dateInWords('2026-08-16', 'de')).toBe('16. August 2026');
    expect(dateInWords('2026-08-16', 'ja')).toBe('2026年8月16日');
    expect(dateInWords('2026-08-16', 'ar')).toBe('16 أغسطس 2026');
    expect(dateInWords('2026-08-16', 'de-AT')).toBe('16. August 2026');
    expect(dateInWords('soon', 'en')).toBeNull();
  });

  it('counts the first day of a month as French and Portuguese do', () => {
    expect([dateInWords('2026-05-01', 'fr'), dateInWords('2026-05-11', 'fr'), dateInWords('2026-05-01', 'pt'), dateInWords('2026-05-01', 'it')]).toEqual(['1er mai 2026', '11 mai 2026', '1º de maio de 2026', '1 maggio 2026']);
  });

  it('counts down in days, then hours, then minutes', () => {
    const until = new Date('2026-08-16T00:00:00Z');
    const before = (milliseconds: number) => countdown(until, new Date(until.getTime() - milliseconds), 'en')?.words;
    expect(before(5 * day)).toBe('in 5 days');
    expect(before(4.2 * day)).toBe('in 5 days');
    expect(before(30 * 3_600_000)).toBe('in 30 hours');
    expect(before(90_000)).toBe('in 2 minutes');
    expect(before(0)).toBeUndefined();
  });

  it.each([['de', 'in 5 Tagen'], ['pl', 'za 5 dni'], ['ja', '5日後'], ['ko', '5일 후'], ['ar', 'خلال 5 أيام']])('counts down in the language of the page (%s)', (language, said) => {
    expect(countdown(new Date(5 * day), new Date(0), language)?.words).toBe(said);
  });

  it('says until when its words are true: they are the same up to then and others after', () => {
    const until = new Date('2026-08-16T00:00:00Z');
    fc.assert(fc.property(fc.integer({ min: 120_001, max: 400 * day }), (left) => {
      const now = new Date(until.getTime() - left);
      const said = countdown(until, now, 'en');
      expect(said?.changesAt.getTime()).toBeGreaterThan(now.getTime());
      const at = said?.changesAt.getTime() ?? 0;
      expect(countdown(until, new Date(at - 1), 'en')?.words).toBe(said?.words);
      expect(countdown(until, new Date(at), 'en')?.words).not.toBe(said?.words);
    }));
  });

  it('prints the length of a track', () => {
    expect(duration(251_667)).toBe('4:12');
    expect(duration(3_725_000)).toBe('1:02:05');
    expect(duration(59_600)).toBe('1:00');
  });
});
