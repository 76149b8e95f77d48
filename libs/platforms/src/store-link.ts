import { readUrl } from './read-url.js';
import { notUnderstood, type Recognition } from './recognition.js';

/**
 * Any https page of the artist's own as their official store, chosen by hand: no address tells a shop. Kept as it is,
 * except for campaign parameters. Refuses what `recognise` refuses of any address.
 */
export function asStoreLink(text: string): Recognition {
  const url = readUrl(text);
  if (!(url instanceof URL)) return url;
  if (!/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(url.hostname.slice(url.hostname.lastIndexOf('.') + 1))) {
    return notUnderstood('NOT_A_URL', 'Check the name of the site: its ending is none that exists.');
  }
  url.protocol = 'https:';
  for (const key of [...url.searchParams.keys()]) {
    if (/^(?:utm_.*|fbclid|gclid|msclkid|ttclid|twclid|igsh|igshid|mc_cid|mc_eid)$/.test(key)) url.searchParams.delete(key);
  }
  return { status: 'recognised', platform: 'official_store', entity: 'product', url: url.href };
}
