/** Where previews may come from: who lends them, by host. Those of other services end after minutes (Deezer's) or are not lent any more. */
const lenders: ReadonlyMap<string, string> = new Map([
  ['audio-ssl.itunes.apple.com', 'iTunes'],
  ['video-ssl.itunes.apple.com', 'iTunes'],
  ['p.scdn.co', 'Spotify'],
]);

const longest = 500;

/** Hosts that a page with previews has to be let hear from. */
export const previewHosts: readonly string[] = [...lenders.keys()];

/** A preview's address as it is kept: https, of a host that lends them for good. Null for anything else. */
export function readPreviewUrl(text: string | null | undefined): string | null {
  if (!text || text.length > longest || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '' && url.hash === '';
  return plain && lenders.has(url.hostname) ? url.href : null;
}

/** Who lends a preview, by name; null where it may not be played. */
export function previewLender(url: string): string | null {
  const read = readPreviewUrl(url);
  return read === null ? null : (lenders.get(new URL(read).hostname) ?? null);
}
