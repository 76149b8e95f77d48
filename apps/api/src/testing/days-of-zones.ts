/** A zone, a day there, and that day's first and last moment: days of 23, 23½, 24 and 25 hours, half and quarter hours off. */
export const daysOfZones: readonly (readonly [timeZone: string, day: string, first: string, last: string])[] = [
  // The night in which clocks went forward in Berlin, and the one in which they went back in New York.
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
  ['Asia/Kolkata', '2026-05-10', '2026-05-09T18:30:00.000Z', '2026-05-10T18:29:59.999Z'],
  ['Asia/Kathmandu', '2026-05-10', '2026-05-09T18:15:00.000Z', '2026-05-10T18:14:59.999Z'],
  ['Pacific/Auckland', '2026-05-10', '2026-05-09T12:00:00.000Z', '2026-05-10T11:59:59.999Z'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', '2026-10-04T12:59:59.999Z'],
];
