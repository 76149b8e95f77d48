/**
 * How visits are spread over what is known of them: values with their shares of a thousand. Stated once, for the events
 * that are shipped and for those that SQL makes.
 */
export const spread = {
  kind: { visit: 620, click: 372, capture: 0 },
  channel: { 'instagram-bio': 260, 'tiktok-bio': 180, 'social-post': 120, email: 70, press: 20, qr: 20, '': 330 },
  referrer: { 'l.instagram.com': 260, 'www.tiktok.com': 180, 't.co': 60, 'm.facebook.com': 50, 'www.youtube.com': 40, 'www.google.com': 40, 'linktr.ee': 10, 'blog.example.org': 5, 'news.example.com': 5, '': 350 },
  country: {
    US: 240, GB: 130, DE: 110, FR: 60, BR: 60, MX: 50, NL: 40, CA: 40, AU: 35, ES: 30, IT: 30, PL: 25, SE: 25, UA: 20, JP: 20, IN: 15, AR: 10, CL: 8, CO: 8, NO: 8, DK: 6, FI: 5, CH: 5, AT: 5,
    BE: 4, IE: 3, PT: 3, NZ: 2, ZA: 2, KR: 1,
  },
  device: { phone: 770, desktop: 190, tablet: 40 },
  audience: { person: 930, bot: 30, preview: 25, scanner: 10, prefetch: 5 },
  target: { spotify: 440, apple_music: 190, youtube: 120, youtube_music: 70, bandcamp: 50, deezer: 40, tidal: 30, amazon_music: 30, soundcloud: 20, pandora: 10 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Of a thousand events, so many belong to the big workspace. */
export const bigShare = 700;

/** Draws a value by its share; the empty text stands for null. */
export function drawer(shares: Readonly<Record<string, number>>): (chance: number) => string | null {
  const values = Object.entries(shares).flatMap(([value, share]) => Array.from({ length: share }, () => value || null));
  return (chance) => values[Math.floor(chance * values.length)] ?? null;
}

/** The same as SQL: an array of a thousand to index by a random number. */
export function sqlDraw(shares: Readonly<Record<string, number>>, chance: string): string {
  const values = Object.entries(shares).map(([value, share]) => ({ value, share }));
  const total = values.reduce((sum, { share }) => sum + share, 0);
  let upTo = 0;
  const cases = values.map(({ value, share }) => {
    upTo += share;
    return `when ${chance} < ${upTo / total} then ${value === '' ? 'null' : `'${value}'`}`;
  });
  return `case ${cases.join(' ')} end`;
}
