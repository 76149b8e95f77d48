/** The moment before which raw events are dropped: the beginning of a month (UTC), so many months before this one. */
export function eventsKeptSince(retentionMonths: number, now: Date = new Date()): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - retentionMonths, 1));
}
