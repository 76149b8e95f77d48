/** How often a service may be asked by a whole instance. */
export interface ServiceLimit {
  service: string;
  /** Milliseconds between turns in the long run. */
  every: number;
  /** Turns that may be taken at once after a pause. */
  burst: number;
  /** Units a day, and where the service's day begins. */
  dailyBudget?: { units: number; timeZone: string };
}

/**
 * In no window of W ms are there more than `burst + W / every` turns, so these two together stay below what each service
 * allows (iTunes 20 a minute, Deezer 50 in 5 s, MusicBrainz 1 a second on average, Odesli 10 a minute without a key, YouTube 10,000
 * units a day from midnight in Los Angeles; TIDAL documents nothing, 2 in 10 s is what it is known to bear), also
 * when W is a second longer: a request that had to shake hands first arrives later than the next one does.
 */
export const serviceLimits: readonly ServiceLimit[] = [
  { service: 'itunes', every: 3_800, burst: 4 },
  { service: 'deezer', every: 150, burst: 10 },
  { service: 'musicbrainz', every: 1_100, burst: 1 },
  // Spotify counts in a rolling window of 30 s whose size it keeps to itself, and says by Retry-After when it was too much.
  { service: 'spotify', every: 200, burst: 5 },
  { service: 'apple-music', every: 100, burst: 10 },
  { service: 'tidal', every: 5_600, burst: 1 },
  { service: 'youtube', every: 100, burst: 5, dailyBudget: { units: 10_000, timeZone: 'America/Los_Angeles' } },
  { service: 'odesli', every: 7_600, burst: 2 },
];

/** Any other host, `host:{name}`. */
const anyHost = { every: 1_000, burst: 1 } as const;
const byService: ReadonlyMap<string, ServiceLimit> = new Map(serviceLimits.map((limit) => [limit.service, limit]));

/** @throws for a name that is neither a service of the list nor `host:{name}` */
export function limitOf(service: string): ServiceLimit {
  const known = byService.get(service);
  if (known) return known;
  if (/^host:[^\s]{1,255}$/u.test(service)) return { service, ...anyHost };
  throw new Error(`${service} is no service that has a limit`);
}
