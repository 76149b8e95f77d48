import { randomBytes } from 'node:crypto';
import { bigShare, drawer, spread } from './spread.js';
import type { EventsWorld, Place } from './world.js';

export const eventsABatch = 2_000;

const draw = {
  kind: drawer(spread.kind),
  channel: drawer(spread.channel),
  referrer: drawer(spread.referrer),
  country: drawer(spread.country),
  device: drawer(spread.device),
  audience: drawer(spread.audience),
  target: drawer(spread.target),
};

/** Batches as a renderer ships them, made before the clock runs. @param daysAgo of which day the events are */
export function makeBatches(world: EventsWorld, count: number, daysAgo = 0): Buffer[] {
  return Array.from({ length: Math.ceil(count / eventsABatch) }, () => Buffer.from(Array.from({ length: eventsABatch }, () => `${JSON.stringify(anEvent(world, Date.now() - daysAgo * 86_400_000))}\n`).join('')));
}

function anEvent(world: EventsWorld, at: number): Record<string, unknown> {
  const { workspaceId, artistId, releaseId, path } = aPlace(world);
  const kind = draw.kind(Math.random());
  const audience = draw.audience(Math.random());
  return {
    kind,
    id: idAt(at),
    at: new Date(at).toISOString(),
    workspaceId,
    artistId,
    releaseId,
    path,
    channel: draw.channel(Math.random()),
    referrerHost: draw.referrer(Math.random()),
    utm: null,
    country: draw.country(Math.random()),
    region: null,
    city: null,
    device: draw.device(Math.random()),
    audience,
    visitor: audience === 'person' ? randomBytes(16).toString('base64url') : null,
    ...(kind === 'click' ? { target: draw.target(Math.random()) } : {}),
  };
}

/** Newer pages are livelier than older ones, and some small workspaces than others. */
function aPlace({ big, small }: EventsWorld): Place {
  const places = Math.random() * 1_000 < bigShare ? big : small;
  const place = places[Math.floor(Math.random() ** 2 * places.length)];
  if (!place) throw new Error('the world has no pages');
  return place;
}

/** A UUIDv7 (RFC 9562) of this moment. */
function idAt(time: number): string {
  const hex = randomBytes(10).toString('hex');
  const moment = time.toString(16).padStart(12, '0');
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${hex.slice(0, 3)}-${(8 + (Number.parseInt(hex.slice(3, 4), 16) % 4)).toString(16)}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
