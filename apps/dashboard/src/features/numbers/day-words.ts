import { locale } from '../../format.js';

const withWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "Sun, 22 Nov 2026" */
export const formatDay = (day: string): string => withWeekday.format(new Date(`${day}T12:00:00Z`));
