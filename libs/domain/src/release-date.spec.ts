import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDate, parseTime, parseTimeZone, releaseMoment, releasePhase, zoneOffset } from './release-date.js';

const moment = (date: string, time: string | null, timeZone: string): string => {
  const result = releaseMoment({ date, time, timeZone });
  return result.ok ? new Date(result.value).toISOString() : (result.errors[0]?.code ?? '');
};

describe('releaseMoment', () => {
  it.each([
    ['2024-08-16', null, 'UTC', '2024-08-16T00:00:00.000Z'],
    ['2024-08-16', null, 'America/New_York', '2024-08-16T04:00:00.000Z'],
    ['2024-01-16', null, 'America/New_York', '2024-01-16T05:00:00.000Z'],
    ['2026-11-27', '18:30', 'Europe/Berlin', '2026-11-27T17:30:00.000Z'],
    ['2026-07-03', '00:00', 'Asia/Kolkata', '2026-07-02T18:30:00.000Z'],
    ['2026-07-03', '00:00', 'Asia/Kathmandu', '2026-07-02T18:15:00.000Z'],
    ['2026-01-02', '00:00', 'Pacific/Kiritimati', '2026-01-01T10:00:00.000Z'],
    ['2026-01-02', '00:00', 'Pacific/Pago_Pago', '2026-01-02T11:00:00.000Z'],
    ['2026-01-02', '00:00', 'Australia/Lord_Howe', '2026-01-01T13:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => expect(moment(date, time, zone)).toBe(expected));

  it.each([
    ['Berlin, 02:30 does not exist', '2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['New York, 02:30 does not exist', '2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
    ['Beirut, midnight itself does not exist', '2024-03-31', '00:00', 'Asia/Beirut', '2024-03-30T22:00:00.000Z'],
    ['Lord Howe, a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['Apia skipped the whole day', '2011-12-30', '00:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('moves a skipped time on: %s', (_, date, time, zone, expected) => expect(moment(date, time, zone)).toBe(expected));

  it.each([
    ['Berlin', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['New York', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['Havana, midnight comes twice', '2026-11-01', '00:30', 'America/Havana', '2026-11-01T04:30:00.000Z'],
  ])('takes the first of a time that comes twice: %s', (_, date, time, zone, expected) => expect(moment(date, time, zone)).toBe(expected));

  it.each([
    ['2026-02-29', null, 'UTC', 'DATE_INVALID'],
    ['2024-02-30', null, 'UTC', 'DATE_INVALID'],
    ['27.11.2026', null, 'UTC', 'DATE_INVALID'],
    ['1899-12-31', null, 'UTC', 'DATE_INVALID'],
    ['2026-11-27', '24:00', 'UTC', 'TIME_INVALID'],
    ['2026-11-27', '8pm', 'UTC', 'TIME_INVALID'],
    ['2026-11-27', null, 'Berlin', 'TIME_ZONE_INVALID'],
    ['2026-11-27', null, '+02:00', 'TIME_ZONE_INVALID'],
    ['2026-11-27', null, '', 'TIME_ZONE_INVALID'],
    ['2026-11-27', null, `Europe/${'a'.repeat(100)}`, 'TIME_ZONE_INVALID'],
  ])('refuses %s %s %s with %s', (date, time, zone, code) => expect(moment(date, time, zone)).toBe(code));

  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const minutes = fc.integer({ min: Date.UTC(1971, 0, 2) / 60_000, max: Date.UTC(2099, 11, 30) / 60_000 });
  const two = (value: number): string => String(value).padStart(2, '0');

  it('is the instant at which a clock in the zone shows the time, in every zone', () => {
    fc.assert(fc.property(zones, minutes, (zone, minute) => {
      const instant = minute * 60_000;
      const offset = zoneOffset(instant, zone);
      fc.pre(offset % 60_000 === 0);
      const wall = new Date(instant + offset);
      const date = wall.toISOString().slice(0, 10);
      const time = `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
      const result = releaseMoment({ date, time, timeZone: zone });
      if (!result.ok) throw new Error(`${zone} ${date} ${time}: ${JSON.stringify(result.errors)}`);
      // The same reading; and where it comes twice, no later than the instant we came from.
      expect(result.value + zoneOffset(result.value, zone)).toBe(wall.getTime());
      expect(result.value).toBeLessThanOrEqual(instant);
    }), { numRuns: 400 });
  });

  it('never runs backwards within one zone by more than a change of its clocks', () => {
    fc.assert(fc.property(zones, minutes, fc.integer({ min: 1441, max: 100_000 }), (zone, minute, later) => {
      const read = (at: number): number => {
        const wall = new Date(at * 60_000);
        const result = releaseMoment({ date: wall.toISOString().slice(0, 10), time: wall.toISOString().slice(11, 16), timeZone: zone });
        return result.ok ? result.value : Number.NaN;
      };
      fc.pre(minute + later < Date.UTC(2099, 11, 31) / 60_000);
      expect(read(minute + later)).toBeGreaterThanOrEqual(read(minute));
    }), { numRuns: 200 });
  });
});

describe('the parts of a date', () => {
  it('names zones properly whatever their case', () => {
    expect(parseTimeZone(' europe/berlin ')).toEqual({ ok: true, value: 'Europe/Berlin' });
    expect(parseTimeZone('utc')).toEqual({ ok: true, value: 'UTC' });
    expect(parseTimeZone('__proto__').ok).toBe(false);
  });

  it('reads a short hour', () => {
    expect(parseTime('9:05')).toEqual({ ok: true, value: '09:05' });
    expect(parseTime('09:05:00')).toEqual({ ok: true, value: '09:05' });
    expect(parseDate(' 2024-02-29 ')).toEqual({ ok: true, value: '2024-02-29' });
  });
});

describe('releasePhase', () => {
  const at = Date.UTC(2026, 10, 27);
  it('is announced until the moment and released from it on', () => {
    expect(releasePhase({ releasedAt: new Date(at).toISOString() }, at - 1)).toBe('announced');
    expect(releasePhase({ releasedAt: at }, at)).toBe('released');
    expect(releasePhase({ releasedAt: new Date(at) }, at + 1)).toBe('released');
  });

  it('is released where there is no date', () => expect(releasePhase({ releasedAt: null }, at)).toBe('released'));
});
