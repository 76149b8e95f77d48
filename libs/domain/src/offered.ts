import type { PublishedDestination, ReleaseCard, SmartLinkDocument } from './published-page.js';
import { parseDate, parseTime, releaseMoment } from './release-date.js';
import { accept, refuse, type Result } from './result.js';

/** What is said of a destination besides where it leads: whether, from when and until when a page offers it. */
export interface DestinationOffer {
  /** Switched on. */
  offered: boolean;
  /** `YYYY-MM-DDTHH:MM` in the release's zone, or null. */
  offeredFrom: string | null;
  offeredUntil: string | null;
  /** Whether it is of use before the release. */
  before: boolean;
}

/** A moment as a wall clock of the release's zone shows it, `YYYY-MM-DDTHH:MM`. `field` is where a refusal stands. */
export function parseLocalMoment(text: string, field: string): Result<string, 'MOMENT_INVALID'> {
  const [day = '', clock = '', ...rest] = text.trim().split(/[T ]/u);
  const [date, time] = [parseDate(day), parseTime(clock)];
  if (date.ok && time.ok && rest.length === 0) return accept(`${date.value}T${time.value}`);
  return refuse('MOMENT_INVALID', [field], 'Enter a day and a time that exist, like 2026-11-27T18:30.');
}

/**
 * The instant of such a moment in a zone, as ISO 8601 UTC. Null without one, and for one that is still being typed. Hours
 * that clocks skip or repeat are read as those of a release (`releaseMoment`).
 */
export function localMomentIn(timeZone: string, moment: string | null): string | null {
  const parsed = moment === null ? null : parseLocalMoment(moment, 'moment');
  if (!parsed?.ok) return null;
  const [date = '', time = ''] = parsed.value.split('T');
  const instant = releaseMoment({ date, time, timeZone });
  return instant.ok ? new Date(instant.value).toISOString() : null;
}

/** From when until when (epoch milliseconds, the end not included) a page offers a destination; never: `from` is not before `until`. */
export function offerSpan({ window, before }: Pick<PublishedDestination, 'window' | 'before'>, releasedAt: string | null): { from: number; until: number } {
  const from = window?.from ? Date.parse(window.from) : Number.NEGATIVE_INFINITY;
  const until = window?.until ? Date.parse(window.until) : Number.POSITIVE_INFINITY;
  // Of no use before the release: from its moment on. Without a date everything is out.
  return { from: before === false && releasedAt !== null ? Math.max(from, Date.parse(releasedAt)) : from, until };
}

/** Whether a page offers a destination at `now` (epoch milliseconds). */
export function isOffered(destination: Pick<PublishedDestination, 'window' | 'before'>, releasedAt: string | null, now: number): boolean {
  const { from, until } = offerSpan(destination, releasedAt);
  return from <= now && now < until;
}

/** What of a document's destinations its page offers at `now`, in order. */
export function offeredDestinations({ destinations, release: { releasedAt } }: Pick<SmartLinkDocument, 'destinations' | 'release'>, now: number): PublishedDestination[] {
  return destinations.filter((destination) => isOffered(destination, releasedAt, now));
}

/** When a page ends by itself, in epoch milliseconds; infinity: never. */
export function expiryOf({ access }: Pick<SmartLinkDocument, 'access'>): number {
  return access?.expiresAt ? Date.parse(access.expiresAt) : Number.POSITIVE_INFINITY;
}

/** Whether a release is shown among the artist's others at `now`: its page has not ended. */
export function isListed({ expiresAt }: Pick<ReleaseCard, 'expiresAt'>, now: number): boolean {
  return !expiresAt || now < Date.parse(expiresAt);
}

/** The next moment after `now` at which what a page offers changes by itself, its end included; null: there is none. */
export function nextOfferChange(document: Pick<SmartLinkDocument, 'destinations' | 'release' | 'access'>, now: number): number | null {
  const moments = document.destinations.flatMap((destination) => {
    const { from, until } = offerSpan(destination, document.release.releasedAt);
    return from < until ? [from, until] : [];
  });
  const next = Math.min(...[...moments, expiryOf(document)].filter((moment) => moment > now));
  return Number.isFinite(next) ? next : null;
}
