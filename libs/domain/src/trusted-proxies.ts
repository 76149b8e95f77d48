/** Whose `X-Forwarded-For` is believed: nobody's, the nearest so many proxies', or those of these addresses and networks. */
export type TrustedProxies = false | number | string[];

/** Reads the setting `TRUST_PROXY`: `false`, a number of proxies, or addresses and networks, comma-separated. */
export function parseTrustedProxies(text: string): TrustedProxies {
  if (text === 'false') return false;
  // "true" would believe whatever any client writes into the header, so it is one proxy.
  if (text === 'true') return 1;
  if (/^\d{1,2}$/u.test(text)) return Number(text) === 0 ? false : Number(text);
  return text.split(',').map((part) => part.trim()).filter((part) => part !== '');
}
