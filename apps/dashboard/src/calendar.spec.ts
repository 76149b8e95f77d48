import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, readDay } from './calendar.js';

describe('days of the calendar', () => {
  it('reads those that exist', () => {
    expect(readDay('2028-02-29')).toBe('2028-02-29');
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', 20260101, null, undefined])('refuses %p', (value) => {
    expect(readDay(value)).toBeUndefined();
  });

  it('counts over the ends of months, years and summer times', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-01', '2026-03-31')).toBe(31);
    expect(daysBetween('2026-05-05', '2026-05-05')).toBe(1);
  });
});
