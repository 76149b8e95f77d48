import { parseUpc, releaseMoment } from '@lynkify/domain';
import { formatMoment } from '../../format.js';
import type { ReleaseDraft } from './release-draft.js';

/** When a release comes out, for whoever types it. */
export function momentNote({ releaseDate, releaseTime, timeZone }: ReleaseDraft): string {
  if (releaseDate === '') return 'Without a date the release counts as out.';
  const moment = releaseMoment({ date: releaseDate, time: releaseTime === '' ? null : releaseTime, timeZone });
  if (!moment.ok) return 'Until then the page says when it comes out.';
  const when = formatMoment(new Date(moment.value).toISOString());
  const what = releaseTime === '' ? 'Midnight there, ' : '';
  return moment.value > Date.now() ? `${what}${when} where you are. Until then the page says when it comes out.` : `${what}${when} where you are: it is out.`;
}

/** What a barcode lacks, said while it is typed. */
export function upcNote(text: string): string {
  const digits = text.replace(/\D/gu, '');
  if (digits === '') return 'The 12 or 13 digits under the barcode. The last one checks the others.';
  if (parseUpc(text).ok) return 'The check digit is right.';
  if (digits.length < 12) return `${digits.length} of 12 or 13 digits.`;
  return 'The check digit does not fit yet.';
}
