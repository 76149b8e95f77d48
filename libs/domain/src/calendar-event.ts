import { cleanText } from './text.js';

/** A moment that people put into their calendars. */
export interface CalendarEvent {
  /** Stays the same however often the event changes: a calendar finds it again by this. */
  uid: string;
  /** Whole number that goes up with every change (SEQUENCE). */
  sequence: number;
  /** When the event was last changed, ISO 8601. */
  changedAt: string;
  /** ISO 8601. */
  startsAt: string;
  title: string;
  description: string;
  url: string;
}

const lineBytes = 75;
const mostSequence = 2_147_483_647;

/** The event as a calendar file (RFC 5545): one VEVENT of a quarter of an hour in UTC, with an alarm at its start. */
export function calendarFile(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lynkify//Release//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${Math.min(Math.max(0, Math.trunc(event.sequence)), mostSequence)}`,
    `DTSTAMP:${utcTime(event.changedAt)}`,
    `LAST-MODIFIED:${utcTime(event.changedAt)}`,
    `DTSTART:${utcTime(event.startsAt)}`,
    'DURATION:PT15M',
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    // A URI is no text: nothing in it is escaped.
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${escapeText(event.title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** `20261127T230000Z` (section 3.3.5, form 2). */
function utcTime(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

/** Section 3.3.11: commas, semicolons and backslashes are escaped, a line break is written as one. */
function escapeText(text: string): string {
  return text
    .split('\n')
    .map((line) => cleanText(line).replace(/[\\;,]/gu, (character) => `\\${character}`))
    .join('\\n');
}

/** Section 3.1: no line is longer than 75 bytes; the rest goes on after a break and a space. No character is cut in two. */
function fold(line: string): string {
  const folded: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const more = utf8Bytes(character);
    if (bytes + more > lineBytes) {
      folded.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += more;
  }
  return [...folded, part].join('\r\n');
}

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
