import { recogniseSocial, socialNetwork } from '@lynkify/domain';

/** What one line of a paste of profiles is. */
export interface SocialLine {
  text: string;
  line: number;
  status: 'recognised' | 'duplicate' | 'not-understood';
  network: string;
  url: string;
  words: string;
}

/** Reads pasted profiles, one per line or apart by spaces. A page links to each network once. */
export function readSocialLines(text: string, existing: readonly string[]): SocialLine[] {
  const taken = new Set(existing.map((url) => recogniseSocial(url)?.network));
  return text
    .split(/\s+/u)
    .filter((part) => part !== '')
    .slice(0, 50)
    .map((part, index): SocialLine => {
      const base = { text: part, line: index + 1 };
      const found = recogniseSocial(part);
      if (!found) return { ...base, status: 'not-understood', network: 'website', url: '', words: `${part} is no web address.` };
      const { network, url, handle } = found;
      const label = socialNetwork(network)?.label ?? network;
      if (taken.has(network)) return { ...base, status: 'duplicate', network, url, words: `${label} is there already. A second one fits into a section of links.` };
      taken.add(network);
      return { ...base, status: 'recognised', network, url, words: handle === undefined ? `${label}, ${url.replace(/^https:\/\//u, '')}` : `${label}, ${handle}` };
    });
}
