import { useMemo } from 'react';
import { locale } from './format.js';
import { useCurrentArtist } from './session/current-artist.js';

/** Moments as the workspace's own clock and calendar show them, wherever the member sits. */
export interface WorkspaceTime {
  timeZone: string;
  /** "22 Nov 2026" */
  day(iso: string): string;
  /** "22 Nov 2026, 14:05" */
  moment(iso: string): string;
  /** The day that a moment falls on there, `YYYY-MM-DD`. */
  calendarDay(moment: number): string;
}

/** The clock of a time zone. */
export function timeIn(timeZone: string): WorkspaceTime {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  // This locale writes a date the way ISO 8601 does.
  const iso = new Intl.DateTimeFormat('sv-SE', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  return {
    timeZone,
    day: (text) => day.format(new Date(text)),
    moment: (text) => moment.format(new Date(text)),
    calendarDay: (at) => iso.format(at),
  };
}

/** The clock of the workspace. For screens inside the shell. */
export function useWorkspaceTime(): WorkspaceTime {
  const { timeZone } = useCurrentArtist().workspace;
  return useMemo(() => timeIn(timeZone), [timeZone]);
}
