import type { ChannelId } from './channel.js';
import { accept, refuse, type Result } from './result.js';
import { cleanText } from './text.js';

/** First part of every short form. No handle can be one letter, so it is nobody's page. */
export const shortForms = 's';

/** No vowels, so that no word comes about by chance; nothing that looks like something else (l, 1, o, 0). */
export const shortCodeLetters = 'bcdfghjkmnpqrstvwxyz23456789';
export const shortCodeLength = 7;

/**
 * A code of a short form: one of 13 billion, so that none is found by trying.
 * @param random an integer from 0 to below its argument, each as likely (`crypto.randomInt`)
 */
export function newShortCode(random: (below: number) => number): string {
  return Array.from({ length: shortCodeLength }, () => shortCodeLetters.charAt(random(shortCodeLetters.length))).join('');
}

/** The path of a short form. */
export const shortPath = (code: string): string => `/${shortForms}/${code}`;

/** Most characters of a campaign's label; the renderer records no more of `utm_campaign`. */
export const campaignLength = 60;

/** A campaign's label as it is counted: `utm_campaign` of the address. Empty for none. */
export function parseCampaign(text: string): Result<string, 'CAMPAIGN_TOO_LONG'> {
  const label = cleanText(text);
  return [...label].length > campaignLength ? refuse('CAMPAIGN_TOO_LONG', ['campaign'], `A campaign has at most ${campaignLength} characters. Shorten it.`) : accept(label);
}

/** What an address says of where it was shared, as a query without `?`. The page records it and passes it on to nobody. */
export function shareQuery(channel: string, campaign?: string): string {
  return `via=${encodeURIComponent(channel)}${campaign === undefined || campaign === '' ? '' : `&utm_campaign=${encodeURIComponent(campaign)}`}`;
}

/** An address of a page, or of one of its platforms, with its channel built in. */
export function sharedUrl(url: string, channel: ChannelId | (string & {}), campaign?: string): string {
  return `${url}?${shareQuery(channel, campaign)}`;
}
