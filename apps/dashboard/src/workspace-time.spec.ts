import { describe, expect, it } from '@jest/globals';
import { timeIn } from './workspace-time.js';

describe('the clock of a workspace', () => {
  const lateInLondon = '2026-11-22T23:30:00Z';

  it('puts a moment on the day that it was there', () => {
    expect(timeIn('Europe/London').calendarDay(Date.parse(lateInLondon))).toBe('2026-11-22');
    expect(timeIn('Asia/Tokyo').calendarDay(Date.parse(lateInLondon))).toBe('2026-11-23');
  });

  it('shows the hour there and not the reader’s', () => {
    expect(timeIn('Asia/Tokyo').moment(lateInLondon)).toMatch(/23.*0?8:30/u);
  });
});
