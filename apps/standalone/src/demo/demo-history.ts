import { createHash } from 'node:crypto';
import { defaultCaptureForm, type CaptureEvent, type ClickEvent, type EventFacts, type SpooledEvent, type VisitEvent } from '@lynkify/domain';
import { newestLink } from './demo-account.js';
import type { Roster } from './demo-artists.js';
import type { DemoContext } from './demo-context.js';

const days = 28;
const hour = 3_600_000;
const batch = 1_000;

/** Neutral addresses in the domains that RFC 2606 keeps for examples. */
const fans = ['first.row', 'night.bus', 'b-side', 'kitchen.radio', 'long.drive', 'headphones', 'record.shelf', 'sunday.walk', 'encore', 'late.train', 'front.left', 'warm-up'].map(
  (name, index) => `${name}@example.${index % 2 === 0 ? 'com' : 'org'}`,
);

const weighted = {
  channel: [['instagram-bio', 34], ['tiktok-bio', 22], ['social-post', 14], ['email', 9], ['press', 4], ['qr', 3], [null, 14]],
  country: [['GB', 30], ['US', 22], ['DE', 14], ['UA', 9], ['NL', 7], ['FR', 7], ['SE', 5], ['JP', 3], ['BR', 3]],
  device: [['phone', 76], ['desktop', 20], ['tablet', 4]],
  platform: [['spotify', 46], ['apple_music', 19], ['youtube', 13], ['youtube_music', 6], ['bandcamp', 6], ['deezer', 4], ['tidal', 3], ['amazon_music', 3]],
} as const;

interface Place {
  artistId: string;
  artistName: string;
  releaseId: string | null;
  path: string;
  platforms: readonly string[];
}

/**
 * Four weeks of visits, clicks and captures, handed in by the road that a renderer takes. The same events at every
 * call, so that a second one adds nothing.
 * @param until the newest moment
 * @returns the addresses that were given
 */
export async function sendHistory({ apiUrl, rendererKey }: DemoContext, { id: workspaceId, artists }: Roster, until: Date): Promise<string[]> {
  const places: Place[] = artists.flatMap((artist) => [
    { artistId: artist.id, artistName: artist.name, releaseId: null, path: `/${artist.handle}`, platforms: [] },
    ...artist.releases.nodes.map((release) => ({ artistId: artist.id, artistName: artist.name, releaseId: release.id, path: `/${artist.handle}/${release.slug}`, platforms: release.destinations.map(({ platform }) => platform) })),
  ]);
  const events = places.flatMap((place, index) => eventsOf(place, index, workspaceId, until));
  const captures = fans.map((email, index) => captureOf(places[index % places.length] as Place, email, index, workspaceId, until));
  const all: SpooledEvent[] = [...events, ...captures].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (let from = 0; from < all.length; from += batch) await send(apiUrl, rendererKey, all.slice(from, from + batch));
  return fans;
}

async function send(apiUrl: string, rendererKey: string, events: readonly SpooledEvent[]): Promise<void> {
  const answer = await fetch(`${apiUrl}/internal/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rendererKey}`, 'content-type': 'application/x-ndjson' },
    body: events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`The history was not taken (${answer.status}): ${await answer.text()}`);
}

/** Most of the fans press the button in their mail, at the pages themselves; three have not yet. */
export async function confirmFans({ mailboxUrl, pagesUrl }: DemoContext, addresses: readonly string[]): Promise<void> {
  for (const address of addresses.slice(0, -3)) {
    const token = await newestLink(mailboxUrl, address, /\/confirm\/([\w-]+)/);
    const answer = await fetch(`${pagesUrl}/confirm/${token}`, { method: 'POST', signal: AbortSignal.timeout(20_000), redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`${address} could not be confirmed (${answer.status}).`);
  }
}

/** A page's visits over the days: a bump at its beginning, quieter nights, livelier weekends; and the clicks after them. */
function eventsOf(place: Place, index: number, workspaceId: string, until: Date): (VisitEvent | ClickEvent)[] {
  const first = until.getTime() - days * 24 * hour;
  const events: (VisitEvent | ClickEvent)[] = [];
  for (let day = 0; day < days; day += 1) {
    const weekend = [0, 5, 6].includes(new Date(first + day * 24 * hour).getUTCDay()) ? 1.5 : 1;
    const bump = 1 + 3.2 * Math.exp(-(((day - ((index * 5) % days)) / 3) ** 2));
    const visits = Math.round((2 + (index % 4)) * weekend * bump * (0.7 + chance(`${index}/${day}`) * 0.6));
    for (let visit = 0; visit < visits; visit += 1) {
      const key = `${place.path}/${day}/${visit}`;
      const at = first + day * 24 * hour + (0.3 + chance(`${key}/hour`) * 0.65) * 24 * hour;
      if (at > until.getTime()) continue;
      const facts = factsOf(place, key, at, workspaceId);
      events.push({ kind: 'visit', ...facts });
      const target = draw(weighted.platform.filter(([platform]) => place.platforms.includes(platform)), `${key}/platform`);
      if (target && chance(`${key}/click`) < 0.62) {
        const clickedAt = at + 2_000 + chance(`${key}/pause`) * 9_000;
        events.push({ kind: 'click', ...facts, id: idOf(`${key}/click`, clickedAt), at: new Date(clickedAt).toISOString(), target });
      }
    }
  }
  return events;
}

function captureOf(place: Place, email: string, index: number, workspaceId: string, until: Date): CaptureEvent {
  // The links in the mails hold for some days: what was given longer ago could not be confirmed any more.
  const at = until.getTime() - (index * 5 + 1 + chance(email) * 3) * hour;
  return {
    kind: 'capture',
    ...factsOf(place, `capture/${email}`, at, workspaceId),
    email,
    name: null,
    consented: true,
    consentText: defaultCaptureForm(place.artistName).consentText,
    formVersion: 1,
    locale: 'en',
    network: null,
  };
}

function factsOf({ artistId, releaseId, path }: Place, key: string, at: number, workspaceId: string): EventFacts {
  const channel = draw(weighted.channel, `${key}/channel`);
  return {
    id: idOf(key, at),
    at: new Date(at).toISOString(),
    workspaceId,
    artistId,
    releaseId,
    path,
    channel,
    referrerHost: channel === 'instagram-bio' ? 'l.instagram.com' : channel === 'tiktok-bio' ? 'tiktok.com' : null,
    utm: null,
    country: draw(weighted.country, `${key}/country`),
    region: null,
    city: null,
    device: draw(weighted.device, `${key}/device`) ?? 'phone',
    audience: 'person',
    visitor: createHash('sha256').update(`${key}/visitor`).digest().subarray(0, 16).toString('base64url'),
  };
}

/** A number from 0 to 1 that is always the same for a key. */
function chance(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 0xffffffff;
}

function draw<Value>(choices: readonly (readonly [Value, number])[], key: string): Value | null {
  let left = chance(key) * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    left -= weight;
    if (left <= 0) return value;
  }
  return choices.at(-1)?.[0] ?? null;
}

/** A UUIDv7 (RFC 9562) of a moment, whose random part comes from the key. */
function idOf(key: string, at: number): string {
  const hash = createHash('sha256').update(key).digest('hex');
  const time = Math.round(at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${(8 + (Number.parseInt(hash.slice(3, 4), 16) % 4)).toString(16)}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}
