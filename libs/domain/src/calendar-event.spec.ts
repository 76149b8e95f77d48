import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarFile, type CalendarEvent } from './calendar-event.js';

const event: CalendarEvent = {
  uid: '0198c0de-0000-7000-8000-000000000001@pages.example',
  sequence: 7,
  changedAt: '2026-11-20T08:00:00.500Z',
  startsAt: '2026-11-27T23:00:00.000Z',
  title: 'Rain; Steam, and Speed \\ Live',
  description: 'Out now.\nhttps://pages.example/a/b',
  url: 'https://pages.example/a/b?x=1,2',
};

/** The lines as a reader of the format sees them (RFC 5545, section 3.1). */
const unfolded = (file: string) => file.replace(/\r\n[ \t]/gu, '').split('\r\n');
const unescaped = (text: string) => text.replace(/\\(.)/gu, (_, character: string) => (character === 'n' ? '\n' : character));

describe('a calendar file', () => {
  it('is one event at the moment in UTC, with an alarm', () => {
    expect(unfolded(calendarFile(event))).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lynkify//Release//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
      'BEGIN:VEVENT', `UID:${event.uid}`, 'SEQUENCE:7', 'DTSTAMP:20261120T080000Z', 'LAST-MODIFIED:20261120T080000Z', 'DTSTART:20261127T230000Z', 'DURATION:PT15M',
      'SUMMARY:Rain\\; Steam\\, and Speed \\\\ Live', 'DESCRIPTION:Out now.\\nhttps://pages.example/a/b', 'URL:https://pages.example/a/b?x=1,2', 'TRANSP:TRANSPARENT',
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT0S', 'DESCRIPTION:Rain\\; Steam\\, and Speed \\\\ Live', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it('has no line of more than 75 bytes, cuts no character in two, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        const title = `é漢🎧${text.replace(/\s/gu, '')}`;
        const file = calendarFile({ ...event, title });
        const lines = file.split('\r\n');
        const bytes = lines.map((line) => Buffer.byteLength(line));
        expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
        expect(file).not.toMatch(/[^\r]\n|\r[^\n]|\uFFFD/u);
        const [plain] = unfolded(calendarFile({ ...event, title })).filter((line) => line.startsWith('SUMMARY:'));
        expect(unescaped(plain?.slice(8) ?? '').startsWith('é漢🎧')).toBe(true);
      }),
    );
  });

  it('lets no title end its line or begin another property', () => {
    const file = calendarFile({ ...event, title: 'A\r\nATTACH:https://evil.example\u2028B\nEND:VEVENT' });
    expect(unfolded(file).filter((line) => line.startsWith('ATTACH') || line === 'END:VEVENT')).toEqual(['END:VEVENT']);
  });

  it('keeps its sequence a number that the format holds', () => {
    expect(calendarFile({ ...event, sequence: 9_000_000_000 })).toContain('SEQUENCE:2147483647\r\n');
  });
});
